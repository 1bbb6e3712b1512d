package dev.migrator.execute;

import dev.migrator.problem.ProblemException;
import dev.migrator.revision.RevisionStep;
import dev.migrator.revision.UnfilledPlace;
import java.util.List;
import java.util.stream.Collectors;

/** A revision that is to run has places that a person has to fill in first. */
public final class UnfilledPlacesException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final transient List<UnfilledPlace> places;

  private UnfilledPlacesException(List<UnfilledPlace> places) {
    super(
        places.stream()
            .map(place -> place.place() + ": " + place.subject())
            .collect(
                Collectors.joining(
                    "\n  ",
                    "a revision does not say yet how the values of a column are converted. Nothing was run; write an SQL expression for the new value in place of TO DO:\n  ",
                    "")));
    this.places = List.copyOf(places);
  }

  /** Refuses steps if one of them, in its direction, has such a place. */
  static void refuse(List<RevisionStep> steps, RevisionSource revisions) {
    List<UnfilledPlace> places =
        steps.stream()
            .flatMap(
                step ->
                    revisions.unfilled(step.revision().id()).stream()
                        .filter(place -> place.direction() == step.direction()))
            .toList();
    if (!places.isEmpty()) {
      throw new UnfilledPlacesException(places);
    }
  }

  /** Where they are. */
  public List<UnfilledPlace> places() {
    return places;
  }
}
