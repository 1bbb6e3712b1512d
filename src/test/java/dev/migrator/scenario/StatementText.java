package dev.migrator.scenario;

import dev.migrator.dialect.ScriptFormat;
import dev.migrator.dialect.SqlSplitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Statements as sections and scripts show them. */
final class StatementText {

  private static final Pattern OWN_TABLE = Pattern.compile("\\bmigrator_(version|history)\\b");

  private StatementText() {}

  /** The statements of a section, a line or more for each. */
  static String of(List<String> statements) {
    return statements.stream().map(sql -> sql + ";\n").collect(Collectors.joining());
  }

  /**
   * A script's statements without those of the transactions and of our own tables.
   *
   * @param heads the revisions that the script starts from, which it makes sure of
   */
  static List<String> ofScript(String script, ScriptFormat format, SortedSet<String> heads) {
    List<String> statements = new ArrayList<>(plain(SqlSplitter.split(script)));
    List<String> assertion = plain(format.assertVersions("migrator_version", heads));
    for (int at; (at = Collections.indexOfSubList(statements, assertion)) >= 0; ) {
      statements.subList(at, at + assertion.size()).clear();
    }
    statements.removeIf(sql -> sql.equals(format.begin()) || sql.equals(format.commit()));
    statements.removeIf(StatementText::isBookkeeping);
    return statements;
  }

  /** Whether a statement concerns our own tables alone. */
  static boolean isBookkeeping(String sql) {
    return OWN_TABLE.matcher(sql).find();
  }

  /** The statements without what makes no difference: comments before them and white space. */
  static List<String> plain(List<String> statements) {
    return statements.stream()
        .map(sql -> sql.replaceAll("^(--.*\\R)+", "").strip().replaceAll("\\s+", " "))
        .toList();
  }
}
