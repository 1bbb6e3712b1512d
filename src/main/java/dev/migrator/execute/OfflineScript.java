package dev.migrator.execute;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.ScriptFormat;
import dev.migrator.dialect.Statement;
import dev.migrator.execute.HistoryEntry.State;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.RevisionStep;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The script that does in the database's own shell what an {@link Executor} does on a connection:
 * the same statements in the same order.
 */
public final class OfflineScript {

  private final ScriptFormat format;
  private final Bookkeeping bookkeeping;
  private final Preparation preparation;
  private final List<String> lines = new ArrayList<>();

  private OfflineScript(
      Dialect dialect,
      ExecutionSettings settings,
      RevisionSource revisions,
      Consumer<String> warning) {
    this.format = dialect.scriptFormat();
    this.bookkeeping = Bookkeeping.of(dialect, settings.tables(), settings.toolVersion());
    this.preparation =
        new Preparation(
            dialect, revisions, new Arguments(settings.arguments(), dialect::literal), warning);
  }

  /**
   * The script of some steps.
   *
   * @param before the portable schema before the first step
   * @param plain whether to leave out the lines that only the database's own shell understands
   * @param warning hears what is not as it should be
   * @throws MigrationException if a step does not fit, or calls a class of the user's
   * @throws UnfilledPlacesException if a step has a place that a person has to fill in
   */
  public static String of(
      List<RevisionStep> steps,
      Schema before,
      boolean plain,
      Dialect dialect,
      ExecutionSettings settings,
      RevisionSource revisions,
      Consumer<String> warning) {
    UnfilledPlacesException.refuse(steps, revisions);
    return new OfflineScript(dialect, settings, revisions, warning).text(steps, before, plain);
  }

  /**
   * The script that makes version rows say what a person knows.
   *
   * @param state what the database records
   * @param plain whether to leave out the lines that only the database's own shell understands
   */
  public static String ofStamp(
      StampTarget target,
      DatabaseState state,
      boolean plain,
      Dialect dialect,
      ExecutionSettings settings,
      RevisionSource revisions) {
    OfflineScript script = new OfflineScript(dialect, settings, revisions, sentence -> {});
    if (!plain) {
      script.lines.addAll(script.format.stopOnError());
      script.lines.add("");
    }
    if (!state.tablesExist()) {
      script.transaction(Optional.empty(), script.bookkeeping.create());
    }
    script.transaction(
        Optional.of(state.heads()), target.statements(script.bookkeeping, state, Optional.empty()));
    return String.join("\n", script.lines);
  }

  /** The script that creates the tool's own tables, where they are not there. */
  public static String ofTables(
      Dialect dialect, ExecutionSettings settings, RevisionSource revisions) {
    OfflineScript script = new OfflineScript(dialect, settings, revisions, sentence -> {});
    script.bookkeeping.create().forEach(script::statement);
    return String.join("\n", script.lines);
  }

  private String text(List<RevisionStep> steps, Schema before, boolean plain) {
    if (steps.isEmpty()) {
      return "";
    }
    if (!plain) {
      lines.addAll(format.stopOnError());
      lines.add("");
    }
    RevisionStep first = steps.get(0);
    if (first.before().isEmpty()) {
      lines.add("-- the tables that record the revisions");
      transaction(Optional.empty(), bookkeeping.create());
    }
    Schema schema = before;
    for (RevisionStep step : steps) {
      PreparedStep prepared = preparation.prepare(step, schema);
      schema = prepared.after();
      lines.add("-- " + title(step));
      for (int group = 0; group < prepared.groups().size(); group++) {
        write(prepared, group);
      }
    }
    return String.join("\n", lines);
  }

  /** {@code upgrade a1 -> b2, add posts}. */
  private static String title(RevisionStep step) {
    String verb =
        switch (step.direction()) {
          case UPGRADE -> "upgrade";
          case DOWNGRADE -> "downgrade";
        };
    String message = step.revision().message().replaceAll("\\s+", " ");
    return "%s %s -> %s, %s".formatted(verb, name(step.before()), name(step.after()), message);
  }

  private static String name(SortedSet<RevisionId> heads) {
    return heads.isEmpty()
        ? "base"
        : heads.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }

  private void write(PreparedStep step, int group) {
    CommitGroup statements = step.groups().get(group);
    sql(step, statements.before()).forEach(this::statement);
    List<String> inside = new ArrayList<>();
    if (statements.alone()) {
      transaction(Optional.of(step.step().before()), List.of(row(step, group, State.STARTED)));
      sql(step, statements.statements()).forEach(this::statement);
      lines.add("");
    } else {
      inside.addAll(sql(step, statements.statements()));
    }
    if (step.isLast(group)) {
      inside.addAll(bookkeeping.versions().move(step.step().before(), step.step().after()));
    }
    inside.add(row(step, group, State.DONE));
    transaction(Optional.of(step.step().before()), inside);
    sql(step, statements.after()).forEach(this::statement);
  }

  private String row(PreparedStep step, int group, State state) {
    return bookkeeping
        .history()
        .insert(step.entry(group, state, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static List<String> sql(PreparedStep step, List<Statement> statements) {
    return statements.stream().map(statement -> sql(step, statement)).toList();
  }

  private static String sql(PreparedStep step, Statement statement) {
    if (statement instanceof Statement.Sql sql) {
      return sql.sql();
    }
    throw new MigrationException(
        "revision '%s' (%s) calls a Java class (%s), which a script cannot do. Leave it out of the range, or run it online."
            .formatted(
                step.step().revision().id(),
                step.step().revision().message(),
                statement.description()));
  }

  private void transaction(Optional<SortedSet<RevisionId>> expected, List<String> statements) {
    statement(format.begin());
    expected
        .map(
            heads ->
                heads.stream()
                    .map(RevisionId::value)
                    .collect(Collectors.toCollection(TreeSet::new)))
        .map(heads -> format.assertVersions(bookkeeping.versions().sqlName(), heads))
        .ifPresent(assertions -> assertions.forEach(this::statement));
    statements.forEach(this::statement);
    statement(format.commit());
    lines.add("");
  }

  /** A comment at the end would swallow the semicolon. */
  private void statement(String sql) {
    List<Token> tokens = SqlTokens.of(sql);
    int end = tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).end();
    lines.add(sql.indexOf("--", end) < 0 ? sql + ";" : sql + "\n;");
  }
}
