package dev.migrator.diff;

import dev.migrator.operation.AddForeignKey;
import dev.migrator.operation.AlterComposite;
import dev.migrator.operation.AlterDomain;
import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.CreateComposite;
import dev.migrator.operation.CreateDefinition;
import dev.migrator.operation.CreateDomain;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropComposite;
import dev.migrator.operation.DropDefinition;
import dev.migrator.operation.DropDomain;
import dev.migrator.operation.DropEnum;
import dev.migrator.operation.DropForeignKey;
import dev.migrator.operation.DropSchema;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.ReplaceDefinition;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.Definition;
import dev.migrator.schema.Definition.Kind;
import dev.migrator.schema.DefinitionOrder;
import dev.migrator.schema.Domain;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Namespace;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOwner;
import dev.migrator.schema.Table;
import dev.migrator.schema.TypeOrder;
import dev.migrator.schema.UserType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The changes that lead from one schema to another, in an order that a database accepts: what goes
 * is dropped before what comes is created, so that a name can move; foreign keys leave first and
 * come last.
 *
 * <p>What differs in its name alone is renamed first, and columns that were {@code serial} are so
 * no more.
 *
 * <p>The differ never forgets: when its rules have run, the changes applied to {@code from} give
 * {@code to}, or it fails and names what is left.
 */
public final class SchemaDiffer {

  private final Schema from;
  private final Schema to;
  private final ChangeList changes;
  private final ForeignKeyPlan foreignKeys;

  private SchemaDiffer(Schema from, Schema to) {
    this.changes = new ChangeList(from);
    this.changes.addAll(ItemRenames.between(from, to));
    this.changes.addAll(SerialColumns.between(changes.schema(), to));
    this.from = changes.schema();
    this.to = to;
    this.foreignKeys = ForeignKeyPlan.of(this.from, to);
  }

  /**
   * The changes, in order. The inverses in reverse order lead back.
   *
   * @throws IncompleteDiffException if the changes would not give {@code to}
   */
  public static List<SchemaChange> diff(Schema from, Schema to) {
    return new SchemaDiffer(from, to).run();
  }

  private List<SchemaChange> run() {
    added(from.namespaces(), to.namespaces()).forEach(n -> changes.add(new CreateSchema(n)));
    define(Kind::precedesTables);
    dropDefinitions(kind -> !kind.precedesTables());
    to.enums().forEach(this::prepareEnum);
    prepareTypes();
    from.sequences().forEach(this::release);
    foreignKeys.dropped().forEach(key -> changes.add(new DropForeignKey(key.table(), key.key())));
    List<TableDiff> kept = keptTables();
    kept.forEach(TableDiff::drop);
    foreignKeys.tablesToDrop().forEach(this::dropTable);
    dropSequences(this::makesWay);
    to.sequences().forEach(this::sequence);
    foreignKeys.tablesToCreate().forEach(table -> changes.add(new CreateTable(table)));
    kept.forEach(TableDiff::change);
    to.sequences().forEach(this::own);
    foreignKeys.added().forEach(key -> changes.add(new AddForeignKey(key.table(), key.key())));
    define(kind -> !kind.precedesTables());
    dropSequences(sequence -> !makesWay(sequence));
    dropTypes();
    to.enums().forEach(this::finishEnum);
    from.enums().stream()
        .filter(type -> to.enumType(type.name()).isEmpty())
        .forEach(type -> changes.add(new DropEnum(type)));
    dropDefinitions(Kind::precedesTables);
    added(to.namespaces(), from.namespaces()).forEach(n -> changes.add(new DropSchema(n)));
    IncompleteDiffException.requireSame(changes.schema(), to);
    return changes.changes();
  }

  private List<TableDiff> keptTables() {
    return to.tables().stream()
        .filter(table -> foreignKeys.isKept(table.name()))
        .filter(table -> !foreignKeys.before(table.name()).equals(table))
        .map(table -> new TableDiff(changes, foreignKeys.before(table.name()), table))
        .toList();
  }

  /** The table as it is by now: without the foreign keys of a cycle. */
  private void dropTable(QualifiedName name) {
    Table table = changes.schema().table(name).orElseThrow();
    changes.add(new DropTable(table));
  }

  /** New values come first, so that a default or a new table may use them. */
  private void prepareEnum(EnumType type) {
    from.enumType(type.name())
        .ifPresentOrElse(
            before -> changes.addAll(EnumDiff.additions(before, type)),
            () -> changes.add(new CreateEnum(type)));
  }

  /** Removed values go last, when no default uses them any more. */
  private void finishEnum(EnumType type) {
    EnumType before = changes.schema().enumType(type.name()).orElseThrow();
    EnumDiff.remainder(before, type).ifPresent(changes::add);
  }

  /** Creates and replaces definitions, each after those that its SQL names. */
  private void define(Predicate<Kind> due) {
    for (Definition definition : DefinitionOrder.of(to.definitions())) {
      Optional<Definition> before = from.definition(definition);
      if (!due.test(definition.kind())) {
        continue;
      }
      if (before.isEmpty()) {
        changes.add(new CreateDefinition(definition));
      } else if (!before.get().equals(definition)) {
        changes.add(new ReplaceDefinition(before.get(), definition));
      }
    }
  }

  /** Drops definitions, each before those that its SQL names. */
  private void dropDefinitions(Predicate<Kind> due) {
    List<Definition> dropped = new ArrayList<>(DefinitionOrder.of(from.definitions()));
    Collections.reverse(dropped);
    dropped.stream()
        .filter(definition -> due.test(definition.kind()))
        .filter(definition -> to.definition(definition).isEmpty())
        .forEach(definition -> changes.add(new DropDefinition(definition)));
  }

  /** Before the tables, each after those that it is made of. */
  private void prepareTypes() {
    for (UserType type : TypeOrder.of(to.userTypes())) {
      if (type instanceof CompositeType composite) {
        prepare(composite);
      } else if (type instanceof Domain domain) {
        prepare(domain);
      }
    }
  }

  private void prepare(CompositeType type) {
    Optional<CompositeType> before = from.compositeType(type.name());
    if (before.isEmpty()) {
      changes.add(new CreateComposite(type));
    } else if (!before.get().equals(type)) {
      changes.add(new AlterComposite(type.name(), before.get().attributes(), type.attributes()));
    }
  }

  private void prepare(Domain domain) {
    Optional<Domain> before = from.domain(domain.name());
    if (before.isEmpty()) {
      changes.add(new CreateDomain(domain));
    } else if (!before.get().equals(domain)) {
      changes.add(AlterDomain.between(before.get(), domain));
    }
  }

  /** Behind the tables, each before those that it is made of. */
  private void dropTypes() {
    List<UserType> dropped = new ArrayList<>(TypeOrder.of(from.userTypes()));
    Collections.reverse(dropped);
    for (UserType type : dropped) {
      if (type instanceof CompositeType composite && to.compositeType(type.name()).isEmpty()) {
        changes.add(new DropComposite(composite));
      } else if (type instanceof Domain domain && to.domain(type.name()).isEmpty()) {
        changes.add(new DropDomain(domain));
      }
    }
  }

  /** Before the tables, whose defaults may use it. */
  private void sequence(Sequence wanted) {
    Optional<Sequence> before = from.sequence(wanted.name());
    if (before.isEmpty()) {
      changes.add(new CreateSequence(wanted.withOwner(Optional.empty())));
    } else {
      alter(wanted.withOwner(changes.schema().sequence(wanted.name()).orElseThrow().owner()));
    }
  }

  private void alter(Sequence wanted) {
    Sequence now = changes.schema().sequence(wanted.name()).orElseThrow();
    if (!now.equals(wanted)) {
      changes.add(AlterSequence.between(now, wanted));
    }
  }

  /** A sequence that is not to go with its column any more, or not before it is dropped itself. */
  private void release(Sequence before) {
    Optional<SequenceOwner> wanted = to.sequence(before.name()).flatMap(Sequence::owner);
    if (before.owner().isPresent() && !before.owner().equals(wanted)) {
      alter(before.withOwner(Optional.empty()));
    }
  }

  /** After the tables, whose columns own sequences. */
  private void own(Sequence wanted) {
    alter(wanted);
  }

  private void dropSequences(Predicate<Sequence> due) {
    from.sequences().stream()
        .filter(sequence -> to.sequence(sequence.name()).isEmpty())
        .filter(due)
        .flatMap(sequence -> changes.schema().sequence(sequence.name()).stream())
        .forEach(sequence -> changes.add(new DropSequence(sequence)));
  }

  /** A sequence goes last, when no default uses it any more, unless a table takes its name. */
  private boolean makesWay(Sequence sequence) {
    return to.table(sequence.name()).isPresent();
  }

  private static List<Namespace> added(List<Namespace> before, List<Namespace> after) {
    return after.stream().filter(Predicate.not(before::contains)).toList();
  }
}
