package dev.migrator.entity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The methods of a compiled class, with the constants that they use. The file is known to be whole.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html">JVM specification:
 *     the class file format</a>
 */
final class ClassCode {

  private static final int ACC_STATIC = 0x0008;
  private static final int ACC_BRIDGE = 0x0040;

  private final ByteBuffer rest;
  private final Object[] constants;
  private final List<Method> methods = new ArrayList<>();

  /**
   * A method with a body.
   *
   * @param descriptor its parameters' types and its result's: {@code (Ljava/lang/String;I)V}
   * @param isBridge whether the compiler made it, to call one of the same name with other types
   * @param locals how many local variables it has, its arguments among them
   * @param code its instructions
   */
  record Method(
      String name,
      String descriptor,
      boolean isStatic,
      boolean isBridge,
      int locals,
      ByteBuffer code) {}

  /** A class that an instruction names: {@code java/lang/String}. */
  record TypeName(String name) {}

  /** A field or method that an instruction names. */
  record Reference(String owner, String name, String descriptor) {}

  private record Entry(int tag, int first, int second) {}

  ClassCode(byte[] file) {
    rest = ByteBuffer.wrap(file).position(8);
    constants = new Object[unsignedShort()];
    readConstants();
    skip(6); // the flags, this class and its superclass
    skip(2 * unsignedShort()); // the interfaces
    readMembers(false);
    readMembers(true);
  }

  Optional<Method> method(String name, String descriptor) {
    return methods.stream()
        .filter(method -> method.name.equals(name) && method.descriptor.equals(descriptor))
        .findFirst();
  }

  /** The methods that have a body, bridges included. */
  List<Method> methods() {
    return List.copyOf(methods);
  }

  /**
   * A constant: an {@link Integer}, {@link Long}, {@link String}, {@link TypeName} or {@link
   * Reference}; empty for the other kinds.
   */
  Optional<Object> constant(int index) {
    if (!(constants[index] instanceof Entry entry)) {
      return Optional.ofNullable(constants[index]);
    }
    return switch (entry.tag) {
      case 7 -> Optional.of(new TypeName(utf8(entry.first)));
      case 8 -> Optional.of(utf8(entry.first));
      case 9, 10, 11 -> Optional.of(reference(entry));
      default -> Optional.empty();
    };
  }

  private Reference reference(Entry entry) {
    Entry owner = (Entry) constants[entry.first];
    Entry nameAndType = (Entry) constants[entry.second];
    return new Reference(utf8(owner.first), utf8(nameAndType.first), utf8(nameAndType.second));
  }

  private String utf8(int index) {
    return ((Text) constants[index]).value;
  }

  /** A text of the file's own, as distinct from the string constants that refer to it. */
  private record Text(String value) {}

  private void readConstants() {
    for (int at = 1; at < constants.length; at++) {
      int tag = rest.get();
      switch (tag) {
        case 1 -> constants[at] = text();
        case 3 -> constants[at] = rest.getInt();
        case 5 -> constants[at++] = rest.getLong();
        case 4 -> rest.getInt();
        case 6 -> {
          rest.getLong();
          at++;
        }
        case 7, 8, 16, 19, 20 -> constants[at] = new Entry(tag, unsignedShort(), 0);
        case 15 -> skip(3);
        default -> constants[at] = new Entry(tag, unsignedShort(), unsignedShort());
      }
    }
  }

  private Text text() {
    byte[] bytes = new byte[unsignedShort()];
    rest.get(bytes);
    return new Text(new String(bytes, StandardCharsets.UTF_8));
  }

  private void readMembers(boolean areMethods) {
    for (int left = unsignedShort(); left > 0; left--) {
      int access = unsignedShort();
      String name = utf8(unsignedShort());
      String descriptor = utf8(unsignedShort());
      for (int attributes = unsignedShort(); attributes > 0; attributes--) {
        String attribute = utf8(unsignedShort());
        int end = rest.getInt() + rest.position();
        if (areMethods && attribute.equals("Code")) {
          rest.getShort(); // the depth of the stack
          int locals = unsignedShort();
          byte[] code = new byte[rest.getInt()];
          rest.get(code);
          methods.add(
              new Method(
                  name,
                  descriptor,
                  (access & ACC_STATIC) != 0,
                  (access & ACC_BRIDGE) != 0,
                  locals,
                  ByteBuffer.wrap(code)));
        }
        rest.position(end);
      }
    }
  }

  private void skip(int bytes) {
    rest.position(rest.position() + bytes);
  }

  private int unsignedShort() {
    return Short.toUnsignedInt(rest.getShort());
  }
}
