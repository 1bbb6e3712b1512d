package dev.migrator.dialect;

import java.util.Optional;

/** One thing that an executor does for a revision. */
public sealed interface Statement {

  /** What it is for, as a person says it: {@code add column users.email}. */
  String description();

  /**
   * An SQL statement.
   *
   * @param sql the text, without a semicolon at its end
   * @param description what it is for
   * @param placement where it stands to the revision's transactions
   * @param check present if it is there to fail where the rows or the schema do not allow the
   *     change
   */
  record Sql(String sql, String description, Placement placement, Optional<Check> check)
      implements Statement {

    /** A statement that does something. */
    public Sql(String sql, String description, Placement placement) {
      this(sql, description, placement, Optional.empty());
    }

    /** A statement of the revision's transaction. */
    public Sql(String sql, String description) {
      this(sql, description, Placement.TRANSACTION);
    }

    /** A statement of the revision's transaction that does nothing unless it fails. */
    public static Sql check(String sql, String description, Check check) {
      return new Sql(sql, description, Placement.TRANSACTION, Optional.of(check));
    }
  }

  /**
   * A check fails with a sentence of ours, to which its SQL adds nothing.
   *
   * @param reason a query whose one value is that sentence with the rows that are in the way; empty
   *     where the failure itself says all
   */
  record Check(Optional<String> reason) {

    /** A check whose failure says all. */
    public static final Check PLAIN = new Check(Optional.empty());
  }

  /**
   * A call of the user's own class.
   *
   * @param className the full name of a class that implements {@code dev.migrator.JavaStep}
   * @param description what it is for
   */
  record Java(String className, String description) implements Statement {}

  /** Where a statement stands to the revision's transactions. */
  enum Placement {
    /** In the transaction, with its neighbours. */
    TRANSACTION,
    /** In the transaction, which has to be committed before the next statement. */
    COMMIT_AFTER,
    /** Outside any transaction ({@code CREATE INDEX CONCURRENTLY}); a commit group of its own. */
    ALONE,
    /**
     * Sets up the session before a transaction or restores it after (a PRAGMA). It is repeated when
     * a revision is resumed, and what restores runs after a failure, too.
     */
    SESSION
  }
}
