package dev.migrator.entity;

import org.junit.jupiter.api.Test;

/** Columns, converters and conditions, held to Hibernate's reading of the same classes. */
class ColumnOracleTest extends HibernateOracle {

  @Test
  void convertersSizeTheirColumnsByTheAttribute() {
    agree(
        converter("DayText", "java.time.LocalDate", "String", "null"),
        converter("Count", "String", "Integer", "null"),
        converter("Bytes", "String", "byte[]", "null"),
        converter("Token", "String", "UUID", "null"),
        converter("Price", "Integer", "java.math.BigDecimal", "null"),
        converter("Tags", "List<String>", "String", "null"),
        converter("Moment", "String", "java.time.Instant", "null"),
        """
        import org.hibernate.annotations.JdbcTypeCode; import org.hibernate.type.SqlTypes;
        @Entity class Thing { @Id Long id;
          @Convert(converter = DayText.class) @Column(length = 10) java.time.LocalDate day;
          @Convert(converter = Count.class) String count; @Convert(converter = Bytes.class) String bytes;
          @Convert(converter = Bytes.class) @Lob String large; @Convert(converter = Tags.class) @Column(length = 1) List<String> letter; @Convert(converter = Token.class) String token;
          @Convert(converter = Price.class) int price;
          @Convert(converter = Price.class) @Column(precision = 10, scale = 3) Integer exact;
          @Convert(converter = Tags.class) @Column(length = 5) List<String> tags;
          @Convert(converter = Tags.class) @Lob List<String> many;
          @Convert(converter = Tags.class) @JdbcTypeCode(SqlTypes.LONG32VARCHAR) List<String> text;
          @Convert(converter = Moment.class) @Column(secondPrecision = 2) String moment;
          @Convert(converter = Count.class) @JdbcTypeCode(SqlTypes.VARCHAR) String counted;
        }
        """);
  }

  @Test
  void convertersOfEnumsAndBooleansBringConditions() {
    agree(
        "enum Size { SMALL, LARGE, MEDIUM; String code() { return name().substring(0, 1); } }",
        converter("Lower", "Size", "String", "value == null ? null : value.name().toLowerCase()"),
        converter("Number", "Size", "Integer", "value == null ? null : value.ordinal() * 10 + 5"),
        converter("Letter", "Size", "Character", "value == Size.SMALL ? 's' : 'x'"),
        converter("Partly", "Size", "String", "value == Size.SMALL ? null : value.toString()"),
        converter("Flag", "Boolean", "String", "value != null && value ? \"on\" : \"off\""),
        converter("Digit", "Boolean", "Integer", "value == null ? null : value ? 1 : -1"),
        """
        import org.hibernate.annotations.JdbcTypeCode; import org.hibernate.type.SqlTypes;
        @Entity class Thing { @Id Long id;
          @Convert(converter = Lower.class) Size lower; @Convert(converter = Number.class) Size number;
          @Convert(converter = Letter.class) Size letter; @Convert(converter = Partly.class) Size partly;
          @Convert(converter = Lower.class) @JdbcTypeCode(SqlTypes.CHAR) Size padded;
          @Convert(converter = Lower.class) @Lob Size large;
          @Convert(converter = Flag.class) boolean flag; @Convert(converter = Digit.class) Boolean digit;
          @Convert(converter = org.hibernate.type.YesNoConverter.class) boolean yes;
        }
        """);
  }

  @Test
  void convertersThatApplyByThemselves() {
    agree(
        "enum Size { SMALL, LARGE }",
        "@Converter(autoApply = true) " + converter("Numbers", "Integer", "String", "null"),
        "@Converter(autoApply = true) " + converter("Dates", "Date", "String", "null"),
        "@Converter(autoApply = true) " + converter("Lists", "List<String>", "String", "null"),
        "@Converter(autoApply = true) "
            + converter("Sizes", "Size", "String", "value == null ? null : value.name()"),
        """
        @Entity class Thing { @Id Integer id; @Version Integer version; int primitive; Integer wrapper;
          Date date; @Temporal(TemporalType.DATE) Date day; List<String> list; Set<String> set; Size size;
          @Enumerated(EnumType.STRING) Size named; @Enumerated Size ordinal;
          @Convert(disableConversion = true) Integer plain; java.sql.Timestamp stamp; List<Integer> numbers;
        }
        """);
  }

  @Test
  void enumeratedValues() {
    agree(
        "enum Level { LOW(10), HIGH(30), MIDDLE(20); @EnumeratedValue final int v; Level(int v) { this.v = v; } }",
        "enum Unit { M(\"x\"), FT(\"yy\"), PC(\"z'z\"); @EnumeratedValue final String v; Unit(String v) { this.v = v; } }",
        "enum Small { A(1), B(2); @EnumeratedValue final byte v; Small(int v) { this.v = (byte) v; } }",
        """
        import org.hibernate.annotations.JdbcTypeCode; import org.hibernate.type.SqlTypes;
        @Entity class Thing { @Id Long id; Level level; Level[] levels; List<Level> list; Small small;
          @Enumerated(EnumType.STRING) Unit unit; @Enumerated(EnumType.STRING) List<Unit> units;
          @Enumerated(EnumType.STRING) @Column(length = 5) Unit narrow;
          @Enumerated(EnumType.STRING) @Column(length = 1) Unit letter;
          @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.CHAR) Unit padded;
          @JdbcTypeCode(SqlTypes.INTEGER) Level integer; @JdbcTypeCode(SqlTypes.VARCHAR) Level text;
        }
        """);
  }

  @Test
  void namedEnumerations() {
    agree(
        "enum Level { LOW(4), HIGH(3); @EnumeratedValue final int v; Level(int v) { this.v = v; } }",
        "enum Size { SMALL, LARGE, MEDIUM }",
        "enum Order { SMALL, LARGE, MEDIUM }",
        """
        import org.hibernate.annotations.*; import org.hibernate.type.SqlTypes; import org.hibernate.dialect.type.*;
        @Entity class Thing { @Id Long id; @JdbcTypeCode(SqlTypes.NAMED_ENUM) Level level;
          @JdbcType(PostgreSQLEnumJdbcType.class) Size size;
          @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM) Order declared;
        }
        """);
  }

  @Test
  void whatStandsOnAColumn() {
    agree(
        """
        import org.hibernate.annotations.*;
        @Entity class Thing { @Id Long id;
          @Comment("of Hibernate") @Column(comment = "of JPA") String a; @Column(comment = "of JPA") String b;
          @ColumnDefault("'a''b'") String c; @Collate("C") @Column(length = 10) String d;
          @GeneratedColumn("id + 1") @Column(nullable = false) long e; @Generated(sql = "7") Integer f;
          @CreationTimestamp java.time.Instant g; @CurrentTimestamp java.time.Instant h;
          @TenantId String tenant; @ColumnTransformer(read = "upper(i)") String i;
          @DialectOverride.ColumnDefault(dialect = org.hibernate.dialect.PostgreSQLDialect.class,
              override = @ColumnDefault("now()")) @ColumnDefault("1") String j;
          @DialectOverride.GeneratedColumn(dialect = org.hibernate.dialect.PostgreSQLDialect.class,
              override = @GeneratedColumn("a || b")) @GeneratedColumn("concat(a, b)") String k;
          @DialectOverride.ColumnDefault(dialect = org.hibernate.dialect.MySQLDialect.class,
              override = @ColumnDefault("2")) @ColumnDefault("1") String l;
        }
        """);
  }

  @Test
  void partitionsArePartOfTheKey() {
    agree(
        """
        import org.hibernate.annotations.*;
        @Entity class Thing { @Id Long id; @PartitionKey String region; @TenantId Long tenant; }
        """);
  }

  @Test
  void severalConditionsOnOneColumn() {
    agree(
        """
        import org.hibernate.annotations.*;
        @Entity class Thing { @Id Long id;
          @Check(constraints = "b > 1") @Check(constraints = "b < 2", name = "x")
          @Column(check = @CheckConstraint(constraint = "b > 3", name = "y")) Integer b;
        }
        """);
  }

  private static String converter(String name, String from, String to, String value) {
    return """
        class %s implements AttributeConverter<%s, %s> {
          public %3$s convertToDatabaseColumn(%2$s value) { return %s; }
          public %2$s convertToEntityAttribute(%3$s value) { return null; }
        }
        """
        .formatted(name, from, to, value);
  }
}
