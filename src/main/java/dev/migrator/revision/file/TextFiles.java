package dev.migrator.revision.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Reads and writes files of UTF-8 text. */
final class TextFiles {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TextFiles() {}

  /** The text of a file, without a byte order mark. */
  static String read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException failed) {
      throw FileAccessException.reading(file, failed);
    }
    String text = decode(file, bytes);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static String decode(Path file, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    String decoded = text.flip().toString();
    if (result.isError()) {
      int line = 1 + (int) decoded.chars().filter(c -> c == '\n').count();
      int column = decoded.length() - decoded.lastIndexOf('\n');
      throw new RevisionFileException(
          new Position(file.toString(), line, column), "the file is not UTF-8 here");
    }
    return decoded;
  }

  /**
   * Changes the text of a file, whole or not at all; a byte order mark stays.
   *
   * @throws FileAccessException if it cannot be read or written
   */
  static void change(Path file, UnaryOperator<String> change) {
    String changed = change.apply(read(file));
    Path temporary =
        file.resolveSibling(".%s.%s.tmp".formatted(file.getFileName(), UUID.randomUUID()));
    try {
      String mark = Files.readString(file).startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
      try {
        Files.copy(file, temporary, StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(temporary, mark + changed, StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(temporary, file.toRealPath(), StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException failed) {
      throw FileAccessException.writing(file, failed);
    }
  }

  /**
   * Makes a new file with a text, whole or not at all.
   *
   * @throws FileAccessException if the file exists or cannot be written
   */
  static void create(Path file, String text) {
    Path temporary =
        file.resolveSibling(".%s.%s.tmp".formatted(file.getFileName(), UUID.randomUUID()));
    try {
      try {
        Files.writeString(temporary, text, StandardOpenOption.CREATE_NEW);
        Files.move(temporary, file);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException failed) {
      throw FileAccessException.writing(file, failed);
    }
  }
}
