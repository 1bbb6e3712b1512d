package dev.migrator.entity;

import dev.migrator.schema.Column;
import dev.migrator.schema.Generated;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What versions of Hibernate make differently of the same model. Either is right, so what the
 * database has stays.
 */
public sealed interface EitherWay {

  /** The table that it is about. */
  QualifiedName table();

  /** The model's table as it is where the database has this one. */
  Table settled(Table model, Table current);

  /**
   * Whether a column that Hibernate itself fills with the time takes NULL: up to Hibernate 6 it
   * does.
   */
  record FilledColumn(QualifiedName table, String column) implements EitherWay {

    @Override
    public Table settled(Table model, Table current) {
      return current
          .column(column)
          .map(there -> model.withColumn(column, wanted -> wanted.withNullable(there.nullable())))
          .orElse(model);
    }
  }

  /**
   * How a computed column is kept: Hibernate leaves it to the database, of which PostgreSQL
   * computes it on each reading from version 18 on; and whether it is said not to take NULL.
   */
  record ComputedColumn(QualifiedName table, String column) implements EitherWay {

    @Override
    public Table settled(Table model, Table current) {
      Optional<Column> there =
          current.column(column).filter(found -> found.generated().isPresent());
      return there
          .map(found -> model.withColumn(column, wanted -> as(found, wanted)))
          .orElse(model);
    }

    private static Column as(Column there, Column wanted) {
      boolean stored = there.generated().orElseThrow().stored();
      return wanted
          .withNullable(there.nullable())
          .withGenerated(
              wanted.generated().map(computed -> new Generated(computed.expression(), stored)));
    }
  }

  /**
   * The key of a set of entities that belong to one owner each: up to Hibernate 6 it has the
   * owner's columns, too, and the elements are unique beside.
   *
   * @param owner the columns that refer to the owner
   * @param element the columns that refer to the element
   */
  record KeyOfSet(QualifiedName table, List<String> owner, List<String> element)
      implements EitherWay {

    public KeyOfSet {
      owner = List.copyOf(owner);
      element = List.copyOf(element);
    }

    @Override
    public Table settled(Table model, Table current) {
      Set<String> all = new HashSet<>(owner);
      all.addAll(element);
      boolean older =
          current.primaryKey().filter(key -> Set.copyOf(key.columns()).equals(all)).isPresent();
      if (!older) {
        return model;
      }
      List<String> columns = new ArrayList<>(owner);
      columns.addAll(element);
      List<UniqueConstraint> uniques = new ArrayList<>(model.uniques());
      uniques.add(new UniqueConstraint(Optional.empty(), element));
      return model
          .withPrimaryKey(Optional.of(new PrimaryKey(Optional.empty(), columns)))
          .withUniques(uniques);
    }
  }
}
