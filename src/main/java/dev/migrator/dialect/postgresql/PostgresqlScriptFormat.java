package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.literal;

import dev.migrator.dialect.ScriptFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * What a script for psql needs.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-psql.html">psql</a>
 */
final class PostgresqlScriptFormat implements ScriptFormat {

  @Override
  public List<String> stopOnError() {
    return List.of("\\set ON_ERROR_STOP on");
  }

  @Override
  public String begin() {
    return "BEGIN";
  }

  @Override
  public String commit() {
    return "COMMIT";
  }

  @Override
  public List<String> assertVersions(String versionTable, SortedSet<String> expected) {
    String rows =
        expected.isEmpty()
            ? "ARRAY[]::text[]"
            : expected.stream()
                .map(PostgresqlIdentifiers::literal)
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
    String planned = expected.isEmpty() ? "base" : String.join(", ", expected);
    return List.of(
        "DO "
            + PostgresqlIdentifiers.dollarQuoted(
                """
                DECLARE
                  actual text[] := ARRAY(SELECT revision FROM %s ORDER BY revision);
                BEGIN
                  IF NOT (actual @> %s AND cardinality(actual) = %d) THEN
                    RAISE EXCEPTION USING MESSAGE = %s
                      || coalesce(nullif(array_to_string(actual, ', '), ''), 'base')
                      || '. Make the script anew from there.';
                  END IF;
                END\
                """
                    .formatted(
                        versionTable,
                        rows,
                        expected.size(),
                        literal("the script begins at " + planned + ", but the database is at "))));
  }
}
