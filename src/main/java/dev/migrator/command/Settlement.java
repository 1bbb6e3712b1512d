package dev.migrator.command;

import dev.migrator.command.Decisions.Answer;
import dev.migrator.diff.ModelComparison;
import dev.migrator.diff.RenameCandidate;
import dev.migrator.entity.EntityModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares again and again with what a person answers, until it is clear what is renamed. */
final class Settlement {

  private final Comparison comparison;
  private final EntityModel model;
  private final Decisions decisions;
  private final List<String> renames;
  private final Set<RenameCandidate> denied = new HashSet<>();

  private Settlement(Comparison comparison, EntityModel model, Decisions decisions) {
    this.comparison = comparison;
    this.model = model;
    this.decisions = decisions;
    this.renames = new ArrayList<>(decisions.renames());
  }

  /**
   * The comparison with everything decided.
   *
   * @throws UndecidedRenamesException if it is not, and no one can be asked
   */
  static ModelComparison of(Comparison comparison, EntityModel model, Decisions decisions) {
    return new Settlement(comparison, model, decisions).settle();
  }

  private ModelComparison settle() {
    while (true) {
      ModelComparison found = comparison.with(model, renames, decisions.drop()::contains);
      List<RenameCandidate> open =
          found.candidates().stream().filter(pair -> !denied.contains(pair)).toList();
      if (open.isEmpty()) {
        return found;
      }
      Optional<Answer> answer = decisions.questions().ask(open.get(0));
      if (answer.isEmpty()) {
        throw new UndecidedRenamesException(open);
      }
      if (answer.get() == Answer.RENAME) {
        renames.add(open.get(0).rename());
      } else {
        denied.add(open.get(0));
      }
    }
  }
}
