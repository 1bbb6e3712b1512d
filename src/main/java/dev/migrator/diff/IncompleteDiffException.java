package dev.migrator.diff;

import dev.migrator.problem.ProblemException;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** The differ found changes that do not lead to the target: something would have been forgotten. */
public final class IncompleteDiffException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private IncompleteDiffException(List<String> left) {
    super(
        "the changes found do not lead to the wanted schema, so nothing was written; still"
            + " different: %s. Please report this with the model."
                .formatted(String.join("; ", left)));
  }

  static void requireSame(Schema reached, Schema wanted) {
    if (!reached.sameAs(wanted)) {
      throw new IncompleteDiffException(
          left(reached.withoutColumnOrder(), wanted.withoutColumnOrder()));
    }
  }

  private static List<String> left(Schema reached, Schema wanted) {
    List<String> left = new ArrayList<>();
    if (!reached.namespaces().equals(wanted.namespaces())) {
      left.add("schemas %s and %s".formatted(reached.namespaces(), wanted.namespaces()));
    }
    if (!reached.enums().equals(wanted.enums())) {
      left.add("enums %s and %s".formatted(reached.enums(), wanted.enums()));
    }
    if (!reached.compositeTypes().equals(wanted.compositeTypes())) {
      left.add(
          "composite types %s and %s".formatted(reached.compositeTypes(), wanted.compositeTypes()));
    }
    if (!reached.domains().equals(wanted.domains())) {
      left.add("domains %s and %s".formatted(reached.domains(), wanted.domains()));
    }
    if (!reached.definitions().equals(wanted.definitions())) {
      left.add("definitions %s and %s".formatted(reached.definitions(), wanted.definitions()));
    }
    if (!reached.sequences().equals(wanted.sequences())) {
      left.add("sequences %s and %s".formatted(reached.sequences(), wanted.sequences()));
    }
    for (Table table : wanted.tables()) {
      reached
          .table(table.name())
          .filter(other -> !other.equals(table))
          .ifPresent(
              other -> left.add("table %s: %s and %s".formatted(table.name(), other, table)));
    }
    if (reached.tables().size() != wanted.tables().size()) {
      left.add("the number of tables");
    }
    return left;
  }
}
