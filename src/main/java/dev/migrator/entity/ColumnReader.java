package dev.migrator.entity;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;

/** Reads what a member that holds a plain value says of its column. */
final class ColumnReader {

  private final ColumnTypes types;
  private final Nullability nullability;
  private final Naming naming;
  private final boolean validation;

  ColumnReader(ColumnTypes types, Nullability nullability, Naming naming, boolean validation) {
    this.types = types;
    this.nullability = nullability;
    this.naming = naming;
    this.validation = validation;
  }

  /**
   * A member's column, with the conditions on it.
   *
   * @param unique whether it has a unique constraint of its own
   */
  record Read(Column column, boolean unique, List<CheckConstraint> checks) {}

  Read read(Member member) {
    Annotations annotations = member.annotations();
    Optional<AnnotationInstance> described = member.column();
    String name = name(member);
    MappedType type = types.of(member);
    Column column =
        Column.of(name, type.type(), nullability.isNullable(member, described, Vocabulary.BASIC))
            .withDefault(ServerDefaults.of(member))
            .withIdentity(
                Generators.isIdentity(member) ? Optional.of(Identity.BY_DEFAULT) : Optional.empty())
            .withComment(comment(annotations, described));
    return new Read(
        column,
        annotations.ofColumn(described, found -> Values.flag(found, "unique")).orElse(false),
        checks(member, described, name, type));
  }

  /** The name of a member's column. */
  String name(Member member) {
    return member
        .annotations()
        .ofColumn(member.column(), found -> Values.text(found, "name"))
        .map(naming::given)
        .orElseGet(() -> naming.column(member.name()));
  }

  static Optional<String> comment(Annotations annotations, Optional<AnnotationInstance> described) {
    return annotations
        .ofColumn(described, found -> Values.text(found, "comment"))
        .or(
            () ->
                annotations
                    .find(Vocabulary.HIBERNATE_COMMENT)
                    .flatMap(found -> Values.text(found, "value")));
  }

  private List<CheckConstraint> checks(
      Member member, Optional<AnnotationInstance> described, String name, MappedType type) {
    List<CheckConstraint> checks = new ArrayList<>();
    type.check().ifPresent(check -> checks.add(unnamed(check.apply(name))));
    checks.addAll(Checks.of(member.annotations(), described));
    if (validation) {
      Validation.checks(member, SqlText.identifier(name))
          .forEach(condition -> checks.add(unnamed(condition)));
    }
    return checks;
  }

  private static CheckConstraint unnamed(String condition) {
    return new CheckConstraint(Optional.empty(), Expression.of(condition));
  }
}
