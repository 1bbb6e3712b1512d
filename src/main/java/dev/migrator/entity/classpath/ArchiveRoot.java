package dev.migrator.entity.classpath;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of an archive where packages begin: the archive itself, or {@code BOOT-INF/classes}. Of
 * a class that an archive holds for several versions of Java, the one for the running Java is read.
 */
final class ArchiveRoot implements ClassRoot {

  private static final String VERSIONS = "META-INF/versions/";

  private final String location;
  private final Archive archive;
  private final String folder;
  private final boolean own;

  /** The names in the archive of those files that there are for newer versions of Java. */
  private final Map<String, String> versioned = new HashMap<>();

  /**
   * @param location the archive, for messages
   * @param folder with a slash at its end, or empty
   * @param own whether it holds what was compiled here, and not a library
   * @param multiRelease whether it has folders for versions of Java
   */
  ArchiveRoot(String location, Archive archive, String folder, boolean own, boolean multiRelease) {
    this.location = location;
    this.archive = archive;
    this.folder = folder;
    this.own = own;
    if (multiRelease) {
      for (int version = 9; version <= Runtime.version().feature(); version++) {
        String prefix = VERSIONS + version + "/";
        archive.names().stream()
            .filter(name -> name.startsWith(prefix))
            .forEach(name -> versioned.put(name.substring(prefix.length()), name));
      }
    }
  }

  @Override
  public String location() {
    return location;
  }

  @Override
  public boolean isOwn() {
    return own;
  }

  private String inArchive(String file) {
    return versioned.getOrDefault(file, folder + file);
  }

  @Override
  public boolean has(String file) {
    return archive.has(inArchive(file));
  }

  @Override
  public Optional<Resource> find(String file) {
    String name = inArchive(file);
    if (!archive.has(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Resource(location + "!/" + name, archive.read(name)));
    } catch (IOException failure) {
      throw UnreadableClassPathEntryException.file(location + "!/" + name, failure);
    }
  }

  @Override
  public Stream<String> list(String wanted) {
    String prefix = folder + (wanted.isEmpty() ? "" : wanted + "/");
    return archive.names().stream()
        .filter(name -> name.startsWith(prefix) && !name.startsWith(VERSIONS))
        .map(name -> name.substring(folder.length()));
  }
}
