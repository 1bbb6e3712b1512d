package dev.migrator.entity;

import static dev.migrator.entity.Agreement.agree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.junit.jupiter.api.Test;

/** Hibernate is the arbiter of what a model means: both read the same classes. */
class HibernateOracleTest extends HibernateOracle {

  @Test
  void basicTypes() {
    agree(
        Model.entity(
            """
            String string; Long along; long plong; Integer integer; int pinteger; short pshort;
            Short ashort; Byte abyte; byte pbyte; Boolean bool; boolean pbool; Float afloat;
            float pfloat; Double adouble; double pdouble; java.math.BigDecimal decimal;
            java.math.BigInteger biginteger; Character character; char pcharacter;
            java.time.LocalDate localdate; java.time.LocalTime localtime;
            java.time.LocalDateTime localdatetime; java.time.Instant instant;
            java.time.OffsetDateTime offsetdatetime; java.time.ZonedDateTime zoneddatetime;
            java.time.OffsetTime offsettime; Date utildate; java.sql.Date sqldate;
            java.sql.Time sqltime; java.sql.Timestamp sqltimestamp; Calendar calendar;
            UUID uuid; byte[] bytes; char[] chars; java.time.Duration duration;
            java.time.Year year; java.time.ZoneId zone; java.time.ZoneOffset zoneoffset;
            Locale locale; Currency currency; java.net.URL url; Class<?> clazz; TimeZone timezone;
            java.net.InetAddress inet; java.sql.Clob aclob; java.sql.Blob ablob;
            java.io.Serializable serializable; java.time.MonthDay monthday;
            java.time.DayOfWeek dayofweek;
            """));
  }

  @Test
  void arrays() {
    agree(
        "enum Size { SMALL, LARGE }",
        Model.entity(
            """
            List<String> list; String[] array; Set<Integer> set; int[] ints; Byte[] bytes;
            Character[] characters; Collection<UUID> collection; SortedSet<Long> sorted;
            @Column(length = 50) List<String> sized; List<Size> ordinals;
            @Enumerated(EnumType.STRING) List<Size> names; Size[] sizes;
            List<java.time.LocalDate> dates;
            """));
  }

  @Test
  void sizes() {
    agree(
        Model.entity(
            """
            @Column(length = 10) String shorter; @Column(length = 70000) String longer;
            @Column(length = 11000000) String longest; @Column(length = 3) Character character;
            @Column(precision = 10) java.math.BigDecimal precise;
            @Column(precision = 10, scale = 3) java.math.BigDecimal scaled;
            @Column(scale = 3) java.math.BigDecimal onlyscale;
            @Column(precision = 5) java.math.BigInteger integers;
            @Column(precision = 5) Float floats; @Column(precision = 12) Double doubles;
            @Column(secondPrecision = 3) java.time.LocalDateTime millis;
            @Column(secondPrecision = 0) java.time.Instant seconds;
            @Column(secondPrecision = 3) java.time.LocalTime times;
            @Column(precision = 3) java.time.Duration duration; @Column(length = 40) byte[] bytes;
            @Lob String text; @Lob byte[] binary; @Lob @Column(length = 100) String shorttext;
            @Lob char[] characters; @Column(columnDefinition = "citext") String defined;
            """));
  }

  @Test
  void jdbcTypeCodes() {
    agree(
        """
        import org.hibernate.annotations.JdbcTypeCode; import org.hibernate.type.SqlTypes;
        @Entity class Thing { @Id Long id;
          @JdbcTypeCode(SqlTypes.JSON) Map<String, Object> json;
          @JdbcTypeCode(SqlTypes.JSON) List<String> jsonlist;
          @JdbcTypeCode(SqlTypes.JSON_ARRAY) List<String> jsonarray;
          @JdbcTypeCode(SqlTypes.LONGVARCHAR) String longvarchar;
          @JdbcTypeCode(SqlTypes.LONG32VARCHAR) String text;
          @JdbcTypeCode(SqlTypes.CHAR) String characters;
          @JdbcTypeCode(SqlTypes.CHAR) @Column(length = 3) String character3;
          @JdbcTypeCode(SqlTypes.CHAR) UUID uuidchar; @JdbcTypeCode(SqlTypes.VARCHAR) UUID uuidvarchar;
          @JdbcTypeCode(SqlTypes.SMALLINT) Integer small; @JdbcTypeCode(SqlTypes.SQLXML) String xml;
          @JdbcTypeCode(SqlTypes.TIMESTAMP) java.time.Instant local;
          @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE) java.time.LocalDateTime zoned;
          @JdbcTypeCode(SqlTypes.TIME_WITH_TIMEZONE) java.time.OffsetTime time;
          @JdbcTypeCode(SqlTypes.ARRAY) List<Integer> array;
        }
        """);
  }

  @Test
  void enumerations() {
    agree(
        "enum Size { SMALL, LARGE, MEDIUM }",
        """
        import org.hibernate.annotations.JdbcTypeCode; import org.hibernate.type.SqlTypes;
        @Entity class Thing { @Id Long id;
          Size ordinal; @Enumerated Size explicit; @Enumerated(EnumType.STRING) Size names;
          @Enumerated(EnumType.STRING) @Column(length = 9) Size shorter;
          @JdbcTypeCode(SqlTypes.VARCHAR) Size varchar; @JdbcTypeCode(SqlTypes.INTEGER) Size integer;
          @JdbcTypeCode(SqlTypes.NAMED_ENUM) Size named;
        }
        """);
  }

  @Test
  void nullability() {
    agree(
        Model.entity(
            """
            @Column(nullable = false) String required; @Basic(optional = false) String basic;
            @Basic(optional = false) @Column(nullable = true) String both; int primitive;
            @Column(name = "named") int namedprimitive; @Column(nullable = true) int nullable;
            @Version Integer version; @ManyToOne Thing parent;
            @ManyToOne(optional = false) Thing owner;
            @ManyToOne @JoinColumn(nullable = false) Thing joined;
            """));
  }

  @Test
  void hierarchiesAndGenerics() {
    agree(
        """
        @MappedSuperclass abstract class Keyed<K extends java.io.Serializable> {
          @Id @GeneratedValue(strategy = GenerationType.IDENTITY) K id;
        }
        """,
        """
        @MappedSuperclass abstract class Named<K extends java.io.Serializable, T> extends Keyed<K> {
          T name; transient String cached; static String constant;
          @Transient String ignored;
        }
        """,
        "class Plain<K extends java.io.Serializable> extends Named<K, String> { String unmapped; }",
        "@Entity class Thing extends Plain<Long> { int count; }",
        "@Entity class Other extends Named<Integer, Double> { @ManyToOne Thing thing; }");
  }

  @Test
  void propertyAccess() {
    agree(
        """
        @Entity class Thing {
          private Long key; private String title; private boolean open; private URLs url;
          @Access(AccessType.FIELD) private int counted;
          static class URLs implements java.io.Serializable { }
          @Id public Long getKey() { return key; } public void setKey(Long key) { }
          @Column(name = "heading") public String getTitle() { return title; }
          public void setTitle(String title) { }
          public boolean isOpen() { return open; } public void setOpen(boolean open) { }
          @Transient public int getDerived() { return 1; }
          public void setDerived(int derived) { }
          public String getURL() { return ""; } public void setURL(String url) { }
        }
        """);
  }

  @Test
  void associations() {
    agree(
        """
        import org.hibernate.annotations.*;
        @Entity(name = "Parent") class Parent {
          @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id; String code;
          @OneToMany(mappedBy = "parent") @OnDelete(action = OnDeleteAction.CASCADE)
          List<Child> children;
          @OneToOne(mappedBy = "single") Child child;
        }
        """,
        """
        import org.hibernate.annotations.*;
        @Entity class Child {
          @Id UUID id; @ManyToOne Parent parent; @OneToOne Parent single;
          @ManyToOne @JoinColumn(name = "by_code", referencedColumnName = "code") Parent byCode;
          @ManyToOne @OnDelete(action = OnDeleteAction.SET_NULL) Parent cascading;
          @ManyToOne @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Parent free;
          @ManyToOne @NotFound(action = NotFoundAction.IGNORE) Parent missing;
          @Column(name = "parent_id", insertable = false, updatable = false) Long parentId;
          @ManyToOne(optional = false) @JoinColumn(name = "owner") Parent owner;
          @Column(name = "owner", insertable = false, updatable = false) Long ownerId;
          @ManyToOne(targetEntity = Parent.class) Object untyped;
        }
        """);
  }

  @Test
  void compositeKeys() {
    agree(
        "class LineId implements java.io.Serializable { String zone; Integer area; Long owner; }",
        """
        @Entity @IdClass(LineId.class) class Line {
          @Id String zone; @Id Integer area; @Id @ManyToOne Thing owner;
        }
        """,
        """
        @Entity class Thing { @Id Long id; @ManyToOne Line line; @OneToOne Line single;
          @ManyToOne @JoinColumns({
            @JoinColumn(name = "z", referencedColumnName = "zone"),
            @JoinColumn(name = "o", referencedColumnName = "owner_id"),
            @JoinColumn(name = "a", referencedColumnName = "area")}) Line joined;
        }
        """);
  }

  @Test
  void constraints() {
    agree(
        """
        import org.hibernate.annotations.*;
        @Entity
        @jakarta.persistence.Table(
            name = "things", check = @CheckConstraint(constraint = "height > 0"),
            uniqueConstraints = @UniqueConstraint(columnNames = {"height", "width"}),
            indexes = {
              @jakarta.persistence.Index(columnList = "width, height desc"),
              @jakarta.persistence.Index(columnList = "height, depth", unique = true)})
        class Thing { @Id Long id; int height; int width; @Column(unique = true) int depth;
          @Column(check = @CheckConstraint(constraint = "volume > 1")) Integer volume;
          @NaturalId String serial; @NaturalId int year; @ColumnDefault("7") int lucky;
          @Formula("height * width") int area;
        }
        """);
  }

  @Test
  void names() {
    String[] entities = {
      "@Entity @Table(name = \"UserAccount\") class UserEntity { @Id Long userId; String someID;"
          + " @Column(name = \"eMail\") String mail; @Column(name = \"\\\"Quoted\\\"\") String q;"
          + " @ManyToOne OrderLine firstLine; String address2Line; }",
      "@Entity(name = \"Line\") class OrderLine { @Id Long lineNumber; String aB; String URLText; }"
    };
    agree(Naming.JPA, new PhysicalNamingStrategyStandardImpl(), entities);
    agree(Naming.SPRING, new PhysicalNamingStrategySnakeCaseImpl(), entities);
  }

  @Test
  void theBlog() {
    EntitySource source =
        new EntitySource(
            List.of(Path.of("target/example-classes")),
            List.of("com.example.blog"),
            List.of(),
            List.of(),
            Naming.JPA,
            Set.of(NullabilityRule.JPA));
    Schema schema = EntityReader.read(source).schema();
    // What Migrator's own annotations say, Hibernate does not know.
    Set<String> ours = new TreeSet<>(PostgresqlLines.of(schema));
    Set<String> theirs = HibernateSchema.lines(source, new PhysicalNamingStrategyStandardImpl());
    assertThat(ours)
        .contains(
            "post.content text",
            "profile.gender gender_enum default 'UNDEFINED'",
            "unique user(email)");
    ours.removeIf(
        line ->
            line.matches(
                "post.content .*|profile.gender .*|.*(created|updated)at .*|unique user.*|enum .*"));
    theirs.removeIf(
        line -> line.matches("post.content .*|profile.gender .*|.*(created|updated)at .*|enum .*"));
    assertThat(ours).isEqualTo(theirs);
  }
}
