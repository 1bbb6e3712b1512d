package dev.migrator.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.problem.ProblemException;
import dev.migrator.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelErrorsTest {

  @TempDir private Path directory;

  @Test
  void aMissingClassPathEntryIsNamed() {
    Path missing = directory.resolve("target/classes");
    refused(Model.on(Model.DEFAULTS, missing))
        .hasMessage(
            "the class path entry %s does not exist. Compile the project, or correct models.classpath.",
            missing);
  }

  @Test
  void anEmptyPackageTellsWhereItLooked() {
    refused(Model.on(Model.DEFAULTS, directory))
        .hasMessageStartingWith(
            "no entity was found in the package app of the class path " + directory)
        .hasMessageContaining("there is no class file. Compile the project");
    refused(Model.on(Model.DEFAULTS, Model.compile("class Plain { }")))
        .hasMessageContaining("none of its 1 class files carries @Entity");
  }

  @Test
  void aNameThatPostgresqlWouldCutIsRefused() {
    String cut = "n".repeat(64);
    refused(
            Model.on(
                Model.DEFAULTS,
                Model.compile(Model.entity("@Column(name = \"%s\") String value;".formatted(cut)))))
        .hasMessage(
            "column %s: the name is 64 bytes long, and PostgreSQL keeps 63 of them. Give it a shorter one: @Column(name = …) or @JoinColumn(name = …).",
            cut);
  }

  @Test
  void theColumnsOfACompositeKeyInAMapAreNamed() {
    refused(
            Model.on(
                Model.DEFAULTS,
                Model.compile(
                    "@Embeddable record SpotId(int row, int place) {}",
                    "@Entity class Spot { @EmbeddedId SpotId id; }",
                    Model.entity("@ElementCollection Map<Spot, String> notes;"))))
        .hasMessage(
            "app.Thing.notes: its keys are app.Spot, whose own key has 2 columns: [place, row]. Name a column for each with @MapKeyJoinColumn.");
  }

  @Test
  void aNewerClassFileIsRefusedWithItsVersion() throws IOException {
    Path classes = Model.compile(Model.entity(""));
    Path file = classes.resolve("app/Thing.class");
    byte[] bytes = Files.readAllBytes(file);
    bytes[6] = 0;
    bytes[7] = 99;
    Files.write(file, bytes);
    refused(Model.on(Model.DEFAULTS, classes))
        .hasMessageStartingWith("the class file %s has version 99 (Java 55)", file)
        .hasMessageContaining("--release 27");
  }

  @Test
  void aDamagedClassFileIsNamed() throws IOException {
    Path classes = Model.compile(Model.entity(""));
    Path file = classes.resolve("app/Thing.class");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 40));
    refused(Model.on(Model.DEFAULTS, classes))
        .hasMessageStartingWith("the class file %s is damaged", file);
  }

  @Test
  void aClassPathEntryThatIsNoJarIsNamed() throws IOException {
    Path text = Files.writeString(directory.resolve("notes.txt"), "hello");
    refused(Model.on(Model.DEFAULTS, text))
        .hasMessage(
            "the class path entry %s is neither a directory nor a jar. Correct models.classpath.",
            text);
  }

  @Test
  void aJarThatIsDamagedIsNamed() throws IOException {
    Path classes = Model.compile(Model.entity(""));
    Path jar = Files.writeString(directory.resolve("model.jar"), "PK, and no more");
    refused(Model.on(Model.DEFAULTS, classes, jar))
        .hasMessageStartingWith("the class path entry %s is not a readable jar (", jar)
        .hasMessageEndingWith("Build or download it anew, or correct models.classpath.");
  }

  /** Without its annotation an entity would be gone, and its table dropped. */
  @Test
  void aClassFileThatIsCutAnywhereIsDamaged() throws IOException {
    Path classes = Model.compile(Model.entity(""), "@Entity class Whole { @Id Long id; }");
    Path file = classes.resolve("app/Thing.class");
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length++) {
      Files.write(file, Arrays.copyOf(bytes, length));
      refused(Model.on(Model.DEFAULTS, classes))
          .hasMessage(
              "the class file %s is damaged: %s. Compile it anew.",
              file, length == 0 ? "it is empty" : "it ends too early");
    }
  }

  @Test
  void whatIsNoClassFileIsDamaged() throws IOException {
    Path classes = Model.compile(Model.entity(""), "class Other { }");
    Path file = Files.writeString(classes.resolve("app/Other.class"), "version https://lfs");
    refused(Model.on(Model.DEFAULTS, classes))
        .hasMessage(
            "the class file %s is damaged: it does not begin as a class file does. Compile it anew.",
            file);
  }

  @ParameterizedTest
  @CsvSource({
    "aps,        Did you mean app?",
    "app.modle,  Did you mean app.model?",
    "aps.**,     Did you mean app.**?",
    "app.modle.**, Did you mean app.model.**?",
    "elsewhere,  or models.classpath."
  })
  void aPackageWithoutClassFilesIsRefusedBesideOthers(String wanted, String end) {
    Path classes = Model.compile(Model.entity(""), "package app.model; class Plain { }");
    refused(
            new EntitySource(
                List.of(classes),
                List.of("app", wanted),
                List.of(),
                List.of(),
                Naming.JPA,
                Model.DEFAULTS.nullability()))
        .hasMessageStartingWith("no entity was found in the package %s of the class path", wanted)
        .hasMessageContaining("there is no class file")
        .hasMessageEndingWith(end);
  }

  @Test
  void aPackageMayHoldNoEntity() {
    Path classes = Model.compile(Model.entity(""), "package app.model; class Plain { }");
    EntitySource source =
        new EntitySource(
            List.of(classes),
            List.of("app", "app.model"),
            List.of(),
            List.of(),
            Naming.JPA,
            Model.DEFAULTS.nullability());
    assertThat(EntityReader.read(source).schema().tables()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@org.hibernate.annotations.JdbcTypeCode(6001) State state;",
        "@org.hibernate.annotations.JdbcTypeCode(6001) List<State> state;",
        "@org.hibernate.annotations.JdbcTypeCode(12) State state;",
        "@Enumerated(EnumType.STRING) State state;",
        "@DatabaseEnum State state;"
      })
  void aMissingEnumIsNamed(String member) throws IOException {
    Path classes = Model.compile("enum State { ON }", Model.entity(member));
    Files.delete(classes.resolve("app/State.class"));
    refused(Model.on(Model.DEFAULTS, classes))
        .hasMessageStartingWith(
            "class app.State, the type of app.Thing.state, is not on the class path (%s).",
            classes);
  }

  @Test
  void whatIsKeptAsJsonMayBeMissing() throws IOException {
    Path classes =
        Model.compile(
            "class Money { }",
            Model.entity("@org.hibernate.annotations.JdbcTypeCode(3001) Money price;"));
    Files.delete(classes.resolve("app/Money.class"));
    Schema schema = EntityReader.read(Model.on(Model.DEFAULTS, classes)).schema();
    assertThat(Model.columns(schema.tables().get(0))).contains("price jsonb");
  }

  @Test
  void aMissingSuperclassIsNamed() throws IOException {
    Path classes =
        Model.compile("class Base { @Id Long id; }", "@Entity class Thing extends Base { }");
    Files.delete(classes.resolve("app/Base.class"));
    refused(Model.on(Model.DEFAULTS, classes))
        .hasMessage(
            "class app.Base, the superclass of app.Thing, is not on the class path (%s). Add its directory or jar to models.classpath.",
            classes);
  }

  @Test
  void aMissingTypeIsNamed() throws IOException {
    Path classes = Model.compile("class Money { }", Model.entity("Money price;"));
    Files.delete(classes.resolve("app/Money.class"));
    refused(Model.on(Model.DEFAULTS, classes))
        .hasMessageStartingWith(
            "class app.Money, the type of app.Thing.price, is not on the class");
  }

  @Test
  void namedClassesMustBeThereAndBeEntities() {
    Path classes = Model.compile("class Plain { }", Model.entity(""));
    refused(Model.on(naming("app.Nowhere"), classes))
        .hasMessageStartingWith("class app.Nowhere, named under models.classes, is not on the");
    refused(Model.on(naming("app.Plain"), classes))
        .hasMessage("app.Plain: this class is named under models.classes and has no @Entity.");
    assertThat(EntityReader.read(Model.on(naming("app.Thing"), classes)).schema().tables())
        .hasSize(1);
  }

  @Test
  void twoEnumsOnOneNameAreBothNamed() {
    refused(
            "@DatabaseEnum(name = \"e\") enum First { A, B }",
            "@DatabaseEnum(name = \"e\") enum Second { B, A }",
            Model.entity("First first; Second second;"))
        .hasMessageStartingWith(
            "app.Second: the enum e has the values [B, A] here and [A, B] in app.First.");
  }

  @Test
  void twoEntitiesOnOneColumnAreBothNamed() {
    refused(
            "@Entity @Table(name = \"t\") class First { @Id Long id; String name; }",
            "@Entity @Table(name = \"t\") class Second { @Id Long id; int name; }")
        .hasMessageStartingWith(
            "app.Second.name: the column t.name has the type integer here and varchar(255) in app.First.name.");
  }

  @Test
  void twoEmbeddedOfOneTypeNeedColumnsOfTheirOwn() {
    refused(
            "@Embeddable class City { String name; }",
            "@Embeddable class Address { City city; }",
            "@Entity class Person { @Id Long id; @Embedded Address home; @Embedded Address work; }")
        .hasMessage(
            "app.Person.work.city.name: it writes the column person.name, and so does app.Person.home.city.name. Give one of them another column, by @AttributeOverride(name = \"city.name\", column = @Column(name = …)) on work, or let one only read it: insertable = false, updatable = false.");
    refused(
            "@Embeddable class Part { @ManyToOne Thing of; }",
            Model.entity("Part part; Part other;"))
        .hasMessageContaining(
            "by @AssociationOverride(name = \"of\", joinColumns = @JoinColumn(name = …)) on part");
    refused(
            "@Embeddable class Range { int low; int high; }",
            Model.entity("@Embedded Range range; @Column(name = \"high\") int highest;"))
        .hasMessageStartingWith(
            "app.Thing.range.high: it writes the column thing.high, and so does app.Thing.highest.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Column(name = \"n\") String a; @Column(name = \"n\") String b;",
        "@Column(name = \"p\") Long a; @ManyToOne @JoinColumn(name = \"p\") Thing b;",
        "Long a; @ManyToOne @JoinColumn(name = \"id\") Thing b;",
        "@Column(name = \"n\") String a; @Column(name = \"n\", insertable = false) String b;"
      })
  void oneAttributeAloneWritesAColumn(String members) {
    refused(Model.entity(members))
        .hasMessageStartingWith("app.Thing.b: it writes the column thing.")
        .hasMessageContaining(", and so does app.Thing.")
        .hasMessageEndingWith("insertable = false, updatable = false.");
  }

  @Test
  void noAttributeWritesTheDiscriminator() {
    refused(
            "@Entity class Animal { @Id Long id; String dtype; }",
            "@Entity class Cat extends Animal { }")
        .hasMessageStartingWith(
            "app.Animal.dtype: it writes the column animal.dtype, and so does the discriminator of app.Animal.");
  }

  @Test
  void anEntityHasTheColumnsOfTheOneAboveIt() {
    refused(
            "@Entity class Animal { @Id Long id; String name; }",
            "@Entity class Cat extends Animal { @Column(name = \"name\") String title; }")
        .hasMessageStartingWith(
            "app.Cat.title: it writes the column animal.name, and so does app.Animal.name.");
  }

  @Test
  void twoEntitiesMayShareATable() {
    EntityModel model =
        Model.read(
            "@Entity @Table(name = \"t\") class First { @Id Long id; String name; }",
            "@Entity @Table(name = \"t\") class Second { @Id Long id; int age; }");
    assertThat(Model.columns(model))
        .containsExactly("id bigint not null", "name varchar(255)", "age integer not null");
  }

  @Test
  void associationsNeedAnEntityOfTheModel() {
    refused("class Plain { }", Model.entity("@ManyToOne Plain plain;"))
        .hasMessage("app.Thing.plain: it references app.Plain, which has no @Entity.");
    refused(
            "package other; public class Far { }".replace("public", "@Entity public"),
            Model.entity("@ManyToOne other.Far far;"))
        .hasMessageStartingWith(
            "app.Thing.far: it references the entity other.Far, which is no part of the model.");
    refused(
            "@Entity class Child { @Id Long id; }",
            Model.entity("@OneToMany(mappedBy = \"thing\") List<Child> children;"))
        .hasMessage("app.Thing.children: it is mapped by 'thing', which app.Child does not have.");
    refused(Model.entity("Thing parent;"))
        .hasMessageContaining("the entity app.Thing is referenced without @ManyToOne or @OneToOne");
  }

  @Test
  void aColumnOfASharedTableThatOthersCannotFillIsWarnedOf() {
    EntityModel model =
        Model.read(
            "@Entity class Animal { @Id Long id; }",
            "@Entity class Cat extends Animal { @Column(nullable = false) String color; int lives; }",
            "@Entity class Dog extends Animal { }");
    assertThat(model.warnings())
        .extracting(ModelWarning::toString)
        .containsExactly(
            "app.Cat.color: nullable = false holds for all rows of the table animal, those of other entities too, which cannot be inserted then. Say optional = false: it holds for the rows of Cat alone.");
  }

  @Test
  void aColumnOfASubclassInATableOfItsOwnIsNoHindrance() {
    EntityModel model =
        Model.read(
            "@Entity class Vehicle { @Id Long id; }",
            """
            @Entity @SecondaryTable(name = "truck_more") class Truck extends Vehicle {
              @Column(table = "truck_more", nullable = false) Integer load;
              @ManyToOne @JoinColumn(table = "truck_more", nullable = false) Truck behind; }
            """);
    assertThat(model.warnings()).isEmpty();
  }

  @Test
  void partsOfWhatAMapHoldsAreNamedAsOverridesNameThem() {
    String spot = "@Embeddable record Spot(String building) {}";
    refused(
            spot,
            "@Entity class Site { @Id Long id; @ElementCollection java.util.Map<Spot, Spot> moves; }")
        .hasMessage(
            "app.Site.moves.key.building: it writes the column site_moves.building, and so does app.Site.moves.value.building. Give one of them another column, by @AttributeOverride(name = \"key.building\", column = @Column(name = …)) on moves, or let one only read it: insertable = false, updatable = false.");
    refused(
            spot,
            "@Embeddable class Way { Spot start; Spot end; }",
            "@Entity class Site { @Id Long id; @ElementCollection List<Way> ways; }")
        .hasMessageStartingWith(
            "app.Site.ways.start.building: it writes the column site_ways.building, and so does app.Site.ways.end.building. Give one of them another column, by @AttributeOverride(name = \"start.building\", column = @Column(name = …)) on ways,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          varchar(9) storage external compression pglz    | varchar(9)      | storage external compression pglz
          text storage default not null                   | text not null   | storage default
          text compression default default 'x'            | text default 'x' | compression default
          bigint primary key                              | bigint          | primary key
          int unique nulls not distinct                   | integer         | nulls not distinct
          int unique deferrable initially deferred        | integer         | deferrable initially deferred
          int generated by default as identity (start 5)  | integer identity | (start 5)
          text collate public.german not null             | text not null   | collate public.german
          text collate pg_catalog."C"                     | text            |
          text references other not null                  | text not null   | references other
          int constraint k primary key default 3          | integer default 3 | constraint k primary key
          int generated always as identity (default 5) unique | integer identity | (default 5)
          text storage                                    | text            | storage
          storage                                         | native(storage) |
          text not null on conflict ignore                | native(text not null on conflict ignore) |
          """)
  void whatIsNotReadOfAColumnDefinitionIsWarnedOf(String sql, String column, String unread) {
    String written = sql.replace("\"", "\\\"");
    EntityModel model =
        Model.read(
            "@Entity class Thing { @Id Long id; @Column(columnDefinition = \"%s\") String a; }"
                .formatted(written));
    assertThat(Model.columns(model)).element(1).asString().isEqualTo("a " + column);
    assertThat(model.warnings())
        .extracting(ModelWarning::toString)
        .containsExactlyElementsOf(
            Stream.ofNullable(unread)
                .flatMap(all -> Stream.of(all.split("; ")))
                .map(
                    clause ->
                        "app.Thing.a: of @Column(columnDefinition = \"%s\") '%s' is not read: it is neither made nor compared. Say it with annotations, or add it to the revision by hand."
                            .formatted(sql, clause))
                .toList());
  }

  @Test
  void whatIsSaidOfWhatIsNotThereIsWarnedOf() {
    EntityModel model =
        Model.read(
            "@Embeddable class Part { String text; @Embedded Piece piece; @ElementCollection List<Piece> pieces; }",
            "@Embeddable class Piece { String word; }",
            "@MappedSuperclass class Base { String said; }",
            """
            @Entity(name = "Same") @AttributeOverride(name = "sad", column = @Column(name = "s"))
            @AttributeOverride(name = "said", column = @Column(name = "t"))
            class First extends Base { @Id Long id; @OrderColumn String plain; @MapKeyColumn int[] numbers;
              @Column(length = -5) String negative;
              @AttributeOverride(name = "nope", column = @Column(name = "q"))
              @AttributeOverride(name = "piece.wort", column = @Column(name = "r"))
              @AttributeOverride(name = "piece.word", column = @Column(name = "u"))
              @AttributeOverride(name = "pieces.word", column = @Column(name = "v")) @Embedded Part part; }
            """,
            "@Entity(name = \"Same\") @Table(name = \"second\") class Second { @Id Long id; }");
    assertThat(model.warnings())
        .extracting(ModelWarning::toString)
        .containsExactlyInAnyOrder(
            "app.Second: the entity is called Same, and so is app.First; Hibernate does not start with both in one persistence unit. Give one another name: @Entity(name = …).",
            "app.First: the override of 'sad' is not read: there is no such attribute. Did you mean 'said'?",
            "app.First.plain: @OrderColumn is not read: the member is no collection with a table. Add @ElementCollection or an association, or remove it.",
            "app.First.numbers: @MapKeyColumn is not read: the member is no collection with a table. Add @ElementCollection or an association, or remove it.",
            "app.First.negative: @Column(length = -5) is no length. Correct it, or leave it out.",
            "app.First.part: the override of 'nope' is not read: there is no such attribute. There are [text, piece, pieces].",
            "app.First.part: the override of 'piece.wort' is not read: there is no such attribute. There are [text, piece, pieces].");
  }

  @Test
  void aColumnDefinitionWithoutTypeIsWarnedOf() {
    EntityModel model =
        Model.read(Model.entity("@Column(columnDefinition = \"not null default 5\") int a;"));
    assertThat(model.warnings())
        .extracting(ModelWarning::toString)
        .containsExactly(
            "app.Thing.a: @Column(columnDefinition = \"not null default 5\") begins with no type, so it is not read, and a column that is there differs from it always. Begin it with the type, or say with annotations what it says.");
  }

  @Test
  void whatIsNotReadOfAnAnnotationIsWarnedOf() {
    EntityModel model =
        Model.read(
            """
            @Entity @Table(catalog = "c", uniqueConstraints = @UniqueConstraint(columnNames = "name", options = "DEFERRABLE"))
            @SecondaryTable(name = "more", options = "x")
            class Thing { @Id Long id; @Column(options = "COMPRESSION lz4") String name;
              @ManyToOne @JoinColumn(foreignKey = @ForeignKey(
                foreignKeyDefinition = "foreign key (parent_id) references thing on delete cascade deferrable")) Thing parent; }
            """);
    assertThat(model.warnings())
        .extracting(ModelWarning::toString)
        .containsExactlyInAnyOrder(
            "app.Thing: @Table(catalog = …) is not read.",
            "app.Thing: @UniqueConstraint(options = …) is not read.",
            "app.Thing: @SecondaryTable(options = …) is not read.",
            "app.Thing.name: @Column(options = …) is not read.",
            "app.Thing.parent: of @ForeignKey(foreignKeyDefinition = …) only ON DELETE and ON UPDATE are read.");
  }

  @Test
  void anIndexMayHaveItsConditionAmongTheOptions() {
    EntityModel model =
        Model.read(
            """
            @Entity @Table(indexes = @Index(columnList = "slug", unique = true, options = "WHERE gone is null"))
            class Thing { @Id Long id; String slug; Boolean gone; }
            """);
    assertThat(Model.constraints(model.schema().tables().get(0)))
        .containsExactly("primary key (id)", "unique index (slug) where gone is null");
    assertThat(model.warnings()).isEmpty();
  }

  @Test
  void anEntityNeedsAKey() {
    refused("@Entity class Thing { String name; }")
        .hasMessage("app.Thing: the entity has no @Id. Mark the attribute that is its key.");
    refused(
            "@Entity @Access(AccessType.PROPERTY) class Thing { @Id Long id; public String getName() { return null; } }")
        .hasMessage(
            "app.Thing: no @Id stands on the getters by which its attributes are mapped. Mark the one that is its key, or say with @Access how they are mapped.");
  }

  @Test
  void aKeyIsOneWhereTheAttributeIsFirst() {
    refused(
            "@MappedSuperclass class Base { Long id; }",
            "@Entity class Thing extends Base { @Id Long id; }")
        .hasMessage(
            "app.Thing.id: app.Base has the attribute, too, and there it is no @Id, which holds. Put the @Id there.");
    refused(
            "@MappedSuperclass class Base { @Id Long id; }",
            "@Entity class Thing extends Base { @Id @GeneratedValue Long id; }")
        .hasMessage(
            "app.Thing.id: app.Base has the attribute, too, and what is said there of its generation holds. Put the @GeneratedValue there.");
  }

  @Test
  void whatJoinsByAKeyJoinsByAllOfIt() {
    String key = "class Pair { int a; int b; }";
    String base =
        "@Entity @IdClass(Pair.class) @Inheritance(strategy = InheritanceType.JOINED) class Base { @Id int a; @Id int b; }";
    refused(key, base, "@Entity @PrimaryKeyJoinColumn(name = \"x\") class Thing extends Base { }")
        .hasMessage(
            "app.Thing: 1 @PrimaryKeyJoinColumn are given, and the key of app.Base has 2 columns: [a, b].");
    refused(
            "@Entity @SecondaryTable(name = \"more\", pkJoinColumns = @PrimaryKeyJoinColumn(name = \"x\", referencedColumnName = \"ix\")) class Thing { @Id int id; }")
        .hasMessage(
            "app.Thing: its @PrimaryKeyJoinColumn references the column 'ix', which the key of app.Thing does not have. It has [id].");
  }

  @Test
  void anUnknownTypeIsSuggested() {
    refused(Model.entity("@ColumnSpec(type = \"varchr(9)\") String name;"))
        .hasMessage("app.Thing.name: unknown type 'varchr(9)'. Did you mean 'varchar'?");
    refused("class Free { }", Model.entity("Free free;"))
        .hasMessage(
            "app.Thing.free: no column type is known for app.Free. Mark the member with @Json, give @ColumnSpec(type = …) or @Convert, or make it @Transient. A converter with autoApply applies if it is among the searched classes: name it under models.classes, or its package under models.packages.");
  }

  @Test
  void theOrderOfAStructNamesItsColumns() {
    String place = "@Entity class Place { @Id Long id; Point point; }";
    refused(
            "@org.hibernate.annotations.Struct(name = \"pt\", attributes = {\"y\", \"xx\"})"
                + " @Embeddable class Point { int x; int y; }",
            place)
        .hasMessage(
            "app.Place.point: @Struct(attributes = …) of its type names the column 'xx', which is not there. Did you mean 'x'?");
    refused(
            "@org.hibernate.annotations.Struct(name = \"pt\", attributes = \"y\")"
                + " @Embeddable class Point { int x; int y; }",
            place)
        .hasMessage(
            "app.Place.point: @Struct(attributes = …) of its type does not name the column 'x'. Name all of them.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Entity class Line { @Id Long id; @ManyToOne Log log; }",
        "@Entity class Line { @Id Long id; @ManyToMany Set<Log> logs; }",
        "@Entity class Line extends Log { int position; }"
      })
  void nothingRefersToAPartitionedKey(String other) {
    refused(
            "@Entity @Inheritance(strategy = InheritanceType.JOINED)"
                + " class Log { @Id Long id; @org.hibernate.annotations.PartitionKey String tenant; }",
            other)
        .hasMessageStartingWith(
            "app.Log.tenant: as a @PartitionKey it is part of the primary key of log, to which line")
        .hasMessageEndingWith(
            " refers without it. Make it an @Id, with @IdClass, so that references have its column, too.");
  }

  @Test
  void severalEmbeddablesAreNoColumn() {
    refused(
            "import org.hibernate.annotations.*; @Embeddable class Address { List<Phone> phones; }",
            "@Embeddable class Phone { String number; }",
            "import org.hibernate.annotations.*; import org.hibernate.type.SqlTypes; "
                + Model.entity("@JdbcTypeCode(SqlTypes.JSON) Address home;"))
        .hasMessage(
            "app.Address.phones: no column holds several of the embeddable app.Phone. Make them rows with @ElementCollection, or a document with @JdbcTypeCode(SqlTypes.JSON_ARRAY).");
  }

  @Test
  void whatIsWrongIsToldInOneMessage() {
    refused(
            "class Free { }",
            "@Embeddable class Part { Free one; String fine; Free two; }",
            """
            @Entity class First { @Id Long id; Free free; String name; @Embedded Part part;
              @Column(columnDefinition = "varchar(9) check (length(code) > 2") String code; }
            """,
            "@Entity class Second { @Id Long id; @ManyToOne Free other; @Embedded Part again; }")
        .satisfies(
            problem ->
                assertThat(problem.getMessage().lines().map(ModelErrorsTest::subject))
                    .containsExactly(
                        "the model has 5 errors",
                        "app.First.code",
                        "app.First.free",
                        "app.Part.one",
                        "app.Part.two",
                        "app.Second.other"));
  }

  private static String subject(String line) {
    return line.strip().split(":")[0];
  }

  @Test
  void allNamedClassesThatAreMissingAreTold() {
    Path classes = Model.compile(Model.entity(""), "package app.deep; public class Other { }");
    EntitySource source =
        new EntitySource(
            List.of(classes),
            List.of(),
            List.of("app.Thimg", "app.Other"),
            List.of(),
            Naming.JPA,
            Model.DEFAULTS.nullability());
    refused(source)
        .hasMessage(
            """
            the model has 2 errors:
              class app.Thimg, named under models.classes, is not on the class path (%s). Did you mean app.Thing?
              class app.Other, named under models.classes, is not on the class path (%s). Did you mean app.deep.Other?\
            """,
            classes, classes);
  }

  @Test
  void aLongClassPathIsCutShort() throws IOException {
    List<Path> many = new ArrayList<>();
    for (int number = 1; number <= 60; number++) {
      many.add(Files.createDirectory(directory.resolve("library" + number)));
    }
    refused(Model.on(Model.DEFAULTS, many.toArray(Path[]::new)))
        .hasMessageContaining(
            "of the class path %s, %s, %s and 57 more: there is no class file",
            many.get(0), many.get(1), many.get(2));
  }

  @ParameterizedTest
  @CsvSource({
    "app.modle.**, Did you mean app.model.**?",
    "app.Thimg,    Did you mean app.Thing?",
    "elsewhere,    Correct or remove it."
  })
  void whatIsExcludedInVainIsWarnedOf(String excluded, String end) {
    Path classes = Model.compile(Model.entity(""), "package app.model; class Plain { }");
    EntitySource source =
        new EntitySource(
            List.of(classes),
            List.of("app.**"),
            List.of(),
            List.of("app.model", excluded),
            Naming.JPA,
            Model.DEFAULTS.nullability());
    assertThat(EntityReader.read(source).warnings())
        .containsExactly(
            new ModelWarning(
                "models.exclude",
                excluded
                    + " is no class or package of the model, so the entry leaves nothing out. "
                    + end));
  }

  @Test
  void aNamedClassMayBeExcluded() {
    Path classes = Model.compile(Model.entity(""), "@Entity class Other { @Id Long id; }");
    EntitySource source =
        new EntitySource(
            List.of(classes),
            List.of(),
            List.of("app.Thing", "app.Other"),
            List.of("app.Other"),
            Naming.JPA,
            Model.DEFAULTS.nullability());
    assertThat(EntityReader.read(source).schema().tables()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Column(columnDefinition = 'varchar(9) check (') | Column(columnDefinition | a parenthesis is not closed.",
        "@Column(columnDefinition = 'varchar(9))')        | Column(columnDefinition | it closes a parenthesis that is not open.",
        "@Column(columnDefinition = 'varchar(9);')        | Column(columnDefinition | it has a semicolon, and is only a part of a statement.",
        "@Column(columnDefinition = 'int check ()')       | Column(columnDefinition | the condition is empty.",
        "@Column(columnDefinition = 'int defualt 3')      | Column(columnDefinition | `defualt` is no clause. Did you mean `default`?",
        "@ColumnDefault('`open')                          | ColumnDefault(value     | a quote or comment is not closed.",
        "@Check(constraints = 'name > 3 /* ')             | Check(constraints       | a quote or comment is not closed.",
        "@ElementCollection @Check(constraints = '(') List<String> all; String | Check(constraints | a parenthesis is not closed."
      })
  void sqlThatDoesNotEndByItselfIsShownWithItsMember(
      String annotation, String where, String fault) {
    String text = annotation.replaceAll("(?s).*'(.*)'.*", "$1").replace('`', '\'');
    refused(
            "import org.hibernate.annotations.*; "
                + Model.entity(
                    annotation.replaceAll("'(.*)'", "\"" + text + "\"").replace('`', '\'')
                        + (annotation.endsWith("String") ? " name;" : " String name;")))
        .hasMessageStartingWith("app.Thing.")
        .hasMessageEndingWith(
            "the SQL of @%s = \"%s\") cannot be: %s", where, text, fault.replace('`', '\''));
  }

  private static EntitySource naming(String className) {
    return new EntitySource(
        List.of(),
        List.of(),
        List.of(className),
        List.of(),
        Naming.JPA,
        Model.DEFAULTS.nullability());
  }

  private static AbstractThrowableAssert<?, ?> refused(String... types) {
    return refused(Model.on(Model.DEFAULTS, Model.compile(types)));
  }

  private static AbstractThrowableAssert<?, ?> refused(EntitySource source) {
    return assertThatThrownBy(() -> EntityReader.read(source)).isInstanceOf(ProblemException.class);
  }
}
