package dev.migrator.revision.file;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the revision files are.
 *
 * @param roots the directories, at least one
 * @param recursive whether the folders in these are searched as well; hidden ones never are
 */
public record RevisionFolders(List<Path> roots, boolean recursive) {

  public RevisionFolders {
    roots = List.copyOf(roots);
  }

  /** Directories without what lies in their folders. */
  static RevisionFolders of(Path... roots) {
    return new RevisionFolders(List.of(roots), false);
  }

  /**
   * The files, each once, by directory and name.
   *
   * @throws FileAccessException if a directory is missing or cannot be read
   */
  List<Path> files() {
    Map<Path, Path> files = new LinkedHashMap<>();
    for (Path root : roots) {
      list(root).forEach(file -> files.putIfAbsent(file.toAbsolutePath().normalize(), file));
    }
    return List.copyOf(files.values());
  }

  /** The innermost directory that a file was found in. */
  Optional<Path> holding(Path file) {
    return roots.stream()
        .filter(root -> recursive ? file.startsWith(root) : root.equals(file.getParent()))
        .max(Comparator.comparing(Path::getNameCount));
  }

  /** The directory of new revisions, if it is not there yet. */
  Optional<Path> missing() {
    return Optional.of(roots.get(0)).filter(Files::notExists);
  }

  private List<Path> list(Path root) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          recursive ? Integer.MAX_VALUE : 1,
          new RevisionFiles(root, found));
    } catch (IOException failed) {
      throw FileAccessException.readingDirectory(root, failed);
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  /** Collects what may be a revision, by its name. */
  private static final class RevisionFiles extends SimpleFileVisitor<Path> {

    private final Path root;
    private final List<Path> found;

    RevisionFiles(Path root, List<Path> found) {
      this.root = root;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      boolean hidden = String.valueOf(directory.getFileName()).startsWith(".");
      return hidden && !directory.equals(root)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (file.equals(root)) {
        throw new NotDirectoryException(root.toString());
      }
      // A link to nowhere is one as well, so that reading it fails.
      boolean isFile = attributes.isRegularFile() || attributes.isSymbolicLink();
      if (isFile && RevisionFormat.of(file).isPresent()) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
