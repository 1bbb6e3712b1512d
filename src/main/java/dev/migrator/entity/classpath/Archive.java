package dev.migrator.entity.classpath;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * A zip archive, which may lie within another one: Java's own reader knows only archives that are
 * files. Of the archive only the list of its files is read until one of them is asked for.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">PKWARE: the format of
 *     zip files</a>
 */
final class Archive {

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int END64_SIGNATURE = 0x06064b50;
  private static final int END64_LENGTH = 56;
  private static final int END64_LOCATOR_SIGNATURE = 0x07064b50;
  private static final int END64_LOCATOR_LENGTH = 20;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int ENTRY_LENGTH = 46;
  private static final int LOCAL_LENGTH = 30;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int ZIP64_FIELD = 1;
  private static final long IN_ZIP64_FIELD = 0xFFFFFFFFL;
  private static final int IN_ZIP64_END = 0xFFFF;

  private final Bytes bytes;
  private final Map<String, Entry> entries;

  /** What the list says of a file. */
  private record Entry(int method, long packed, long size, long header) {}

  /** Where the list is, and where the archive begins: a program may stand before it. */
  private record Directory(long start, long size, long base) {}

  private Archive(Bytes bytes, Map<String, Entry> entries) {
    this.bytes = bytes;
    this.entries = entries;
  }

  /**
   * @throws ZipException if it is no archive
   */
  static Archive open(Bytes bytes) throws IOException {
    Directory directory = directory(bytes);
    ByteBuffer list = bytes.read(directory.start, Math.toIntExact(directory.size));
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (list.remaining() >= ENTRY_LENGTH && list.getInt(list.position()) == ENTRY_SIGNATURE) {
      int at = list.position();
      int name = unsignedShort(list, at + 28);
      int extra = unsignedShort(list, at + 30);
      int next = at + ENTRY_LENGTH + name + extra + unsignedShort(list, at + 32);
      if (next > list.limit()) {
        throw new ZipException("its list of files ends too early");
      }
      entries.put(
          new String(
              list.array(), list.arrayOffset() + at + ENTRY_LENGTH, name, StandardCharsets.UTF_8),
          entry(list, at, directory.base));
      list.position(next);
    }
    return new Archive(bytes, entries);
  }

  private static Directory directory(Bytes bytes) throws IOException {
    int length = (int) Math.min(bytes.size(), END_LENGTH + LONGEST_COMMENT);
    ByteBuffer tail = bytes.read(bytes.size() - length, length);
    for (int at = length - END_LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == END_SIGNATURE
          && at + END_LENGTH + unsignedShort(tail, at + 20) == length) {
        long end = bytes.size() - length + at;
        long size = unsignedInt(tail, at + 12);
        long start = unsignedInt(tail, at + 16);
        boolean large =
            start == IN_ZIP64_FIELD
                || size == IN_ZIP64_FIELD
                || unsignedShort(tail, at + 10) == IN_ZIP64_END;
        return large
            ? directory64(bytes, end)
            : new Directory(end - size, size, end - size - start);
      }
    }
    throw new ZipException("it does not end as a zip archive does");
  }

  private static Directory directory64(Bytes bytes, long end) throws IOException {
    ByteBuffer locator = bytes.read(end - END64_LOCATOR_LENGTH, END64_LOCATOR_LENGTH);
    long found = end - END64_LOCATOR_LENGTH - END64_LENGTH;
    ByteBuffer record = bytes.read(found, END64_LENGTH);
    if (locator.getInt(0) != END64_LOCATOR_SIGNATURE || record.getInt(0) != END64_SIGNATURE) {
      throw new ZipException("its end is damaged");
    }
    long size = record.getLong(40);
    return new Directory(found - size, size, found - size - record.getLong(48));
  }

  private static Entry entry(ByteBuffer list, int at, long base) {
    long packed = unsignedInt(list, at + 20);
    long size = unsignedInt(list, at + 24);
    long header = unsignedInt(list, at + 42);
    if (packed == IN_ZIP64_FIELD || size == IN_ZIP64_FIELD || header == IN_ZIP64_FIELD) {
      int field = zip64(list, at);
      if (size == IN_ZIP64_FIELD) {
        size = list.getLong(field);
        field += 8;
      }
      if (packed == IN_ZIP64_FIELD) {
        packed = list.getLong(field);
        field += 8;
      }
      if (header == IN_ZIP64_FIELD) {
        header = list.getLong(field);
      }
    }
    return new Entry(unsignedShort(list, at + 10), packed, size, base + header);
  }

  /** Where the large numbers of a file are. */
  private static int zip64(ByteBuffer list, int at) {
    int field = at + ENTRY_LENGTH + unsignedShort(list, at + 28);
    int end = field + unsignedShort(list, at + 30);
    while (field < end && unsignedShort(list, field) != ZIP64_FIELD) {
      field += 4 + unsignedShort(list, field + 2);
    }
    return field + 4;
  }

  /** The names of all files and folders. */
  Set<String> names() {
    return entries.keySet();
  }

  boolean has(String name) {
    return entries.containsKey(name);
  }

  /** A file, which is there. */
  byte[] read(String name) throws IOException {
    Entry entry = entry(name);
    ByteBuffer packed = packed(entry).read(0, Math.toIntExact(entry.packed));
    byte[] content = new byte[Math.toIntExact(entry.size)];
    if (entry.method == STORED) {
      packed.get(content);
      return content;
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      if (inflater.inflate(content) != content.length) {
        throw new ZipException("%s ends too early".formatted(name));
      }
      return content;
    } catch (DataFormatException damage) {
      throw new IOException("%s is damaged".formatted(name), damage);
    } finally {
      inflater.end();
    }
  }

  /** An archive in this one. One that is stored as it is does not have to be read for it. */
  Archive nested(String name) throws IOException {
    Entry entry = entry(name);
    return open(entry.method == STORED ? packed(entry) : Bytes.of(read(name)));
  }

  private Entry entry(String name) throws IOException {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new ZipException("it has no " + name);
    }
    if (entry.method != STORED && entry.method != DEFLATED) {
      throw new ZipException("%s is packed by the unknown method %d".formatted(name, entry.method));
    }
    return entry;
  }

  private Bytes packed(Entry entry) throws IOException {
    ByteBuffer header = bytes.read(entry.header, LOCAL_LENGTH);
    long start =
        entry.header + LOCAL_LENGTH + unsignedShort(header, 26) + unsignedShort(header, 28);
    return bytes.part(start, entry.packed);
  }

  private static int unsignedShort(ByteBuffer buffer, int at) {
    return Short.toUnsignedInt(buffer.getShort(at));
  }

  private static long unsignedInt(ByteBuffer buffer, int at) {
    return Integer.toUnsignedLong(buffer.getInt(at));
  }
}
