package dev.migrator.cli;

import dev.migrator.dialect.Statement;
import dev.migrator.execute.PlannedStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What would be run, as {@code --plan} shows it. */
final class PlanLines {

  private PlanLines() {}

  /** The step, what it does, and below each the statements that do it. */
  static List<String> of(PlannedStep planned) {
    List<String> lines = new ArrayList<>();
    int operations = planned.operations().size();
    lines.add(
        "%s (%s%s)"
            .formatted(
                RevisionLines.step(planned.step()),
                operations == 1 ? "1 operation" : operations + " operations",
                planned.commits() == 1 ? "" : ", committed in " + planned.commits() + " parts"));
    String told = "";
    for (Statement statement : planned.statements()) {
      if (!statement.description().equals(told)) {
        told = statement.description();
        lines.add("  " + told);
      }
      if (statement instanceof Statement.Sql sql) {
        sql.sql().lines().forEach(line -> lines.add("      " + line));
      }
    }
    return lines;
  }

  /** The same as JSON's values. */
  static Map<String, Object> json(PlannedStep planned) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("revision", planned.step().revision().id().value());
    json.put("direction", planned.step().direction().name().toLowerCase(Locale.ROOT));
    json.put("message", planned.step().revision().message());
    json.put("operations", planned.operations());
    json.put(
        "statements",
        planned.statements().stream()
            .map(
                statement ->
                    statement instanceof Statement.Sql sql ? sql.sql() : statement.description())
            .toList());
    json.put("commits", planned.commits());
    return json;
  }
}
