package dev.migrator.entity;

import static dev.migrator.entity.Agreement.agree;

import org.junit.jupiter.api.Test;

/** How entities, embeddables and collections are spread over tables: as Hibernate does it. */
class MappingAgreementTest {

  @Test
  void singleTable() {
    agree(
        "@Entity abstract class Animal { @Id Long id; @Column(nullable = false) String name; }",
        """
        @Entity class Cat extends Animal {
          @Column(nullable = false) String color; int lives; @ManyToOne(optional = false) Cat mother;
          @Embedded Tag tag; @ManyToOne Dog foe;
        }
        """,
        "@Embeddable class Tag { @Column(nullable = false) String code; }",
        "@Entity @DiscriminatorValue(\"D'og\") class Dog extends Animal { String breed; }",
        "@Entity class Puppy extends Dog { @Basic(optional = false) Integer weeks; }");
  }

  @Test
  void whatASingleTableRequires() {
    agree(
        """
        @Entity class Animal { @Id Long id; @Column(name = "w") int weight; @Basic(optional = false) @Column(name = "n") String name;
          @Column(name = "m") Integer maybe; @ManyToOne(optional = false) @JoinColumn(name = "o") Animal owner; }
        """,
        "@Entity class Cat extends Animal { @Column(name = \"l\") int lives; @org.hibernate.annotations.Formula(\"1\") int one; }",
        "@Entity class Kitten extends Cat { Integer weeks; }");
  }

  @Test
  void discriminators() {
    agree(
        """
        @Entity @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
        class Numbered { @Id Long id; }
        """,
        "@Entity @DiscriminatorValue(\"7\") class Seven extends Numbered { }",
        """
        @Entity @DiscriminatorColumn(discriminatorType = DiscriminatorType.CHAR)
        @DiscriminatorValue("A") class Lettered { @Id Long id; }
        """,
        "@Entity @DiscriminatorColumn(length = 12) class Alone { @Id Long id; }",
        """
        @Entity @Inheritance(strategy = InheritanceType.JOINED) @DiscriminatorColumn
        class Joined { @Id Long id; }
        """,
        "@Entity class Below extends Joined { }",
        "@Entity class Catching { @Id Long id; }",
        "@Entity @DiscriminatorValue(\"null\") class Missing extends Catching { int a; }",
        "@Entity class Caught { @Id Long id; }",
        "@Entity @DiscriminatorValue(\"not null\") class Any extends Caught { int a; }",
        """
        @Entity @org.hibernate.annotations.DiscriminatorFormula("case when a is null then 'x' else 'y' end")
        class Computed { @Id Long id; Integer a; }
        """,
        "@Entity @DiscriminatorValue(\"x\") class ComputedX extends Computed { int b; }");
  }

  @Test
  void discriminatorsThatAnAttributeWrites() {
    agree(
        """
        @Entity @DiscriminatorColumn(name = "kind") @org.hibernate.annotations.DiscriminatorOptions(insert = false)
        class Animal { @Id Long id; @Column(nullable = false, length = 20) String kind; }
        """,
        "@Entity class Cat extends Animal { int lives; }",
        """
        @Entity @DiscriminatorColumn(name = "number", discriminatorType = DiscriminatorType.INTEGER)
        @DiscriminatorValue("1") @org.hibernate.annotations.DiscriminatorOptions(insert = false)
        class Counted { @Id Long id; @Column(comment = "which") long number; }
        """,
        "@Entity @DiscriminatorValue(\"2\") class Second extends Counted { }",
        """
        @Entity @Inheritance(strategy = InheritanceType.JOINED) @DiscriminatorColumn
        @org.hibernate.annotations.DiscriminatorOptions(insert = false)
        class Joined { @Id Long id; String dtype; }
        """,
        "@Entity class Below extends Joined { }",
        """
        @Entity @DiscriminatorColumn(name = "target_id", discriminatorType = DiscriminatorType.INTEGER)
        @DiscriminatorValue("1") @org.hibernate.annotations.DiscriminatorOptions(insert = false)
        class Pointing { @Id Long id; @ManyToOne @JoinColumn(name = "target_id") Target target; }
        """,
        "@Entity @DiscriminatorValue(\"2\") class Other extends Pointing { }",
        "@Entity class Target { @Id Long id; }",
        """
        @Entity @DiscriminatorColumn(name = "kind") @DiscriminatorValue("CAR")
        @org.hibernate.annotations.DiscriminatorOptions(insert = false)
        class Vehicle { @Id Long id; @Enumerated(EnumType.STRING) @Column(unique = true) Kind kind; }
        """,
        "@Entity @DiscriminatorValue(\"BUS\") class Bus extends Vehicle { }",
        "enum Kind { CAR, BUS, BOAT }");
  }

  @Test
  void joinedTables() {
    agree(
        """
        @Entity @Inheritance(strategy = InheritanceType.JOINED)
        class Account { @Id Long id; @Column(nullable = false) String name; }
        """,
        "@Entity @PrimaryKeyJoinColumn(name = \"account_id\") class Savings extends Account { int rate; }",
        """
        @Entity @org.hibernate.annotations.OnDelete(action = org.hibernate.annotations.OnDeleteAction.CASCADE)
        class Checking extends Account { @ManyToOne Savings backup; @ManyToOne Account parent; }
        """,
        "@Entity class Premium extends Savings { @ManyToOne Premium other; }",
        """
        @Entity class Holder { @Id Long id; @ManyToOne Savings savings; @OneToOne Premium premium;
          @ManyToOne @JoinColumn(name = "by_name", referencedColumnName = "name") Account named; }
        """);
  }

  @Test
  void tablesPerClass() {
    agree(
        """
        @Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
        abstract class Shape { @Id Long id; @Column(unique = true) String name; @ManyToOne Owner owner; }
        """,
        "@Entity class Circle extends Shape { double radius; }",
        "@Entity class Square extends Shape { double side; @ManyToOne Circle inner; }",
        "@Entity class Cube extends Square { double height; }",
        "@Entity class Owner { @Id Long id; @ManyToOne Shape favourite; @ManyToOne Cube cube; @ManyToOne Square square; }");
  }

  @Test
  void embeddables() {
    agree(
        "@Embeddable class City { String name; @Column(name = \"zip_code\", length = 5) String zip; }",
        "@Embeddable class Address { String street; City city; @ManyToOne Country country; }",
        "@Entity class Country { @Id String code; }",
        """
        @Entity class Person { @Id Long id; @Embedded Address home;
          @AttributeOverride(name = "street", column = @Column(name = "work_street", nullable = false))
          @AttributeOverride(name = "city.name", column = @Column(name = "work_city"))
          @AttributeOverride(name = "city.zip", column = @Column(name = "work_zip", length = 9))
          @AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "work_country"))
          Address work;
        }
        """,
        "@MappedSuperclass class Located { @Id Long id; String place; Address address; @ManyToOne Country origin; }",
        """
        @Entity
        @AttributeOverride(name = "place", column = @Column(name = "location"))
        @AttributeOverride(name = "address.city.name", column = @Column(name = "city"))
        @AssociationOverride(name = "origin", joinColumns = @JoinColumn(name = "origin_code"))
        class Shop extends Located { }
        """,
        "record Point(int x, double y) { }",
        "@Embeddable record Size(int width, Integer height) { }",
        "@Entity class Box { @Id Long id; Size size; @Embedded Point point; }");
  }

  @Test
  void embeddedKeys() {
    agree(
        "@Embeddable class Key implements java.io.Serializable { String zone; int number; Long a; }",
        "@Entity class Plot { @EmbeddedId Key key; String owner; @ManyToOne Plot beside; }",
        """
        @Entity class Garden { @EmbeddedId
          @AttributeOverride(name = "zone", column = @Column(name = "garden_zone", length = 20))
          Key key; @OneToOne Plot plot; }
        """,
        "@Embeddable class Line implements java.io.Serializable { int position; @ManyToOne Plot plot; }",
        "@Entity class Row { @EmbeddedId Line id; }");
  }

  @Test
  void derivedKeys() {
    agree(
        "@Entity class Employee { @Id long empId; String name; }",
        "class DependentId1 implements java.io.Serializable { String name; long emp; }",
        "@Entity @IdClass(DependentId1.class) class Dependent1 { @Id String name; @Id @ManyToOne Employee emp; }",
        "@Embeddable class DependentId2 implements java.io.Serializable { String name; long empPK; }",
        "@Entity class Dependent2 { @EmbeddedId DependentId2 id; @MapsId(\"empPK\") @ManyToOne Employee emp; }",
        """
        class EmployeeId implements java.io.Serializable { String firstName; String lastName; }
        """,
        "@Entity @IdClass(EmployeeId.class) class Worker { @Id String firstName; @Id String lastName; }",
        "@Embeddable class EmbeddedWorkerId implements java.io.Serializable { String firstName; String lastName; }",
        "@Embeddable class DependentId3 implements java.io.Serializable { String name; EmbeddedWorkerId empPK; }",
        """
        @Entity class Dependent3 { @EmbeddedId DependentId3 id; @MapsId("empPK")
          @JoinColumn(name = "FK1", referencedColumnName = "firstName")
          @JoinColumn(name = "FK2", referencedColumnName = "lastName")
          @ManyToOne Worker emp; }
        """,
        "@Entity class Person { @Id String ssn; }",
        "@Entity class Record { @Id String id; @MapsId @OneToOne Person patient; }",
        "@Entity class Note { @Id String id; @MapsId @OneToOne @JoinColumn(name = \"PK\") Person patient; }",
        "@Entity class Passport { @Id String ssn; @OneToOne @PrimaryKeyJoinColumn Person person; }",
        "@Entity class Visa { @Id String ssn; @OneToOne(optional = false) @PrimaryKeyJoinColumn Person person; }",
        "@Entity class Ticket { @Id String ssn; @OneToOne @JoinColumn(name = \"ssn\", insertable = false, updatable = false) Person person; }",
        "@Entity class Detail { @EmbeddedId DependentId2 id; @MapsId @OneToOne Dependent2 dependent; }");
  }

  @Test
  void generatedKeys() {
    agree(
        "@Entity class Auto { @Id @GeneratedValue Long id; }",
        "@Entity @Table(name = \"other_name\") class Named { @Id @GeneratedValue int id; }",
        "@Entity class Below extends Auto { }",
        "@Entity class Sequenced { @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id; }",
        "@Entity class Free { @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = \"free_gen\") Long id; }",
        """
        @Entity class Given { @Id @GeneratedValue(generator = "gen")
          @SequenceGenerator(name = "gen", sequenceName = "Given_Numbers", initialValue = 5, allocationSize = 1) Long id; }
        """,
        "@Entity @SequenceGenerator(name = \"plain\") class Plain { @Id @GeneratedValue(generator = \"plain\") Long id; }",
        "@Entity @SequenceGenerator(sequenceName = \"implied\", allocationSize = 7) class Implied { @Id @GeneratedValue Long id; }",
        "@Entity class Tabled { @Id @GeneratedValue(strategy = GenerationType.TABLE) Long id; }",
        """
        @Entity class Tabled2 { @Id @GeneratedValue(strategy = GenerationType.TABLE, generator = "tab")
          @TableGenerator(name = "tab", table = "ids", pkColumnName = "what", valueColumnName = "nr", pkColumnValue = "x") Long id; }
        """,
        "@Entity class Unique { @Id @GeneratedValue UUID id; }",
        "@Entity class Unique2 { @Id @GeneratedValue(strategy = GenerationType.UUID) String id; }",
        "@Entity class Numbered { @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id; }",
        """
        @Entity class Generic { @Id @GeneratedValue(generator = "g")
          @org.hibernate.annotations.GenericGenerator(name = "g", strategy = "sequence",
            parameters = @org.hibernate.annotations.Parameter(name = "sequence_name", value = "generic_numbers")) Long id; }
        """,
        """
        @Entity class Generic2 { @Id @GeneratedValue(generator = "u")
          @org.hibernate.annotations.GenericGenerator(name = "u", strategy = "uuid2") String id; }
        """,
        "@Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) abstract class Shape { @Id @GeneratedValue Long id; }",
        "@Entity class Circle extends Shape { }",
        "@Embeddable class Key implements java.io.Serializable { String zone; @GeneratedValue Long number; }",
        "@Entity class Composite { @EmbeddedId Key key; }");
  }

  @Test
  void secondaryTables() {
    agree(
        """
        @Entity
        @SecondaryTable(name = "item_text", pkJoinColumns = @PrimaryKeyJoinColumn(name = "item_id"),
          uniqueConstraints = @UniqueConstraint(columnNames = "title"), indexes = @Index(columnList = "body"))
        @SecondaryTable(name = "item_more")
        class Item { @Id Long id; String code;
          @Column(table = "item_text", nullable = false) String title; @Column(table = "item_text") String body;
          @Column(table = "item_more") int count; @ManyToOne @JoinColumn(table = "item_more") Item parent; }
        """);
  }

  @Test
  void elementCollections() {
    agree(
        "enum Mood { GOOD, BAD }",
        "@Embeddable class Part { @Column(nullable = false) String name; Integer size; @ManyToOne Thing maker; }",
        """
        @Entity class Thing { @Id Long id;
          @ElementCollection Set<String> names; @ElementCollection List<Integer> numbers;
          @ElementCollection @OrderColumn List<String> ordered;
          @ElementCollection @OrderColumn(name = "pos", nullable = false) String[] array;
          @ElementCollection @Enumerated(EnumType.STRING) Set<Mood> moods;
          @ElementCollection @Column(name = "nick", nullable = false, length = 20) Set<String> nicks;
          @ElementCollection @CollectionTable(name = "extras", joinColumns = @JoinColumn(name = "owner"),
            uniqueConstraints = @UniqueConstraint(columnNames = {"owner", "extra"}),
            indexes = @Index(columnList = "extra"), foreignKey = @ForeignKey(name = "fk_extra"))
          @Column(name = "extra") Collection<String> extras;
          @ElementCollection Set<Part> parts; @ElementCollection List<Part> bag;
          @ElementCollection @AttributeOverride(name = "name", column = @Column(name = "part_name")) List<Part> named;
        }
        """);
  }

  @Test
  void maps() {
    agree(
        "enum Mood { GOOD, BAD }",
        "@Embeddable class Part { String name; Integer size; }",
        """
        @Entity class Thing { @Id Long id; String code;
          @ElementCollection Map<String, String> texts;
          @ElementCollection @MapKeyColumn(name = "lang", length = 5) @Column(name = "text", nullable = false) Map<String, String> named;
          @ElementCollection @MapKeyEnumerated(EnumType.STRING) Map<Mood, Integer> moods;
          @ElementCollection Map<Mood, Part> parts;
          @ElementCollection @AttributeOverride(name = "key.name", column = @Column(name = "key_name"))
            @AttributeOverride(name = "value.size", column = @Column(name = "value_size")) Map<Part, Part> both;
          @ElementCollection Map<Thing, String> byThing;
          @ElementCollection @MapKeyJoinColumn(name = "other_id") Map<Thing, Integer> byOther;
          @ManyToMany @JoinTable(name = "aliases") @MapKeyColumn(name = "alias") Map<String, Thing> aliases;
          @ManyToMany @JoinTable(name = "codes") @MapKey(name = "code") Map<String, Thing> byCode;
          @OneToMany @MapKeyJoinColumn Map<Thing, Thing> pairs;
          @OneToMany @JoinColumn(name = "up_id") @MapKeyColumn(name = "slot") Map<String, Thing> slots;
          @ManyToOne Thing parent;
          @OneToMany(mappedBy = "parent") @MapKeyColumn(name = "child_key") Map<String, Thing> children;
          @ElementCollection @MapKeyTemporal(TemporalType.DATE) Map<Date, String> days;
        }
        """);
  }

  @Test
  void collectionsOfEntities() {
    agree(
        """
        @Entity @Table(name = "authors") class Author { @Id Long id;
          @OneToMany List<Book> written; @OneToMany @JoinTable(name = "wanted") Set<Book> wanted;
          @OneToMany @OrderColumn @JoinTable(name = "shelves") List<Book> shelf;
          @OneToMany @JoinColumn(name = "seller") List<Book> sold; @OneToMany @JoinColumn Set<Book> lent;
          @OneToMany @JoinColumn(name = "buyer", nullable = false) @OrderColumn List<Book> bought;
          @ManyToMany @JoinTable(name = "readers") Set<Book> read; @ManyToMany @JoinTable(name = "seen") List<Book> seen;
          @ManyToMany @JoinTable(name = "likes", joinColumns = @JoinColumn(name = "who"),
            inverseJoinColumns = @JoinColumn(name = "what", unique = true),
            foreignKey = @ForeignKey(name = "fk_who"), inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
          Set<Book> likes;
          @ManyToMany @JoinTable(name = "friends") Set<Author> friends;
          @OneToMany @JoinTable(name = "edits") List<Book> edits;
        }
        """,
        """
        @Entity class Book { @Id Long id; @ManyToMany(mappedBy = "read") Set<Author> readers;
          @ManyToOne @JoinTable(name = "book_series", joinColumns = @JoinColumn(name = "b"), inverseJoinColumns = @JoinColumn(name = "s")) Series series;
          @OneToOne @JoinTable(name = "book_cover") Series cover;
          @OneToMany(mappedBy = "book") @OrderColumn(name = "place") List<Page> pages;
        }
        """,
        "@Entity class Series { @Id Long id; @OneToMany(mappedBy = \"series\") List<Book> books; }",
        "@Entity class Page { @Id Long id; @ManyToOne Book book; }");
  }

  @Test
  void compositeCollections() {
    agree(
        "@Embeddable class Key implements java.io.Serializable { String zone; int number; }",
        """
        @Entity class Plot { @EmbeddedId Key key; @ManyToMany Set<Plot> around; @ElementCollection Set<Integer> numbers;
          @OneToMany @JoinColumns({@JoinColumn(name = "z", referencedColumnName = "zone"), @JoinColumn(name = "n", referencedColumnName = "number")}) List<Tree> trees;
          @OneToMany(mappedBy = "plot") List<Tree> planted; }
        """,
        "@Entity class Tree { @Id Long id; @ManyToOne Plot plot; }");
  }

  @Test
  void any() {
    agree(
        """
        import org.hibernate.annotations.*;
        @Entity class Thing { @Id Long id;
          @Any @AnyDiscriminator(DiscriminatorType.STRING) @AnyDiscriminatorValue(discriminator = "T", entity = Thing.class)
          @AnyKeyJavaClass(Long.class) @Column(name = "kind") @JoinColumn(name = "ref") Object other;
          @Any @AnyDiscriminator(DiscriminatorType.INTEGER) @AnyDiscriminatorValue(discriminator = "1", entity = Thing.class)
          @AnyKeyJavaClass(String.class) @Column(name = "kind2") @JoinColumn(name = "ref2") Object second;
          @ManyToAny @AnyDiscriminator(DiscriminatorType.STRING) @AnyDiscriminatorValue(discriminator = "T", entity = Thing.class)
          @AnyKeyJavaClass(Long.class) @Column(name = "kind")
          @JoinTable(name = "others", joinColumns = @JoinColumn(name = "thing"), inverseJoinColumns = @JoinColumn(name = "ref"))
          Set<Object> others;
        }
        """);
  }

  @Test
  void softDeletes() {
    agree(
        "import org.hibernate.annotations.*; @Entity @SoftDelete class Plain { @Id Long id; }",
        "import org.hibernate.annotations.*; @Entity @SoftDelete(strategy = SoftDeleteType.ACTIVE) class Active { @Id Long id; }",
        "import org.hibernate.annotations.*; @Entity @SoftDelete(strategy = SoftDeleteType.TIMESTAMP, columnName = \"gone_at\") class Gone { @Id Long id; }",
        """
        import org.hibernate.annotations.*;
        @Entity @SoftDelete(columnName = "is_gone") @Inheritance(strategy = InheritanceType.JOINED)
        class Above { @Id Long id; @ElementCollection @SoftDelete @Column(nullable = false) Set<String> names; }
        """,
        "@Entity class Below extends Above { }");
  }

  @Test
  void timeZones() {
    agree(
        """
        import org.hibernate.annotations.*; import java.time.*;
        @Entity class Thing { @Id Long id;
          @TimeZoneStorage(TimeZoneStorageType.COLUMN) OffsetDateTime offset;
          @TimeZoneStorage(TimeZoneStorageType.COLUMN) @TimeZoneColumn(name = "zone") ZonedDateTime zoned;
          @TimeZoneStorage(TimeZoneStorageType.COLUMN) OffsetTime time;
          @TimeZoneStorage(TimeZoneStorageType.NATIVE) OffsetDateTime natively;
          @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC) OffsetDateTime utc;
          @TimeZoneStorage(TimeZoneStorageType.NORMALIZE) OffsetDateTime normalized;
          @TimeZoneStorage(TimeZoneStorageType.AUTO) OffsetDateTime auto; }
        """);
  }

  @Test
  void structs() {
    agree(
        """
        import org.hibernate.annotations.*;
        @Embeddable @Struct(name = "person_name") class PersonName { String last; String first; int age; }
        """,
        "@Embeddable class Other { Integer b; Integer a; }",
        """
        import org.hibernate.annotations.*;
        @Entity class Person { @Id Long id; PersonName name; @Struct(name = "other_type", attributes = {"b", "a"}) Other other; }
        """);
  }

  @Test
  void embeddableHierarchies() {
    agree(
        "@Embeddable class Shape { int color; }",
        "@Embeddable class Circle extends Shape { Double radius; }",
        "@Embeddable @DiscriminatorValue(\"sq\") class Square extends Shape { Double side; }",
        "@Entity class Drawing { @Id Long id; Shape shape; @ElementCollection Set<Shape> others; }");
  }

  @Test
  void joinFormulas() {
    agree(
        """
        import org.hibernate.annotations.*;
        @Entity class Thing { @Id Long id; String code; @ManyToOne @JoinFormula("code") Thing computed; }
        """);
  }

  @Test
  void computedEntities() {
    agree(
        "@Entity class Real { @Id Long id; @ManyToOne Summary summary; }",
        "@Entity @org.hibernate.annotations.Subselect(\"select 1 as id\") class Summary { @Id Long id; @ElementCollection Set<String> names; }");
  }

  @Test
  void typesOfPositions() {
    agree(
        """
        import org.hibernate.annotations.*;
        @Entity class Thing { @Id Long id;
          @ElementCollection @ListIndexJdbcTypeCode(5) @OrderColumn List<String> names;
          @ElementCollection @OrderColumn(name = "at", columnDefinition = "bigint") List<String> others;
          @ElementCollection @ListIndexBase(1) @OrderColumn List<String> counted; }
        """);
  }

  @Test
  void otherColumnsThanTheKey() {
    agree(
        "@Entity class Country implements java.io.Serializable { @Id Long id; @Column(unique = true) String code; String region; String area; }",
        """
        @Entity class City { @Id Long id; String mayor;
          @ManyToOne @JoinColumn(name = "r", referencedColumnName = "region") @JoinColumn(name = "a", referencedColumnName = "area") Country place;
          @ManyToMany @JoinTable(name = "cc", joinColumns = @JoinColumn(name = "city"), inverseJoinColumns = @JoinColumn(name = "code", referencedColumnName = "code")) Set<Country> others; }
        """);
  }

  @Test
  void embeddablesByHibernatesAnnotations() {
    agree(
        "@Embeddable class Zip { @Column(name = \"zip_code\") String code;  }",
        "@Embeddable class Address { String street; @org.hibernate.annotations.Parent Person person; @Embedded @org.hibernate.annotations.EmbeddedColumnNaming(\"zip_%s\") Zip zip; @ManyToOne Person owner; }",
        """
        import org.hibernate.annotations.*;
        @Entity @SecondaryTable(name = "more") class Person { @Id Long id;
          @Embedded @EmbeddedColumnNaming("home_%s") @AssociationOverride(name = "owner", joinColumns = @JoinColumn(name = "home_owner")) Address home;
          @Embedded @EmbeddedColumnNaming Address work;
          @Embedded @EmbeddedTable("more") Zip zip; }
        """);
  }

  @Test
  void compositeUserTypes() {
    agree(
        "class Money { java.math.BigDecimal amount; String currency; }",
        """
        import org.hibernate.usertype.*; import org.hibernate.metamodel.spi.*; import org.hibernate.engine.spi.*;
        public class MoneyType implements CompositeUserType<Money> {
          public static class Columns { java.math.BigDecimal amount; String currency; }
          public Object getPropertyValue(Money money, int property) { return null; }
          public Money instantiate(ValueAccess values) { return new Money(); }
          public Class<?> embeddable() { return Columns.class; }
          public Class<Money> returnedClass() { return Money.class; }
          public boolean equals(Money x, Money y) { return x == y; }
          public int hashCode(Money x) { return 0; }
          public Money deepCopy(Money value) { return value; }
          public boolean isMutable() { return false; }
          public java.io.Serializable disassemble(Money value) { return null; }
          public Money assemble(java.io.Serializable cached, Object owner) { return null; }
          public Money replace(Money detached, Money managed, Object owner) { return detached; } }
        """,
        """
        import org.hibernate.annotations.*;
        @Entity class Thing { @Id Long id;
          @AttributeOverride(name = "amount", column = @Column(name = "price_amount", precision = 10, scale = 3))
          @AttributeOverride(name = "currency", column = @Column(name = "price_currency", length = 3))
          @CompositeType(MoneyType.class) Money price; }
        """);
  }

  @Test
  void generatedByTheDatabasesOwnMeans() {
    agree(
        "@Entity class Thing { @Id @org.hibernate.annotations.NativeGenerator Long id; }",
        """
        @Entity class Other { @Id @GeneratedValue @org.hibernate.annotations.NativeGenerator(sequenceForm = @SequenceGenerator(sequenceName = "others", allocationSize = 2)) Long id; }
        """);
  }

  @Test
  void attributesThatAreReferredTo() {
    agree(
        "@Entity class Employee { @Id Integer id; @Column(name = \"ssn\", unique = true) String number; }",
        """
        import org.hibernate.annotations.*;
        @Entity class Tax { @Id Integer id; @OneToOne @PropertyRef("number") Employee one; }
        """);
  }

  @Test
  void forcedDiscriminators() {
    agree(
        "@Entity @org.hibernate.annotations.DiscriminatorOptions(force = true) class Above { @Id Long id; }",
        "@Entity class Below extends Above { }");
  }

  @Test
  void whatIsNamedAfterQuotedNames() {
    agree(
        "@Entity @Table(name = \"`order`\") class Order { @Id @GeneratedValue Long id; @ElementCollection Set<String> noteTexts; @ElementCollection Map<String, String> moreTexts; @ManyToMany List<Line> someLines; }",
        """
        @Entity class Line { @Id @Column(name = "\\"Key\\"") Long key; @ManyToOne Order lastOrder; @ManyToOne Line otherLine;
          @OneToMany @JoinColumn List<Order> ownOrders; @OneToMany(mappedBy = "lastOrder") List<Line> none; @ManyToMany Set<Order> theOrders; @ElementCollection Set<Integer> someNumbers; }
        """
            .replace("@OneToMany(mappedBy = \"lastOrder\") List<Line> none; ", ""));
  }

  @Test
  void idBags() {
    agree(
        """
        import org.hibernate.annotations.*;
        @Entity class Thing { @Id Long id;
          @ElementCollection @CollectionId(column = @Column(name = "bag_id"), generator = "increment")
          @CollectionIdJdbcTypeCode(org.hibernate.type.SqlTypes.BIGINT) Collection<String> names; }
        """);
  }

  @Test
  void columnsThatSeveralAttributesHave() {
    agree(
        """
        @Entity class Animal { @Id Long id; @Column(insertable = false, updatable = false) String dtype;
          @ManyToOne @JoinColumn(name = "owner_id") Animal owner;
          @Column(name = "owner_id", insertable = false, updatable = false) Long ownerId; }
        """,
        "@Entity class Cat extends Animal { @Column(name = \"mark\") String color; }",
        "@Entity class Dog extends Animal { @Column(name = \"mark\") String breed; }",
        "@Entity class Puppy extends Dog { @Column(name = \"owner_id\", insertable = false, updatable = false) Long third; }",
        "class LineId implements java.io.Serializable { Long order; Integer position; }",
        """
        @Entity @IdClass(LineId.class) @Table(name = "line") class Line {
          @Id @Column(name = "order_id") Long order; @Id Integer position;
          @ManyToOne @JoinColumn(name = "order_id") Animal of; }
        """,
        "@Embeddable class Shape { int size; }",
        "@Embeddable class Square extends Shape { @Column(name = \"mark\") int side; }",
        "@Embeddable class Circle extends Shape { @Column(name = \"mark\") int radius; }",
        """
        @Entity class Drawing { @Id Long id; Shape shape;
          @org.hibernate.annotations.TimeZoneStorage(org.hibernate.annotations.TimeZoneStorageType.COLUMN)
          @org.hibernate.annotations.TimeZoneColumn(name = "zone") java.time.OffsetDateTime made;
          @org.hibernate.annotations.TimeZoneStorage(org.hibernate.annotations.TimeZoneStorageType.COLUMN)
          @org.hibernate.annotations.TimeZoneColumn(name = "zone", insertable = false, updatable = false) java.time.OffsetDateTime sold; }
        """,
        """
        @Entity @org.hibernate.annotations.DiscriminatorOptions(insert = false)
        class Chosen { @Id Long id; @Column(name = "dtype", length = 31) String kind; }
        """,
        "@Entity class ChosenBelow extends Chosen { }");
  }
}
