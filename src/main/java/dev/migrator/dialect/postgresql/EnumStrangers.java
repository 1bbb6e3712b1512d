package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.literal;
import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.DropByName;
import dev.migrator.operation.DropDefinitionByName;
import dev.migrator.operation.Operation;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.UserType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands on an enumeration that is to be made anew, and that no model knows: foreign and typed
 * tables, operator classes, publications of its columns, and what is in schemas that are not looked
 * at. The server finds it, before anything is done.
 *
 * @param operation the change
 * @param types the known types: the enumeration and those that are made of it
 * @param tables the known tables with columns of these
 */
record EnumStrangers(AlterEnum operation, List<QualifiedName> types, List<QualifiedName> tables) {

  /** The types, those that are made of them, and the columns of all these. */
  private static final String ALL =
      """
        WITH RECURSIVE known (oid) AS (
          SELECT to_regtype(name)::oid FROM unnest(ARRAY[%s]) AS name
        ), made (oid) AS (
          SELECT oid FROM known WHERE oid IS NOT NULL
          UNION
          SELECT t.oid FROM made AS m JOIN pg_type AS t
            ON m.oid IN (t.typelem, t.typbasetype)
            OR EXISTS (SELECT FROM pg_range WHERE rngtypid = t.oid AND rngsubtype = m.oid)
            OR EXISTS (
              SELECT FROM pg_attribute JOIN pg_class AS c ON c.oid = attrelid AND relkind = 'c'
              WHERE attrelid = t.typrelid AND atttypid = m.oid AND NOT attisdropped)
        ), places AS (
          SELECT attrelid, attnum, relkind, reloftype
          FROM pg_attribute JOIN pg_class AS c ON c.oid = attrelid
          WHERE atttypid IN (SELECT oid FROM made) AND attnum > 0 AND NOT attisdropped
            AND relkind IN ('r', 'p', 'f')
        )
      """;

  private static final String STRANGERS =
      """
          SELECT 'type ' || oid::regtype FROM pg_type
          WHERE oid IN (SELECT oid FROM made) AND typelem = 0
            AND oid NOT IN (SELECT oid FROM known WHERE oid IS NOT NULL)
          UNION
          SELECT CASE WHEN relkind = 'f' THEN 'foreign table ' WHEN reloftype <> 0 THEN 'typed table '
            ELSE 'table ' END || attrelid::regclass
          FROM places
          WHERE relkind = 'f' OR reloftype <> 0 OR attrelid NOT IN (
            SELECT to_regclass(name) FROM unnest(ARRAY[%s]::text[]) AS name
            WHERE to_regclass(name) IS NOT NULL)
          UNION
          SELECT format('operator class %%I', opcname) FROM pg_opclass
          WHERE opcintype IN (SELECT oid FROM made)
          UNION
          SELECT format('publication %%I of table %%s', pubname, prrelid::regclass)
          FROM pg_depend JOIN pg_publication_rel AS r ON r.oid = objid
          JOIN pg_publication AS p ON p.oid = prpubid
          WHERE classid = 'pg_publication_rel'::regclass AND refclassid = 'pg_class'::regclass
            AND (refobjid, refobjsubid) IN (SELECT attrelid, attnum FROM places)
      """;

  /** Those of a change; empty where the type is not made anew. */
  static Optional<EnumStrangers> of(AlterEnum change, Schema before) {
    Optional<EnumType> type = before.enumType(change.name());
    if (type.isEmpty()
        || EnumSql.onlyAdds(
            type.get().values(),
            change.applyTo(before).enumType(change.name()).orElseThrow().values())) {
      return Optional.empty();
    }
    TypeChain chain = TypeChain.of(before, change.name());
    return Optional.of(
        new EnumStrangers(
            change,
            Stream.concat(Stream.of(chain.root()), chain.users().stream().map(UserType::name))
                .toList(),
            List.copyOf(EnumUses.of(before, chain).columns().keySet())));
  }

  /**
   * Whether they can be looked for before the operations that precede the change: none of these may
   * take them out of the way.
   *
   * @param start the schema before all of them
   */
  boolean isEarly(Schema start, List<Operation> preceding) {
    return preceding.stream().noneMatch(EnumStrangers::mayDrop)
        && of(operation, start).filter(this::equals).isPresent();
  }

  private static boolean mayDrop(Operation other) {
    return other.isOpaque() || other instanceof DropByName || other instanceof DropDefinitionByName;
  }

  /** A statement that fails with their names. */
  Draft statement() {
    return Draft.refusal(
        operation,
        """
        %s  SELECT string_agg(name, ', ' ORDER BY name) INTO findings FROM (
        %s  ) AS found (name);\
        """
            .formatted(ALL.formatted(names(types)), STRANGERS.formatted(names(tables))),
        "%s || findings || %s"
            .formatted(
                literal(
                    "enum %s cannot be made anew, since this cannot be carried over: "
                        .formatted(operation.name())),
                literal(". Drop it first, and create it again afterwards.")));
  }

  private static String names(List<QualifiedName> names) {
    return names.stream().map(name -> literal(quote(name))).collect(Collectors.joining(", "));
  }
}
