package dev.migrator.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The names that constraints and indexes get where the model gives none. PostgreSQL cuts
 * identifiers silently at 63 bytes, so a longer name is shortened here, with a hash to keep it
 * apart from its like.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">PostgreSQL:
 *     identifiers</a>
 */
public final class Names {

  /** The longest identifier that PostgreSQL keeps, in bytes. */
  public static final int MAXIMUM_BYTES = 63;

  private static final int KEPT_BYTES = 54;
  private static final int HASH_DIGITS = 8;

  private Names() {}

  /** {@code pk_users}. */
  public static String primaryKey(QualifiedName table) {
    return fit("pk_" + table.name());
  }

  /** {@code uq_users_email}. */
  public static String unique(QualifiedName table, List<String> columns) {
    return fit("uq_%s_%s".formatted(table.name(), String.join("_", columns)));
  }

  /** {@code fk_posts_user_id}. */
  public static String foreignKey(QualifiedName table, List<String> columns) {
    return fit("fk_%s_%s".formatted(table.name(), String.join("_", columns)));
  }

  /** {@code ix_posts_title}. */
  public static String index(QualifiedName table, List<String> columns) {
    return fit("ix_%s_%s".formatted(table.name(), String.join("_", columns)));
  }

  /** {@code ck_profiles_gender}. */
  public static String check(QualifiedName table, String column) {
    return fit("ck_%s_%s".formatted(table.name(), column));
  }

  /** The name itself, or its first 54 bytes, {@code _}, and 8 hexadecimal digits of its SHA-256. */
  public static String fit(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= MAXIMUM_BYTES) {
      return name;
    }
    return first(bytes, KEPT_BYTES)
        + "_"
        + HexFormat.of().formatHex(sha256(bytes)).substring(0, HASH_DIGITS);
  }

  /** What PostgreSQL keeps of a name: its first 63 bytes, without half a character at the end. */
  public static String cut(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= MAXIMUM_BYTES ? name : first(bytes, MAXIMUM_BYTES);
  }

  private static String first(byte[] bytes, int most) {
    int end = most;
    while (isContinuation(bytes[end])) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /** Whether a byte stands inside a UTF-8 character, where a name must not be cut. */
  private static boolean isContinuation(byte value) {
    return (value & 0xC0) == 0x80;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
