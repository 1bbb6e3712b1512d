package dev.migrator.entity;

import dev.migrator.entity.classpath.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;

/** The bytes of a compiled class. */
final class ClassFile {

  /** A class file's version less this is the version of Java. */
  static final int JAVA_OFFSET = 44;

  /** Java 27. Later versions may hold what the reader does not see. */
  private static final int NEWEST_VERSION = 27 + JAVA_OFFSET;

  private final String location;
  private final byte[] bytes;
  private boolean whole;

  ClassFile(Resource file) {
    this.location = file.location();
    this.bytes = file.bytes();
  }

  String location() {
    return location;
  }

  /**
   * Whether a text is among the constants, as an annotation's name is in an annotated class.
   *
   * @throws UnreadableClassException if the file is damaged
   */
  boolean mentions(String text) {
    requireWhole();
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    for (int start = 0; start <= bytes.length - wanted.length; start++) {
      if (holds(wanted, start)) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(byte[] wanted, int start) {
    for (int at = 0; at < wanted.length; at++) {
      if (bytes[start + at] != wanted[at]) {
        return false;
      }
    }
    return true;
  }

  /**
   * What the class declares.
   *
   * @throws UnreadableClassException if the file is damaged, or of a newer Java
   */
  ClassInfo parse() {
    if (version() > NEWEST_VERSION) {
      throw UnreadableClassException.tooNew(location, version(), NEWEST_VERSION);
    }
    requireWhole();
    try {
      return Index.singleClass(bytes);
    } catch (IOException | RuntimeException failure) {
      throw UnreadableClassException.damaged(location, failure);
    }
  }

  private void requireWhole() {
    if (whole) {
      return;
    }
    ClassFileStructure.damage(bytes)
        .ifPresent(
            damage -> {
              // A newer Java may know constants that are unknown here.
              throw version() > NEWEST_VERSION
                  ? UnreadableClassException.tooNew(location, version(), NEWEST_VERSION)
                  : UnreadableClassException.damaged(location, damage);
            });
    whole = true;
  }

  /**
   * The major version; 0 where the file is none of a class.
   *
   * @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html#jvms-4.1">JVM
   *     specification: the ClassFile structure</a>
   */
  private int version() {
    boolean isClass = bytes.length >= 8 && bytes[0] == (byte) 0xCA && bytes[1] == (byte) 0xFE;
    return isClass ? ((bytes[6] & 0xFF) << 8) | (bytes[7] & 0xFF) : 0;
  }
}
