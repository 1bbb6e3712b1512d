package dev.migrator.entity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/**
 * What JSpecify says of members: {@code @Nullable} on the type, else {@code @NullMarked} and
 * {@code @NullUnmarked} on the class, the classes around it, the package or the module.
 *
 * @see <a href="https://jspecify.dev/docs/spec/#null-marked-scope">JSpecify: null-marked scope</a>
 */
final class Nullness {

  private final Classes classes;
  private final Map<DotName, Boolean> marked = new HashMap<>();

  Nullness(Classes classes) {
    this.classes = classes;
  }

  /** Whether the member's type excludes null. */
  boolean isNonNull(Member member) {
    Collection<AnnotationInstance> onType = member.declaredType().annotations();
    if (member.isPrimitive() || has(onType, Vocabulary.NON_NULL)) {
      return true;
    }
    return !has(onType, Vocabulary.NULLABLE)
        && member.declaredType().kind() != Type.Kind.TYPE_VARIABLE
        && isMarked(member.declaring());
  }

  private static boolean has(Collection<AnnotationInstance> annotations, DotName name) {
    return annotations.stream().anyMatch(annotation -> annotation.name().equals(name));
  }

  private boolean isMarked(ClassInfo info) {
    Boolean known = marked.get(info.name());
    if (known == null) {
      known = own(info).orElseGet(() -> around(info));
      marked.put(info.name(), known);
    }
    return known;
  }

  private Optional<Boolean> own(ClassInfo info) {
    if (classes.has(info, Vocabulary.NULL_MARKED)) {
      return Optional.of(true);
    }
    return classes.has(info, Vocabulary.NULL_UNMARKED) ? Optional.of(false) : Optional.empty();
  }

  private boolean around(ClassInfo info) {
    DotName outer = info.enclosingClass();
    if (outer != null) {
      return isMarked(classes.get(outer, "the class around " + info.name()));
    }
    return classes
        .packageOf(info)
        .flatMap(this::own)
        .or(() -> classes.moduleOf(info.name()).flatMap(this::own))
        .orElse(false);
  }
}
