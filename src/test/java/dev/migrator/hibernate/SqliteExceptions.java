package dev.migrator.hibernate;

import dev.migrator.command.Check;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.type.BasicPluralType;
import org.hibernate.type.BasicType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.Type;

/**
 * Where Hibernate's schema on SQLite is not ours, all in one place.
 *
 * <p>The types of some columns are Migrator's choice, as {@code docs/model.md} says: arrays, JSON
 * and UUID are text there. Their declaration is all that is given up: whether they take NULL, their
 * keys and their checks are still compared. And Hibernate creates no foreign key there at all,
 * since it would do so with a statement that SQLite lacks; that ours are missing is for {@code
 * check} to say.
 */
final class SqliteExceptions {

  private static final Map<Integer, String> BY_CODE =
      Map.of(
          SqlTypes.UUID, "text",
          SqlTypes.JSON, "text",
          SqlTypes.JSON_ARRAY, "text",
          SqlTypes.ARRAY, "text");

  private SqliteExceptions() {}

  /** Whether it is one of ours that Hibernate leaves out. */
  static boolean isLeftOut(Check.Finding finding) {
    return finding.text().startsWith("add foreign key ");
  }

  /** Declares the columns to Hibernate as a {@code columnDefinition} of our type would. */
  static void declareIn(Metadata metadata) {
    for (Table table : metadata.collectTableMappings()) {
      for (Column column : table.getColumns()) {
        if (column.getSqlType() == null && column.getValue() != null) {
          ours(column, (MetadataImplementor) metadata).ifPresent(column::setSqlType);
        }
      }
    }
  }

  private static Optional<String> ours(Column column, MetadataImplementor metadata) {
    Type type = single(column.getValue().getType(), column.getTypeIndex(), metadata);
    if (type instanceof BasicPluralType<?, ?>) {
      return Optional.of("text");
    }
    if (type instanceof BasicType<?> basic) {
      int code = basic.getJdbcType().getDefaultSqlTypeCode();
      boolean uuid =
          basic.getReturnedClass() == UUID.class
              && (code == SqlTypes.BINARY || code == SqlTypes.VARBINARY);
      return uuid ? Optional.of("text") : Optional.ofNullable(BY_CODE.get(code));
    }
    return Optional.empty();
  }

  /** The type of one column of those that a type has. */
  private static Type single(Type type, int index, MetadataImplementor metadata) {
    if (type instanceof EntityType reference) {
      return single(reference.getIdentifierOrUniqueKeyType(metadata), index, metadata);
    }
    if (type instanceof ComponentType component) {
      int start = 0;
      for (Type subtype : component.getSubtypes()) {
        int span = subtype.getColumnSpan(metadata);
        if (index < start + span) {
          return single(subtype, index - start, metadata);
        }
        start += span;
      }
    }
    return type;
  }
}
