package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Column;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.Domain;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Names;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.UserType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Replaces an enumeration by one with other values, since PostgreSQL can neither remove a value nor
 * move it. Everything that uses the type is kept: what stands on its columns makes way, the types
 * that are made of it are made anew, the columns are converted, and all comes back.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-enum.html">PostgreSQL: enumerated
 *     types, implementation details</a>
 */
final class EnumRebuild {

  private final AlterEnum operation;
  private final Schema before;
  private final EnumType to;
  private final TypeChain chain;
  private final EnumUses uses;
  private final EnumDependents dependents;
  private final EnumDefaults defaults;
  private final List<Draft> drafts = new ArrayList<>();

  /**
   * @param before the schema before it
   * @param following the operations that come after it in the revision
   */
  EnumRebuild(AlterEnum operation, Schema before, List<Operation> following) {
    this.operation = operation;
    this.before = before;
    chain = TypeChain.of(before, operation.name());
    uses = EnumUses.of(before, chain);
    dependents = EnumDependents.of(before, chain, uses);
    to = operation.applyTo(before).enumType(operation.name()).orElseThrow();
    defaults = new EnumDefaults(operation, before, to, dependents, following);
    new EnumRefusals(operation, before, to, chain, uses, dependents).check();
  }

  List<Draft> drafts() {
    Belongings belongings = dependents.belongings(chain, uses);
    belongings.keep().forEach(this::define);
    dependents.drop().forEach(this::define);
    defaults.drop().forEach(this::define);
    DefinitionsOn.drop(dependents.routines()).forEach(this::define);
    recreateTypes();
    RowCasts casts = RowCasts.of(operation, before, chain, uses, this::old);
    casts.create().forEach(this::define);
    uses.converted().forEach(this::convert);
    casts.drop().forEach(this::define);
    DefinitionsOn.restore(dependents.routines()).forEach(this::define);
    defaults.restore().forEach(this::define);
    dependents.restore(new TableSql(operation)).forEach(this::define);
    belongings.giveBack().forEach(this::define);
    List<UserType> users = new ArrayList<>(chain.users());
    Collections.reverse(users);
    users.forEach(type -> define("DROP %s %s".formatted(word(type), quote(old(type.name())))));
    define("DROP TYPE " + quote(old(chain.root())));
    return drafts;
  }

  private void recreateTypes() {
    chain.users().forEach(type -> rename(word(type), type.name()));
    rename("TYPE", chain.root());
    add(Draft.newType(operation, EnumSql.create(to.name(), to.values()), to.name()));
    for (UserType type : chain.users()) {
      if (type instanceof CompositeType composite) {
        define(CompositeSql.create(composite));
      } else if (type instanceof Domain domain) {
        new DomainSql(operation).create(defaults.domain(domain)).forEach(this::define);
      }
    }
  }

  private static String word(UserType type) {
    return type instanceof Domain ? "DOMAIN" : "TYPE";
  }

  private void rename(String word, QualifiedName name) {
    define("ALTER %s %s RENAME TO %s".formatted(word, quote(name), quote(old(name).name())));
  }

  /** What the type is called until it is dropped: nothing else has that name. */
  private QualifiedName old(QualifiedName name) {
    String end = "__old";
    QualifiedName old = name.withName(Names.fit(name.name() + end));
    while (isTaken(old)) {
      end += "_";
      old = name.withName(Names.fit(name.name() + end));
    }
    return old;
  }

  private boolean isTaken(QualifiedName name) {
    return Stream.of(
            before.enumType(name),
            before.compositeType(name),
            before.domain(name),
            before.table(name),
            before.sequence(name))
        .anyMatch(Optional::isPresent);
  }

  private void convert(EnumUses.Use use) {
    Column column = use.column();
    String value =
        new EnumValueSql(before, chain).converted(use.sql(), column.type(), operation.replace());
    define(
        "ALTER TABLE %s ALTER COLUMN %s TYPE %s USING %s"
            .formatted(
                quote(use.table().name()), use.sql(), PostgresqlTypes.sql(column.type()), value));
  }

  private void define(String sql) {
    add(Draft.definition(operation, sql));
  }

  private void add(Draft draft) {
    drafts.add(draft);
  }
}
