package dev.migrator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.dialect.Survey;
import dev.migrator.diff.DependencyOrder;
import dev.migrator.diff.SchemaDiffer;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.CreateDefinition;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Operation;
import dev.migrator.operation.ReplaceDefinition;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.Column;
import dev.migrator.schema.Definition;
import dev.migrator.schema.Dependencies;
import dev.migrator.schema.Dependencies.Thing;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept as the SQL that makes it, on both databases. */
class DefinitionTest {

  private static final QualifiedName USERS = QualifiedName.of("users");

  /** One of each kind, and some that stand on others. */
  private static final String EVERYTHING =
      """
      create extension citext;
      create collation by_number (provider = icu, locale = 'en-u-kn-true', deterministic = false);
      create type period as range (subtype = timestamptz, multirange_type_name = periods);
      create text search dictionary words (template = pg_catalog.simple, stopwords = english);
      create text search configuration plain (parser = pg_catalog."default");
      alter text search configuration plain add mapping for asciiword, word with words, simple;
      create domain positive as integer check (value > 0);
      create table zoo (id bigint);
      comment on table zoo is 'behind';
      create function next_code() returns text language sql as $$ select 'a' || count(*) from zoo $$;
      create table users (
        id bigint primary key, name text not null default 'x', amount integer,
        code text default 'c', period period, mail citext);
      alter table users alter code set default next_code();
      create function users_named(text) returns setof users language sql stable
        begin atomic select * from users where name = $1; end;
      comment on function users_named(text) is 'By their name; all of them.';
      create procedure clean(integer) language plpgsql as $$ begin delete from users; end $$;
      create aggregate longest(text) (sfunc = textcat, stype = text, initcond = '', parallel = safe);
      create function is_same(users, users) returns boolean language sql immutable
        return ($1).id = ($2).id;
      create operator === (function = is_same, leftarg = users, rightarg = users, commutator = ===);
      create cast (positive as text) with inout as assignment;
      create view names with (security_barrier = true) as select id, name from users where id > 0
        with local check option;
      alter view names alter name set default 'nobody';
      comment on view names is 'It''s them.';
      comment on column names.name is 'First names';
      create view a_names as select name from names;
      create materialized view totals as select name, sum(amount) as total from users group by name;
      create unique index totals_name on totals (name);
      create materialized view empty as select 1 as one with no data;
      create statistics together (dependencies) on name, code from users;
      create rule keep as on delete to names do instead nothing;
      create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
      create trigger touched before update of name on users for each row when (new.amount > 0)
        execute function touch();
      create trigger off after insert on users for each row execute function touch();
      alter table users disable trigger off;
      create trigger inserted instead of insert on a_names for each row execute function touch();
      create policy mine on users as restrictive for select to public using (name = current_user);
      create function log_ddl() returns event_trigger language plpgsql as $$ begin end $$;
      create event trigger ddl on ddl_command_start when tag in ('CREATE SEQUENCE')
        execute function log_ddl();
      create index ix_users_code on users (code);
      comment on index ix_users_code is 'quick';
      comment on constraint users_pkey on users is 'key';
      comment on type period is 'from to';
      """;

  @Test
  void recreatesEveryKindInAnOrderThatWorks() throws SQLException {
    try (TestDatabase one = TestDatabase.of("postgresql");
        TestDatabase other = TestDatabase.of("postgresql");
        ScenarioDatabase source = new ScenarioDatabase(one);
        ScenarioDatabase copy = new ScenarioDatabase(other)) {
      source.execute(EVERYTHING);
      Survey survey = source.survey();
      Schema schema = survey.schema();
      assertThat(schema.definitions().stream().map(Definition::kind).distinct())
          .containsExactly(Definition.Kind.values());

      List<SchemaChange> changes =
          DependencyOrder.of(SchemaDiffer.diff(Schema.EMPTY, schema), survey.dependencies());
      copy.change(List.copyOf(changes), Schema.EMPTY);
      SchemaLaws.assertSame("the copy", copy.inspect().schema(), schema);

      List<SchemaChange> inverses =
          new ArrayList<>(changes.stream().map(SchemaChange::inverse).toList());
      Collections.reverse(inverses);
      copy.change(List.copyOf(inverses), schema);
      SchemaLaws.assertSame("nothing is left", copy.inspect().schema(), Schema.EMPTY);
    }
  }

  @Test
  void makesWayForAColumnThatChangesItsType() throws SQLException {
    try (TestDatabase server = TestDatabase.of("postgresql");
        ScenarioDatabase database = new ScenarioDatabase(server)) {
      database.execute(EVERYTHING);
      Schema before = database.inspect().schema();
      Column name = before.table(USERS).orElseThrow().column("name").orElseThrow();
      Operation change = AlterColumn.between(USERS, name, name.withType(BasicType.varchar(99)));

      database.change(List.of(change), before);
      SchemaLaws.assertSame(
          "the definitions",
          Schema.EMPTY.withDefinitions(
              database.inspect().schema().definitions().stream()
                  .filter(DefinitionTest::isNotOfColumn)
                  .toList()),
          Schema.EMPTY.withDefinitions(
              before.definitions().stream().filter(DefinitionTest::isNotOfColumn).toList()));
      assertThat(database.inspect().schema().definitions()).hasSameSizeAs(before.definitions());
    }
  }

  /** The server casts the column to text where it is compared with one. */
  private static boolean isNotOfColumn(Definition definition) {
    return !definition.identity().equals("users_named(text)")
        && definition.kind() != Definition.Kind.POLICY;
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void writtenByHandComesChangesAndGoes(String dialect) throws SQLException {
    try (TestDatabase server = TestDatabase.of(dialect);
        ScenarioDatabase database = new ScenarioDatabase(server)) {
      Table users =
          Table.of(
              USERS,
              List.of(
                  Column.of("id", BasicType.of(Kind.BIGINT), true),
                  Column.of("name", BasicType.of(Kind.TEXT), true)));
      Definition view = view("names", "create view names as select * from users");
      Definition over = view("b_names", "create view b_names as select id from names");
      Definition replaced = view("names", "create view names as select id, name as n from users");
      Schema all = Schema.of(List.of(users)).withDefinitions(List.of(view, over));
      database.change(List.copyOf(SchemaDiffer.diff(Schema.EMPTY, all)), Schema.EMPTY);
      assertThat(database.current(all)).isEqualTo(all);

      ReplaceDefinition replacement = new ReplaceDefinition(view, replaced);
      database.change(List.of(replacement), all);
      database.execute("insert into users (id, name) values (1, 'Ann')");
      assertThat(database.rows("select n from names;\n0")).contains("Ann");
      assertThat(database.rows("select id from b_names;\n0")).contains("1");

      Schema after = replacement.applyTo(all);
      database.change(List.copyOf(SchemaDiffer.diff(after, Schema.EMPTY)), after);
      SchemaLaws.assertSame("nothing is left", database.inspect().schema(), Schema.EMPTY);
    }
  }

  @Test
  void movesUpWhatIsNeededAndSetsCirclesApart() {
    Table one = referring("one", "two");
    Table two = referring("two", "one");
    Definition function = Definition.of(Definition.Kind.FUNCTION, "f()", "create function f() …");
    List<SchemaChange> changes =
        List.of(new CreateTable(one), new CreateTable(two), new CreateDefinition(function));
    Dependencies dependencies =
        new Dependencies(
            Map.of(
                Thing.table(two.name()),
                new TreeSet<>(List.of(Thing.definition(function), Thing.table(one.name())))),
            Map.of());

    assertThat(DependencyOrder.of(changes, dependencies).stream().map(Operation::describe))
        .containsExactly(
            "create function f()",
            "create table two",
            "create table one",
            "add foreign key fk_two on two");
  }

  private static Table referring(String name, String to) {
    return Table.of(
            QualifiedName.of(name), List.of(Column.of("id", BasicType.of(Kind.BIGINT), true)))
        .withForeignKeys(
            List.of(
                new ForeignKey(
                    Optional.of("fk_" + name),
                    List.of("id"),
                    QualifiedName.of(to),
                    List.of("id"),
                    ForeignKeyAction.NO_ACTION,
                    ForeignKeyAction.NO_ACTION)));
  }

  private static Definition view(String name, String sql) {
    return Definition.of(Definition.Kind.VIEW, name, sql);
  }
}
