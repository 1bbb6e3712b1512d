package dev.migrator.diff;

import dev.migrator.operation.AddCheck;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Expression;
import dev.migrator.schema.SqlTokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Gives rows another value where the one that they hold goes. */
final class ReplacementPlan {

  private final Map<LostValue, String> replacements;
  private final Set<LostValue> done = new HashSet<>();

  private ReplacementPlan(Map<LostValue, String> replacements) {
    this.replacements = replacements;
  }

  /**
   * The operations with the replacements: within the change of an enumeration, and before the new
   * CHECK or the other enumeration of a column.
   */
  static List<Operation> of(List<Operation> operations, Map<LostValue, String> replacements) {
    ReplacementPlan plan = new ReplacementPlan(replacements);
    List<Operation> replaced = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof AlterEnum change) {
        replaced.add(plan.within(change));
      } else {
        if (operation instanceof AddCheck check) {
          replaced.addAll(plan.updates(lost -> lost.isOf(check), value -> literal(check, value)));
        }
        if (operation instanceof AlterColumn alter) {
          replaced.addAll(plan.updates(lost -> lost.isOf(alter), SqlTokens::literal));
        }
        replaced.add(operation);
      }
    }
    return replaced;
  }

  /**
   * The operations that undo them, with the rows of a column given back what they held, where the
   * other value was none before and took the place of no second one.
   */
  static List<Operation> undone(List<Operation> downgrade, Map<LostValue, String> replacements) {
    List<Operation> undone = new ArrayList<>();
    Set<LostValue> done = new HashSet<>();
    for (Operation operation : downgrade) {
      if (operation instanceof AddCheck check) {
        replacements.forEach(
            (lost, other) -> {
              if (lost.isOf(check) && isRename(lost, other, replacements) && done.add(lost)) {
                undone.add(update(lost, literal(check, other), literal(check, lost.value())));
              }
            });
      }
      undone.add(operation);
    }
    return undone;
  }

  private static boolean isRename(
      LostValue lost, String other, Map<LostValue, String> replacements) {
    return lost.arriving().contains(other)
        && replacements.entrySet().stream()
                .filter(entry -> entry.getKey().owner().equals(lost.owner()))
                .filter(entry -> entry.getKey().column().equals(lost.column()))
                .filter(entry -> entry.getValue().equals(other))
                .count()
            == 1;
  }

  private AlterEnum within(AlterEnum change) {
    Map<String, String> replace = new HashMap<>(change.replace());
    replacements.forEach(
        (lost, other) -> {
          if (lost.type().filter(change.name()::equals).isPresent()) {
            replace.put(lost.value(), other);
          }
        });
    return new AlterEnum(change.name(), change.from(), change.to(), replace);
  }

  private List<ExecuteSql> updates(Predicate<LostValue> wanted, UnaryOperator<String> literal) {
    List<ExecuteSql> updates = new ArrayList<>();
    replacements.forEach(
        (lost, other) -> {
          if (wanted.test(lost) && done.add(lost)) {
            updates.add(update(lost, literal.apply(lost.value()), literal.apply(other)));
          }
        });
    return updates;
  }

  private static ExecuteSql update(LostValue lost, String from, String to) {
    String column = SqlTokens.quoted(lost.column().orElseThrow());
    String sql =
        "UPDATE %s SET %s = %s WHERE %s = %s"
            .formatted(SqlTokens.quoted(lost.owner()), column, to, column, from);
    return new ExecuteSql(Expression.of(sql), List.of());
  }

  /** A value as the CHECK writes its own: a number where it lists numbers. */
  private static String literal(AddCheck check, String value) {
    boolean numbers =
        check.check().expression() instanceof Expression.Portable portable
            && SqlTokens.literals(portable.text()).isEmpty();
    return numbers ? value : SqlTokens.literal(value);
  }
}
