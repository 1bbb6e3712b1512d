package dev.migrator.entity;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The parts of a class file, passed one by one to see that the file is whole: half a file may lack
 * the very annotation that makes its class an entity.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html#jvms-4.1">JVM
 *     specification: the ClassFile structure</a>
 */
final class ClassFileStructure {

  private static final int MAGIC = 0xCAFEBABE;

  private final ByteBuffer rest;

  private ClassFileStructure(byte[] bytes) {
    this.rest = ByteBuffer.wrap(bytes);
  }

  /** What is wrong with the file; empty if it is whole. */
  static Optional<String> damage(byte[] bytes) {
    if (bytes.length == 0) {
      return Optional.of("it is empty");
    }
    try {
      return new ClassFileStructure(bytes).damage();
    } catch (BufferUnderflowException end) {
      return Optional.of("it ends too early");
    }
  }

  private Optional<String> damage() {
    if (rest.getInt() != MAGIC) {
      return Optional.of("it does not begin as a class file does");
    }
    skip(4); // the version
    if (!skipConstants()) {
      return Optional.of("its constants are of an unknown kind");
    }
    skip(6); // the flags, this class and its superclass
    skip(2 * unsignedShort()); // the interfaces
    skipMembers(); // the fields
    skipMembers(); // the methods
    skipAttributes();
    return rest.hasRemaining() ? Optional.of("it goes on after its end") : Optional.empty();
  }

  /**
   * Whether the kinds of all constants are known.
   *
   * @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html#jvms-4.4">JVM
   *     specification: the constant pool</a>
   */
  private boolean skipConstants() {
    int end = unsignedShort();
    int at = 1;
    while (at < end) {
      int tag = rest.get();
      switch (tag) {
        case 1 -> skip(unsignedShort());
        case 7, 8, 16, 19, 20 -> skip(2);
        case 15 -> skip(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> skip(4);
        case 5, 6 -> skip(8);
        default -> {
          return false;
        }
      }
      at += tag == 5 || tag == 6 ? 2 : 1; // a long and a double take two places
    }
    return true;
  }

  private void skipMembers() {
    for (int left = unsignedShort(); left > 0; left--) {
      skip(6);
      skipAttributes();
    }
  }

  private void skipAttributes() {
    for (int left = unsignedShort(); left > 0; left--) {
      skip(2);
      skip(rest.getInt());
    }
  }

  private int unsignedShort() {
    return Short.toUnsignedInt(rest.getShort());
  }

  private void skip(int bytes) {
    if (bytes < 0 || bytes > rest.remaining()) {
      throw new BufferUnderflowException();
    }
    rest.position(rest.position() + bytes);
  }
}
