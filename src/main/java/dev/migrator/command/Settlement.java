package dev.migrator.command;

import dev.migrator.command.Decisions.Answer;
import dev.migrator.diff.ModelComparison;
import dev.migrator.diff.RenameCandidate;
import dev.migrator.entity.EntityModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
      List<RenameCandidate> open = found.candidates().stream().filter(this::isOpen).toList();
      if (open.isEmpty()) {
        return found;
      }
      RenameCandidate pair = open.get(0);
      Answer answer = decisions.questions().ask(pair).orElseGet(() -> unasked(pair, open));
      if (answer == Answer.RENAME) {
        renames.add(pair.rename());
      } else {
        denied.add(pair);
      }
    }
  }

  private boolean isOpen(RenameCandidate pair) {
    return !denied.contains(pair)
        && decisions.replacements().stream().noneMatch(text -> text.startsWith(pair.from() + "="));
  }

  /** Where rows are counted anyway, they decide. */
  private static Answer unasked(RenameCandidate pair, List<RenameCandidate> open) {
    if (!pair.counted()) {
      throw new UndecidedRenamesException(open.stream().filter(p -> !p.counted()).toList());
    }
    return Answer.DROP;
  }
}
