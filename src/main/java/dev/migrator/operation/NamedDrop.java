package dev.migrator.operation;

import dev.migrator.schema.Definition;
import dev.migrator.schema.Namespace;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.Optional;

/** The change that a drop by name means on a schema that holds the named thing. */
public final class NamedDrop {

  private NamedDrop() {}

  /** The drop with everything that it drops; empty where the schema lacks it. */
  public static Optional<SchemaChange> of(DropByName drop, Schema schema) {
    String name = drop.name().name();
    return switch (drop.kind()) {
      case SCHEMA ->
          schema.namespaces().stream()
              .filter(namespace -> namespace.equals(new Namespace(name)))
              .findFirst()
              .map(DropSchema::new);
      case ENUM -> schema.enumType(drop.name()).map(DropEnum::new);
      case COMPOSITE -> schema.compositeType(drop.name()).map(DropComposite::new);
      case DOMAIN -> schema.domain(drop.name()).map(DropDomain::new);
      case SEQUENCE -> schema.sequence(drop.name()).map(DropSequence::new);
      case TABLE -> schema.table(drop.name()).map(DropTable::new);
      case COLUMN, PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY, INDEX ->
          drop.table().flatMap(schema::table).flatMap(table -> of(drop.kind(), name, table));
    };
  }

  /**
   * The same drop by name alone, for a database that may lack what is dropped; empty for a change
   * that drops nothing, and for the drop of something without a name.
   */
  public static Optional<Operation> ifExists(SchemaChange change) {
    if (change instanceof DropTable drop) {
      return Optional.of(byName(DropByName.Kind.TABLE, drop.table().name()));
    } else if (change instanceof DropEnum drop) {
      return Optional.of(byName(DropByName.Kind.ENUM, drop.type().name()));
    } else if (change instanceof DropComposite drop) {
      return Optional.of(byName(DropByName.Kind.COMPOSITE, drop.type().name()));
    } else if (change instanceof DropDomain drop) {
      return Optional.of(byName(DropByName.Kind.DOMAIN, drop.domain().name()));
    } else if (change instanceof DropSequence drop) {
      return Optional.of(byName(DropByName.Kind.SEQUENCE, drop.sequence().name()));
    } else if (change instanceof DropColumn drop) {
      return Optional.of(on(DropByName.Kind.COLUMN, drop.table(), drop.column().name()));
    } else if (change instanceof DropPrimaryKey drop) {
      return drop.primaryKey().name().map(n -> on(DropByName.Kind.PRIMARY_KEY, drop.table(), n));
    } else if (change instanceof DropUnique drop) {
      return drop.unique().name().map(n -> on(DropByName.Kind.UNIQUE, drop.table(), n));
    } else if (change instanceof DropCheck drop) {
      return drop.check().name().map(n -> on(DropByName.Kind.CHECK, drop.table(), n));
    } else if (change instanceof DropExclusion drop) {
      return drop.exclusion().name().map(n -> on(DropByName.Kind.EXCLUSION, drop.table(), n));
    } else if (change instanceof DropForeignKey drop) {
      return drop.foreignKey().name().map(n -> on(DropByName.Kind.FOREIGN_KEY, drop.table(), n));
    } else if (change instanceof DropIndex drop) {
      return drop.index().name().map(n -> on(DropByName.Kind.INDEX, drop.table(), n));
    } else if (change instanceof DropDefinition drop) {
      Definition dropped = drop.definition();
      return Optional.of(new DropDefinitionByName(dropped.kind(), dropped.identity(), true));
    }
    return Optional.empty();
  }

  private static Operation byName(DropByName.Kind kind, QualifiedName name) {
    return new DropByName(kind, Optional.empty(), name, true);
  }

  private static Operation on(DropByName.Kind kind, QualifiedName table, String name) {
    return new DropByName(kind, Optional.of(table), QualifiedName.of(name), true);
  }

  private static Optional<SchemaChange> of(DropByName.Kind kind, String name, Table table) {
    QualifiedName owner = table.name();
    return switch (kind) {
      case COLUMN -> table.column(name).map(column -> new DropColumn(owner, column));
      case PRIMARY_KEY -> table.primaryKey().map(key -> new DropPrimaryKey(owner, key));
      case UNIQUE -> table.unique(name).map(unique -> new DropUnique(owner, unique));
      case CHECK -> table.check(name).map(check -> new DropCheck(owner, check));
      case EXCLUSION -> table.exclusion(name).map(exclusion -> new DropExclusion(owner, exclusion));
      case FOREIGN_KEY -> table.foreignKey(name).map(key -> new DropForeignKey(owner, key));
      case INDEX -> table.index(name).map(index -> new DropIndex(owner, index));
      case SCHEMA, ENUM, COMPOSITE, DOMAIN, SEQUENCE, TABLE -> Optional.empty();
    };
  }
}
