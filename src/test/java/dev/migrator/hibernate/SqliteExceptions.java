package dev.migrator.hibernate;

import dev.migrator.command.Check;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
 * <p>The types of some columns are Migrator's choice, as {@code docs/model.md} says: arrays, JSON,
 * UUID and {@code LONG32VARCHAR} are text there, and named enums are {@code varchar(255)}. Their
 * declaration is all that is given up: whether they take NULL, their keys and their checks are
 * still compared. And Hibernate creates no foreign key there at all, since it would do so with a
 * statement that SQLite lacks; that ours are missing is for {@code check} to say.
 */
final class SqliteExceptions {

  /** What tells a UUID that is stored by default from one whose type the model gives. */
  static final String UUID_SETTING = "hibernate.type.preferred_uuid_jdbc_type";

  static final String UUID_TYPE = "VARBINARY";

  private static final Set<Integer> UUIDS = Set.of(SqlTypes.VARBINARY, SqlTypes.BLOB);

  private static final Set<Integer> TEXTS =
      Set.of(SqlTypes.JSON, SqlTypes.JSON_ARRAY, SqlTypes.ARRAY, SqlTypes.LONG32VARCHAR);

  private SqliteExceptions() {}

  /**
   * Whether it is one of ours that Hibernate leaves out. An identity column is the same in both,
   * unless a word of the table's statement before it holds {@code integer}: then Hibernate takes it
   * for declared, leaves its type out, and SQLite does not number its rows.
   */
  static boolean isLeftOut(Check.Finding finding) {
    return Stream.of("add foreign key ", "add unique constraint ", "set comment of ")
            .anyMatch(finding.text()::startsWith)
        || finding.text().matches("alter column .* \\(type blob to .*, add identity\\)");
  }

  /** Whether it is a statement that SQLite lacks. */
  static boolean isUnknown(String command) {
    return command.startsWith("comment on ");
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
      return isText(basic)
          ? Optional.of("text")
          : Optional.of("varchar(255)").filter(enumType -> isNamedEnum(basic));
    }
    return Optional.empty();
  }

  private static boolean isNamedEnum(BasicType<?> type) {
    int code = type.getJdbcType().getDefaultSqlTypeCode();
    return code == SqlTypes.NAMED_ENUM || code == SqlTypes.NAMED_ORDINAL_ENUM;
  }

  private static boolean isText(BasicType<?> type) {
    int code = type.getJdbcType().getDefaultSqlTypeCode();
    return TEXTS.contains(code) || (type.getReturnedClass() == UUID.class && UUIDS.contains(code));
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
