package dev.migrator.revision;

import dev.migrator.problem.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds a revision by its id, the beginning of its id, or a branch label. */
final class Lookup {

  /** What no revision and no label may be called, since a target means something else by it. */
  static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

  private static final int MAXIMUM_SIMILAR = 3;
  private static final int SHORTEST_MEANT = 3;

  private final TreeMap<String, RevisionHeader> revisions = new TreeMap<>();
  private final Map<String, RevisionHeader> labels = new TreeMap<>();

  private final SquashView view;

  /**
   * @throws InvalidGraphException if an id or a label stands twice or is none
   */
  Lookup(SquashView view) {
    this.view = view;
    List<RevisionHeader> headers = view.headers();
    for (RevisionHeader header : headers) {
      if (RESERVED.contains(header.id().value())) {
        throw InvalidGraphException.reserved("revision", header.id().value(), header.id());
      }
      if (revisions.put(header.id().value(), header) != null) {
        throw InvalidGraphException.duplicate(header.id());
      }
    }
    for (RevisionHeader header : headers) {
      header.branchLabels().forEach(label -> addLabel(label, header));
    }
  }

  private void addLabel(String label, RevisionHeader holder) {
    if (RESERVED.contains(label)) {
      throw InvalidGraphException.reserved("branch_labels", label, holder.id());
    }
    if (!RevisionId.isAllowed(label)) {
      throw InvalidGraphException.labelForm(label, holder.id());
    }
    if (revisions.containsKey(label)) {
      throw InvalidGraphException.labelIsId(label, holder.id());
    }
    RevisionHeader other = labels.put(label, holder);
    if (other != null) {
      throw InvalidGraphException.labelTwice(label, other.id(), holder.id());
    }
  }

  /** Each label with the revision that carries it. */
  Map<String, RevisionHeader> labels() {
    return labels;
  }

  /** The revision of this exact id. */
  Optional<RevisionHeader> revision(RevisionId id) {
    return Optional.ofNullable(revisions.get(id.value()));
  }

  /** The revision of this id, or the one that a database has which says that it has this one. */
  Optional<RevisionHeader> equal(RevisionId id) {
    return revision(id)
        .or(() -> Optional.ofNullable(view.equals().get(id.value())).flatMap(this::revision));
  }

  /** What a file means that names this revision: that one, or what stands for it. */
  List<RevisionHeader> referred(String text) {
    List<RevisionHeader> found = candidates(text);
    return found.isEmpty()
        ? standIn(text).flatMap(this::revision).map(List::of).orElse(List.of())
        : found;
  }

  /** What stands for a revision that does not count. */
  Optional<RevisionId> standIn(String text) {
    return Optional.ofNullable(view.standIns().get(text));
  }

  /** What a text may mean: one revision by its id or label, else all whose ids begin so. */
  List<RevisionHeader> candidates(String text) {
    if (revisions.containsKey(text)) {
      return List.of(revisions.get(text));
    }
    if (labels.containsKey(text)) {
      return List.of(labels.get(text));
    }
    Optional<RevisionHeader> equal =
        Optional.ofNullable(view.equals().get(text)).flatMap(this::revision);
    if (equal.isPresent()) {
      return List.of(equal.get());
    }
    return List.copyOf(startingWith(text).values());
  }

  /** Ids and labels that a text which names nothing may have meant. */
  List<String> similar(String text) {
    if (text.length() < SHORTEST_MEANT) {
      return List.of();
    }
    Set<String> similar = new TreeSet<>();
    Nearest.to(text, labels.keySet()).ifPresent(similar::add);
    Nearest.to(text, revisions.keySet()).ifPresent(similar::add);
    for (int kept = text.length() - 1; kept > 1 && similar.isEmpty(); kept--) {
      similar.addAll(startingWith(text.substring(0, kept)).keySet());
    }
    List<String> result = new ArrayList<>(similar);
    return result.size() > MAXIMUM_SIMILAR ? List.of() : result;
  }

  private Map<String, RevisionHeader> startingWith(String prefix) {
    return revisions.subMap(prefix, true, prefix + Character.MAX_VALUE, false);
  }
}
