package dev.migrator.entity.classpath;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Bytes that can be read from any place on: those of a file, or a part of them. */
interface Bytes {

  long size();

  /**
   * Some of the bytes, as a zip archive writes numbers: the lowest byte first.
   *
   * @throws EOFException if there are not so many
   */
  ByteBuffer read(long from, int length) throws IOException;

  /** A part, read when it is asked for. */
  default Bytes part(long from, long size) {
    Bytes whole = this;
    return new Bytes() {

      @Override
      public long size() {
        return size;
      }

      @Override
      public ByteBuffer read(long at, int length) throws IOException {
        if (at < 0 || at + length > size) {
          throw new EOFException("it ends too early");
        }
        return whole.read(from + at, length);
      }
    };
  }

  static Bytes of(byte[] bytes) {
    return new Bytes() {

      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public ByteBuffer read(long from, int length) throws IOException {
        if (from < 0 || from + length > bytes.length) {
          throw new EOFException("it ends too early");
        }
        return ByteBuffer.wrap(bytes, (int) from, length).slice().order(ByteOrder.LITTLE_ENDIAN);
      }
    };
  }

  /** The bytes of an open file. */
  static Bytes of(FileChannel file) throws IOException {
    long size = file.size();
    return new Bytes() {

      @Override
      public long size() {
        return size;
      }

      @Override
      public ByteBuffer read(long from, int length) throws IOException {
        if (from < 0 || from + length > size) {
          throw new EOFException("it ends too early");
        }
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
          if (file.read(buffer, from + buffer.position()) < 0) {
            throw new EOFException("it ends too early");
          }
        }
        return buffer.flip();
      }
    };
  }
}
