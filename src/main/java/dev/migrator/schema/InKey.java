package dev.migrator.schema;

/**
 * What a column of a primary key of SQLite is that it would be on no other database.
 *
 * @see <a href="https://www.sqlite.org/lang_createtable.html#the_primary_key">SQLite: the PRIMARY
 *     KEY</a>
 */
public enum InKey {
  /** It may hold NULL, in any number of rows. */
  NULLABLE,
  /** It is an integer and the whole key, and yet not another name of the row's number. */
  NOT_ROWID
}
