package dev.migrator.testing;

import static dev.migrator.testing.SchemaArbitraries.OPTIONS;
import static dev.migrator.testing.SchemaArbitraries.attributes;
import static dev.migrator.testing.SchemaArbitraries.checks;
import static dev.migrator.testing.SchemaArbitraries.columns;
import static dev.migrator.testing.SchemaArbitraries.compositeTypes;
import static dev.migrator.testing.SchemaArbitraries.definitions;
import static dev.migrator.testing.SchemaArbitraries.domains;
import static dev.migrator.testing.SchemaArbitraries.enums;
import static dev.migrator.testing.SchemaArbitraries.exclusions;
import static dev.migrator.testing.SchemaArbitraries.expressions;
import static dev.migrator.testing.SchemaArbitraries.few;
import static dev.migrator.testing.SchemaArbitraries.foreignKeys;
import static dev.migrator.testing.SchemaArbitraries.generations;
import static dev.migrator.testing.SchemaArbitraries.identities;
import static dev.migrator.testing.SchemaArbitraries.indexes;
import static dev.migrator.testing.SchemaArbitraries.names;
import static dev.migrator.testing.SchemaArbitraries.perDialect;
import static dev.migrator.testing.SchemaArbitraries.primaryKeys;
import static dev.migrator.testing.SchemaArbitraries.sequences;
import static dev.migrator.testing.SchemaArbitraries.tables;
import static dev.migrator.testing.SchemaArbitraries.texts;
import static dev.migrator.testing.SchemaArbitraries.types;
import static dev.migrator.testing.SchemaArbitraries.uniques;

import dev.migrator.operation.AddCheck;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.AddExclusion;
import dev.migrator.operation.AddForeignKey;
import dev.migrator.operation.AddPrimaryKey;
import dev.migrator.operation.AddUnique;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterComposite;
import dev.migrator.operation.AlterDomain;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.AlterTable;
import dev.migrator.operation.Change;
import dev.migrator.operation.CreateComposite;
import dev.migrator.operation.CreateDefinition;
import dev.migrator.operation.CreateDomain;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropByName;
import dev.migrator.operation.DropDefinitionByName;
import dev.migrator.operation.EnumAddition;
import dev.migrator.operation.EnumValues;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.IfMissing;
import dev.migrator.operation.MoveToSchema;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameColumn;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameEnum;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.operation.RenameIndex;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.ReplaceDefinition;
import dev.migrator.operation.RunJava;
import dev.migrator.operation.SchemaChange;
import dev.migrator.operation.SetComment;
import dev.migrator.operation.TypeChange;
import dev.migrator.operation.Using;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Namespace;
import dev.migrator.schema.QualifiedName;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary revisions: every kind of operation, with texts that a file format may trip over. */
public final class RevisionArbitraries {

  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  private RevisionArbitraries() {}

  /** Whole revisions. */
  public static Arbitrary<Revision> revisions() {
    Arbitrary<List<Operation>> operations = operations().list().ofMaxSize(6);
    return Combinators.combine(headers(), operations, operations).as(Revision::new);
  }

  /** Headers with every key. */
  public static Arbitrary<RevisionHeader> headers() {
    Arbitrary<RevisionId> id =
        Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789abcdef").ofLength(12),
                Arbitraries.of("1e5", "yes", "null", "0x10", "12345678", "a.b", "~", "it's", "{}"))
            .map(RevisionId::new);
    Arbitrary<Instant> time =
        Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
    return Combinators.combine(id, few(id), few(texts()), few(texts()), few(id), messages(), time)
        .as(RevisionHeader::new);
  }

  /** Replaces each value that goes, or none. */
  private static AlterEnum enumAlteration(
      QualifiedName name, List<String> from, List<String> to, boolean replaces) {
    Map<String, String> replace = new HashMap<>();
    if (replaces && !to.isEmpty()) {
      EnumValues.without(from, to).forEach(value -> replace.put(value, to.get(0)));
    }
    return new AlterEnum(name, from, to, replace);
  }

  private static Arbitrary<String> messages() {
    return texts().filter(text -> !text.isBlank() && !LINE_BREAK.matcher(text).find());
  }

  /** Operations of every kind. */
  public static Arbitrary<Operation> operations() {
    return Arbitraries.oneOf(
        changes().map(Operation.class::cast),
        changes().map(change -> (Operation) change.inverse()),
        dropsByName(),
        enumAdditions().map(IfMissing::new),
        definitions()
            .map(d -> new DropDefinitionByName(d.kind(), d.identity(), d.hashCode() % 2 == 0)),
        Combinators.combine(Arbitraries.oneOf(expressions(), perDialect()), few(texts()))
            .as(ExecuteSql::new),
        texts().map(RunJava::new));
  }

  private static Arbitrary<EnumAddition> enumAdditions() {
    return Arbitraries.oneOf(
        enums().map(CreateEnum::new),
        enums()
            .filter(type -> !type.values().isEmpty())
            .map(type -> new AddEnumValue(type.name(), type.values().get(0), type.values())));
  }

  private static Arbitrary<SchemaChange> changes() {
    Arbitrary<QualifiedName> table = names();
    return Arbitraries.oneOf(
        List.of(
            texts().map(name -> (SchemaChange) new CreateSchema(new Namespace(name))),
            enumAdditions(),
            Combinators.combine(names(), names()).as(RenameEnum::new),
            Combinators.combine(names(), texts(), texts()).as(RenameEnumValue::new),
            Combinators.combine(names(), few(texts()), few(texts()), Arbitraries.of(true, false))
                .as(RevisionArbitraries::enumAlteration),
            compositeTypes().map(CreateComposite::new),
            Combinators.combine(names(), attributes(), attributes()).as(AlterComposite::new),
            domains().map(CreateDomain::new),
            domainAlterations(),
            definitions().map(CreateDefinition::new),
            Combinators.combine(definitions(), expressions())
                .as((from, sql) -> new ReplaceDefinition(from, from.withSql(sql))),
            sequences().map(CreateSequence::new),
            sequenceAlterations(),
            tables().map(CreateTable::new),
            Combinators.combine(table, table).as(RenameTable::new),
            Combinators.combine(table, table)
                .as((from, to) -> new MoveToSchema(from, to.withName(from.name()))),
            Combinators.combine(table, change(OPTIONS.tables())).as(AlterTable::new),
            Combinators.combine(table, exclusions()).as(AddExclusion::new),
            Combinators.combine(table, columns()).as(AddColumn::new),
            Combinators.combine(table, texts(), texts()).as(RenameColumn::new),
            alterations(),
            Combinators.combine(table, primaryKeys()).as(AddPrimaryKey::new),
            Combinators.combine(table, uniques()).as(AddUnique::new),
            Combinators.combine(table, checks()).as(AddCheck::new),
            Combinators.combine(table, foreignKeys()).as(AddForeignKey::new),
            Combinators.combine(table, texts(), texts(), constraints().optional())
                .as(RenameConstraint::new),
            Combinators.combine(table, texts(), texts(), indexes().optional()).as(RenameIndex::new),
            Combinators.combine(table, indexes()).as(CreateIndex::new),
            Combinators.combine(table, texts().optional(), change(texts().optional()))
                .as(SetComment::new)));
  }

  private static Arbitrary<Constraint> constraints() {
    return Arbitraries.oneOf(
        primaryKeys().map(Constraint.class::cast),
        uniques().map(Constraint.class::cast),
        foreignKeys().map(Constraint.class::cast),
        checks().map(Constraint.class::cast),
        exclusions().map(Constraint.class::cast));
  }

  private static Arbitrary<SchemaChange> alterations() {
    return Combinators.combine(
            names(),
            texts(),
            typeChanges().optional(),
            change(Arbitraries.of(true, false)).optional(),
            change(expressions().optional()).optional(),
            change(identities().optional()).optional(),
            change(texts().optional()).optional(),
            Combinators.combine(
                    change(generations().optional()).optional(),
                    change(OPTIONS.columns()).optional())
                .as(Tuple::of))
        .filter(
            (table, column, type, nullable, defaultValue, identity, collation, more) ->
                Stream.of(
                        type, nullable, defaultValue, identity, collation, more.get1(), more.get2())
                    .anyMatch(Optional::isPresent))
        .as(
            (table, column, type, nullable, defaultValue, identity, collation, more) ->
                new AlterColumn(
                    table,
                    column,
                    type,
                    nullable,
                    defaultValue,
                    identity,
                    collation,
                    more.get1(),
                    more.get2()));
  }

  private static Arbitrary<TypeChange> typeChanges() {
    Arbitrary<Using> using =
        Arbitraries.oneOf(
            Arbitraries.just(new Using.ToDo()),
            Arbitraries.oneOf(expressions(), perDialect()).map(Using.Sql::new));
    return Combinators.combine(types(), types(), using.optional()).as(TypeChange::new);
  }

  private static Arbitrary<SchemaChange> domainAlterations() {
    return Combinators.combine(domains(), domains())
        .as((before, after) -> Tuple.of(before, after.withNullable(!before.nullable())))
        .map(pair -> AlterDomain.between(pair.get1(), pair.get2()));
  }

  private static Arbitrary<SchemaChange> sequenceAlterations() {
    return Combinators.combine(sequences(), sequences())
        .as((before, after) -> Tuple.of(before, after.withStart(before.start() ^ 1)))
        .map(pair -> AlterSequence.between(pair.get1(), pair.get2()));
  }

  private static Arbitrary<Operation> dropsByName() {
    return Combinators.combine(
            Arbitraries.of(DropByName.Kind.class), names(), names(), Arbitraries.of(true, false))
        .as(
            (kind, table, name, ifExists) ->
                switch (kind) {
                  case ENUM, COMPOSITE, DOMAIN, SEQUENCE, TABLE ->
                      new DropByName(kind, Optional.empty(), name, ifExists);
                  case SCHEMA ->
                      new DropByName(
                          kind, Optional.empty(), QualifiedName.of(name.name()), ifExists);
                  case COLUMN, PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY, INDEX ->
                      new DropByName(
                          kind, Optional.of(table), QualifiedName.of(name.name()), ifExists);
                });
  }

  private static <T> Arbitrary<Change<T>> change(Arbitrary<T> values) {
    return Combinators.combine(values, values).as(Change::new);
  }
}
