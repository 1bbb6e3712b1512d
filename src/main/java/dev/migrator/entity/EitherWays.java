package dev.migrator.entity;

import dev.migrator.schema.Column;
import dev.migrator.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.jandex.DotName;

/** What Hibernate makes differently of one column. */
final class EitherWays {

  /** What Hibernate fills with the time. */
  private static final Set<DotName> FILLED =
      Set.of(
          Vocabulary.hibernate("CreationTimestamp"),
          Vocabulary.hibernate("CurrentTimestamp"),
          Vocabulary.hibernate("UpdateTimestamp"));

  private EitherWays() {}

  /** Of a column that two members describe: the one of which Hibernate learns first holds. */
  static List<EitherWay> ofShared(QualifiedName table, Column one, Column other) {
    List<EitherWay> ways = new ArrayList<>();
    if (one.nullable() != other.nullable()) {
      ways.add(new ColumnWay.TakesNull(table, one.name()));
    }
    if (!one.type().equals(other.type())) {
      ways.add(new ColumnWay.SharedType(table, one.name(), List.of(one.type(), other.type())));
    }
    return ways;
  }

  /**
   * Of a column that refers to another: it has the size of that or the one that was copied, and may
   * be numbered as that is defined to be.
   */
  static List<EitherWay> ofReference(QualifiedName table, JoinColumn join) {
    Column column = join.column();
    List<EitherWay> ways = new ArrayList<>();
    if (!column.type().equals(join.copied())) {
      ways.add(
          new ColumnWay.SharedType(table, column.name(), List.of(column.type(), join.copied())));
    }
    if (join.definition().flatMap(ColumnDefinition::identity).isPresent()) {
      ways.add(new ColumnWay.NumberedReference(table, column.name()));
      ways.add(new ColumnWay.SerialColumn(table, column.name()));
    }
    return ways;
  }

  /** Of a member's column, by the version. */
  static List<EitherWay> of(Member member, ColumnReader.Read read, QualifiedName table) {
    Column column = read.column();
    List<EitherWay> ways = new ArrayList<>();
    if (isFilled(member, column) || isOptionalVersion(member)) {
      ways.add(new ColumnWay.TakesNull(table, column.name()));
    }
    if (member
        .column()
        .flatMap(ColumnDefinition::of)
        .filter(ColumnDefinition::serial)
        .isPresent()) {
      ways.add(new ColumnWay.SerialColumn(table, column.name()));
    }
    if (column.generated().isPresent()) {
      ways.add(new ColumnWay.ComputedColumn(table, column.name()));
    }
    if (ColumnWay.TimePrecision.isTime(column.type()) && !isPrecise(member)) {
      ways.add(new ColumnWay.TimePrecision(table, column.name()));
    }
    read.older()
        .ifPresent(
            older ->
                ways.add(
                    new ColumnWay.SharedType(table, column.name(), List.of(column.type(), older))));
    if (read.newer()) {
      read.checks()
          .forEach(
              check ->
                  ways.add(new ConstraintWay.NewerCheck(table, List.of(column.name()), check)));
    }
    return ways;
  }

  private static boolean isFilled(Member member, Column column) {
    return column.nullable() && FILLED.stream().anyMatch(member.annotations()::has);
  }

  private static boolean isOptionalVersion(Member member) {
    return member.annotations().has(Vocabulary.VERSION)
        && !Nullability.isRequired(member, member.column(), Vocabulary.BASIC)
        && !Nullability.isWrittenNotNull(member, member.column());
  }

  /** Whether the model says how precise a time is. */
  private static boolean isPrecise(Member member) {
    return member.annotations().has(Vocabulary.hibernate("FractionalSeconds"))
        || Stream.of("secondPrecision", "precision")
            .anyMatch(
                attribute ->
                    member
                        .annotations()
                        .ofColumn(member.column(), found -> Values.number(found, attribute))
                        .isPresent());
  }
}
