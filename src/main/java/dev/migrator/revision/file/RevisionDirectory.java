package dev.migrator.revision.file;

import dev.migrator.operation.Operation;
import dev.migrator.revision.InvalidGraphException;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.UnfilledPlace;
import dev.migrator.revision.UnknownRevisionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The revision files of one or more directories, as they are when this is opened. Headers are read
 * then; operations are read from the file each time that they are asked for. Files that are hidden,
 * or end in neither {@code .yaml}, {@code .yml} nor {@code .sql}, are none.
 */
public final class RevisionDirectory {

  private final RevisionFolders folders;
  private final Map<RevisionId, Path> files = new LinkedHashMap<>();
  private final List<RevisionHeader> headers = new ArrayList<>();
  private final List<RevisionFileException> faults = new ArrayList<>();

  private RevisionDirectory(RevisionFolders folders) {
    this.folders = folders;
  }

  /**
   * Reads the headers of all revisions.
   *
   * @param folders where the files are
   * @throws RevisionFileException if a file holds no revision, or two hold one of the same id
   * @throws FileAccessException if a directory or file is missing or cannot be read
   */
  public static RevisionDirectory open(RevisionFolders folders) {
    RevisionDirectory opened = new RevisionDirectory(folders);
    folders.files().forEach(opened::add);
    return opened;
  }

  /**
   * The same of what is sound: a file that is no revision, or that has no place in the graph, and
   * what follows it, are left out and told of.
   *
   * @throws FileAccessException if a directory or file is missing or cannot be read
   */
  public static RevisionDirectory openSound(RevisionFolders folders) {
    RevisionDirectory opened = new RevisionDirectory(folders);
    for (Path file : folders.files()) {
      try {
        opened.add(file);
      } catch (RevisionFileException fault) {
        opened.faults.add(fault);
      }
    }
    opened.leaveOutWhatHasNoPlace();
    return opened;
  }

  private void leaveOutWhatHasNoPlace() {
    while (true) {
      try {
        RevisionGraph.of(headers);
        return;
      } catch (InvalidGraphException fault) {
        faults.add(placed(fault));
        leaveOut(fault.culprit());
      }
    }
  }

  /** A revision goes with those that follow or depend on it: their fault is no other one. */
  private void leaveOut(RevisionId id) {
    headers.removeIf(header -> header.id().equals(id));
    List<RevisionId> above =
        headers.stream()
            .filter(
                header -> header.parents().contains(id) || header.dependsOn().contains(id.value()))
            .map(RevisionHeader::id)
            .toList();
    above.forEach(this::leaveOut);
  }

  private RevisionFileException placed(InvalidGraphException fault) {
    return find(fault.culprit())
        .map(
            file ->
                new RevisionFileException(
                    RevisionReader.place(file, fault.key()), String.valueOf(fault.getMessage())))
        .orElseThrow(() -> fault);
  }

  /** What was left out, a sentence with its place for each. */
  public List<RevisionFileException> faults() {
    return List.copyOf(faults);
  }

  /**
   * The same of a project that may not have a revision yet: where its only directory is not there,
   * the first revision makes it.
   *
   * @throws RevisionFileException if a file holds no revision, or two hold one of the same id
   * @throws FileAccessException if one of several directories is missing, or one cannot be read
   */
  public static RevisionDirectory openOrBegin(RevisionFolders folders) {
    boolean begins = folders.roots().size() == 1 && folders.missing().isPresent();
    return begins ? new RevisionDirectory(folders) : open(folders);
  }

  /** The directory of new revisions, if it is not there yet. */
  public Optional<Path> missing() {
    return folders.missing();
  }

  private void add(Path file) {
    RevisionHeader header = RevisionReader.readHeader(file);
    Path other = files.putIfAbsent(header.id(), file);
    if (other != null) {
      throw new RevisionFileException(
          Position.start(file.toString()),
          "revision '%s' is in %s already. Give one of the two another id."
              .formatted(header.id(), other));
    }
    headers.add(header);
  }

  /** The headers of all revisions, by directory and file name. */
  public List<RevisionHeader> headers() {
    return List.copyOf(headers);
  }

  /**
   * The graph of all revisions.
   *
   * @throws RevisionFileException if they form none
   */
  public RevisionGraph graph() {
    try {
      return RevisionGraph.of(headers);
    } catch (InvalidGraphException fault) {
      throw placed(fault);
    }
  }

  /** The file of a revision; empty where there is none. */
  public Optional<Path> find(RevisionId id) {
    return Optional.ofNullable(files.get(id));
  }

  /**
   * The file of a revision.
   *
   * @throws UnknownRevisionException if there is none
   */
  public Path path(RevisionId id) {
    return find(id).orElseThrow(() -> new UnknownRevisionException(id.value(), List.of()));
  }

  /** The directory, one of those given, that holds the file of a revision. */
  public Optional<Path> directory(RevisionId id) {
    return find(id).flatMap(folders::holding);
  }

  /**
   * A revision with its operations.
   *
   * @throws UnknownRevisionException if there is none
   * @throws RevisionFileException if its file holds what is no operation
   */
  public Revision read(RevisionId id) {
    return RevisionReader.read(path(id));
  }

  /**
   * What a revision does on the way up; what it does on the way down is not looked at.
   *
   * @throws UnknownRevisionException if there is none
   * @throws RevisionFileException if its file holds what is no operation
   */
  public List<Operation> upgrade(RevisionId id) {
    return RevisionReader.readUpgrade(path(id));
  }

  /**
   * The places of a revision that are marked for a person to fill in, in the order of the file.
   *
   * @throws UnknownRevisionException if there is none
   * @throws RevisionFileException if its file holds no revision
   */
  public List<UnfilledPlace> unfilled(RevisionId id) {
    return RevisionReader.readUnfilled(path(id));
  }

  /**
   * {@code sha256:} and the hexadecimal digest of a revision's file with the line ends of Unix, so
   * that a checkout on Windows changes nothing.
   *
   * @throws UnknownRevisionException if there is none
   */
  public String checksum(RevisionId id) {
    String text = TextFiles.read(path(id)).replace("\r\n", "\n");
    return "sha256:" + HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes a new revision, whole or not at all, and never over a file. The directory is made if
   * need be.
   *
   * @param directory one of those given
   * @param naming how its file is called
   * @return its file
   * @throws FileAccessException if the file exists or cannot be written
   * @throws UnwritableRevisionException if the format cannot hold the revision
   */
  public Path write(Revision revision, RevisionFormat format, Path directory, FileNaming naming) {
    RevisionHeader header = revision.header();
    Path file = directory.resolve(naming.name(header, format));
    String text = EditorLine.of(format, directory, file) + RevisionWriter.write(revision, format);
    Path other = files.get(header.id());
    if (other != null) {
      throw new RevisionFileException(
          Position.start(other.toString()),
          "revision '%s' exists already. Give the new one another id.".formatted(header.id()));
    }
    make(Optional.ofNullable(file.getParent()).orElse(directory));
    TextFiles.create(file, text);
    files.put(header.id(), file);
    headers.add(header);
    return file;
  }

  /**
   * Lets a revision of at most one parent follow another one: the characters of the parent in its
   * file are changed, and nothing else. What was read of it before stays as it was.
   *
   * @return its file
   * @throws FileAccessException if the file cannot be written
   */
  public Path follow(RevisionId id, RevisionId parent) {
    Path file = path(id);
    TextFiles.change(file, text -> RevisionReader.follow(file, text, parent));
    return file;
  }

  private static void make(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException failed) {
      throw FileAccessException.writing(directory, failed);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
