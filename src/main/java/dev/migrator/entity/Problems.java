package dev.migrator.entity;

import dev.migrator.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What is wrong with a model, gathered so that one reading tells all of it. */
final class Problems {

  private final Map<String, ProblemException> found = new LinkedHashMap<>();

  /** Does something that nothing else of this round depends on. */
  void gather(Runnable part) {
    gather(
        () -> {
          part.run();
          return true;
        });
  }

  /** What a part of the work gives; empty if something is wrong there. */
  <T> Optional<T> gather(Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (ModelProblemsException several) {
      several.problems().forEach(this::add);
    } catch (ProblemException problem) {
      add(problem);
    }
    return Optional.empty();
  }

  /** Two ways may lead to one problem. */
  private void add(ProblemException problem) {
    found.putIfAbsent(String.valueOf(problem.getMessage()), problem);
  }

  /**
   * Ends a round: what follows would build on what is not there.
   *
   * @throws ProblemException if something was wrong
   */
  void throwAll() {
    List<ProblemException> all = new ArrayList<>(found.values());
    if (all.size() == 1) {
      throw all.get(0);
    }
    if (!all.isEmpty()) {
      throw new ModelProblemsException(all);
    }
  }
}
