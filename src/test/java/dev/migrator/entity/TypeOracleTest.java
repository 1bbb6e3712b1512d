package dev.migrator.entity;

import org.junit.jupiter.api.Test;

/** Types, held to Hibernate's reading of the same classes. */
class TypeOracleTest extends HibernateOracle {

  private static final String CODES =
      "import java.math.*; import java.time.*; import java.net.*; import org.hibernate.annotations.*;"
          + " import jakarta.persistence.Version; import org.hibernate.type.SqlTypes;"
          + " import jakarta.persistence.Temporal; ";

  @Test
  void whatIsSerialized() {
    agree(
        Model.entity(
            """
            java.net.URI uri; java.time.Period period; java.time.YearMonth month; BitSet bits;
            java.net.Inet4Address ipv4; GregorianCalendar gregorian; Number number;
            ArrayList<String> list; HashMap<String, Object> map; java.io.File file;
            java.util.concurrent.atomic.AtomicLong counter; StringBuilder builder;
            LinkedHashSet<String> linked;
            """));
  }

  @Test
  void sizesFollowTheJavaTypeIntoOtherColumns() {
    agree(
        CODES
            + Model.entity(
                """
                @JdbcTypeCode(SqlTypes.VARCHAR) Short a; @JdbcTypeCode(SqlTypes.VARCHAR) Byte b;
                @JdbcTypeCode(SqlTypes.VARCHAR) Double c; @JdbcTypeCode(SqlTypes.VARCHAR) Float d;
                @JdbcTypeCode(SqlTypes.VARCHAR) BigInteger e;
                @JdbcTypeCode(SqlTypes.VARCHAR) InetAddress f;
                @JdbcTypeCode(SqlTypes.VARCHAR) Currency g; @JdbcTypeCode(SqlTypes.NUMERIC) Short h;
                @JdbcTypeCode(SqlTypes.NUMERIC) Byte i; @JdbcTypeCode(SqlTypes.NUMERIC) Double j;
                @JdbcTypeCode(SqlTypes.NUMERIC) Float k; @JdbcTypeCode(SqlTypes.NUMERIC) Year m;
                @JdbcTypeCode(SqlTypes.DOUBLE) Float n; @JdbcTypeCode(SqlTypes.FLOAT) Double o;
                @JdbcTypeCode(SqlTypes.DOUBLE) Double q; @JdbcTypeCode(SqlTypes.DOUBLE) BigInteger r;
                @JdbcTypeCode(SqlTypes.DOUBLE) Duration s; @JdbcTypeCode(SqlTypes.VARCHAR) Duration t;
                @JdbcTypeCode(SqlTypes.VARCHAR) Year u; @JdbcTypeCode(SqlTypes.CHAR) Currency v;
                @JdbcTypeCode(SqlTypes.VARCHAR) java.io.Serializable w;
                @JdbcTypeCode(SqlTypes.TIME) @Column(secondPrecision = 3) LocalDateTime z;
                @JdbcTypeCode(SqlTypes.NUMERIC) @Column(scale = 3) Integer aa;
                @JdbcTypeCode(SqlTypes.VARCHAR) @Column(length = 5) Integer ad;
                @JdbcTypeCode(SqlTypes.VARCHAR) @Column(length = 11000000) String ae;
                @JdbcTypeCode(SqlTypes.LONGVARCHAR) @Column(length = 40) String af;
                @JdbcTypeCode(SqlTypes.CLOB) @Column(length = 10) String ah;
                @JdbcTypeCode(SqlTypes.CHAR) char[] ak; @JdbcTypeCode(SqlTypes.LONGVARCHAR) @Lob String am;
                @JdbcTypeCode(SqlTypes.JSON) @Lob String ao; @JdbcTypeCode(SqlTypes.CHAR) Byte aq;
                @JdbcTypeCode(SqlTypes.INTERVAL_SECOND) Duration interval;
                @JdbcTypeCode(SqlTypes.INTERVAL_SECOND) @Column(precision = 10, scale = 3) Duration short_;
                @JdbcTypeCode(SqlTypes.XML_ARRAY) List<String> xml; @JdbcTypeCode(SqlTypes.INSTANT) Instant at;
                @JdbcTypeCode(SqlTypes.VARCHAR) @Column(length = 10) LocalDate day;
                @JdbcTypeCode(SqlTypes.VARBINARY) float[] packed; @JdbcTypeCode(SqlTypes.VARCHAR) List<Integer> text;
                """));
  }

  @Test
  void sizesWithoutEffect() {
    agree(
        CODES
            + Model.entity(
                """
                @Column(length = 20) java.io.Serializable b; @Column(precision = 3) int e;
                @Column(precision = 3, scale = 1) long f; @Column(precision = 5, scale = 2) Duration j;
                @Column(length = 100) UUID w; @Column(length = 100) ZoneOffset x;
                @Column(precision = 10, scale = 3) BigInteger aa; @Column(scale = 3) Duration ad;
                @Column(scale = 3) double m; @Column(precision = 3) Instant prec;
                @Column(secondPrecision = 3) List<Instant> moments; @Column(secondPrecision = 3) Duration du;
                @FractionalSeconds(4) @Column(secondPrecision = 2) LocalTime both;
                """));
  }

  @Test
  void largeObjects() {
    agree(
        CODES
            + Model.entity(
                """
                @Lob Character[] a; @Lob Byte[] b; @Lob ArrayList<String> c; @Lob java.sql.NClob d;
                @Lob URL e; @Lob UUID f; @Lob Integer g; @Lob Locale h; @Lob LocalDate i; @Lob boolean j;
                @Lob Class<?> k; @Lob ZoneOffset l; @Lob Currency m; @Lob InetAddress n; @Lob Character o;
                @Lob List<String> p; @Lob List<Integer> q; @Lob Set<UUID> r; @Nationalized @Lob String s;
                @Nationalized String t; @Nationalized char u;
                """));
  }

  @Test
  void zonesAndTemporals() {
    agree(
        CODES
            + Model.entity(
                """
                @Temporal(TemporalType.DATE) Calendar a; @Temporal(TemporalType.TIME) Date b;
                @Temporal(TemporalType.TIMESTAMP) @Column(secondPrecision = 3) Date c;
                @TimeZoneStorage(TimeZoneStorageType.NATIVE) OffsetTime d;
                @TimeZoneStorage(TimeZoneStorageType.NORMALIZE) @Column(secondPrecision = 3) OffsetDateTime e;
                @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC) ZonedDateTime f;
                @TimeZoneStorage(TimeZoneStorageType.NORMALIZE) OffsetTime g;
                @TimeZoneStorage(TimeZoneStorageType.NORMALIZE) Instant h; @Version LocalDateTime v;
                """));
  }

  @Test
  void descriptorsOfHibernate() {
    agree(
        CODES
            + "import org.hibernate.type.descriptor.jdbc.*; import org.hibernate.type.descriptor.java.*;"
            + " import org.hibernate.annotations.JdbcType; import org.hibernate.annotations.JavaType;"
            + " import org.hibernate.dialect.type.*; "
            + Model.entity(
                """
                @JdbcType(VarcharJdbcType.class) UUID a;
                @JdbcType(CharJdbcType.class) @Column(length = 4) String b;
                @JdbcType(LongVarcharJdbcType.class) String c;
                @JdbcType(PostgreSQLInetJdbcType.class) String d; @JdbcType(UUIDJdbcType.class) UUID e;
                @JdbcType(BinaryJdbcType.class) UUID f;
                @JdbcType(TimestampUtcAsOffsetDateTimeJdbcType.class) Instant g;
                @JdbcType(TimestampJdbcType.class) Instant h; @JdbcType(SmallIntJdbcType.class) int j;
                @JdbcType(IntegerJdbcType.class) boolean m; @JdbcType(InstantJdbcType.class) Instant s;
                @JdbcType(PostgreSQLIntervalSecondJdbcType.class) Duration n;
                @JdbcType(VarcharJdbcType.class) @Enumerated DayOfWeek l;
                @JavaType(StringJavaType.class) String aa;
                @JavaType(CharacterArrayJavaType.class) Character[] ab;
                @JavaType(ByteArrayJavaType.class) Byte[] ac; @JavaType(JdbcDateJavaType.class) Date ad;
                @JavaType(JdbcTimestampJavaType.class) Date ae;
                @JavaType(CharacterArrayJavaType.class) @Lob Character[] af;
                """));
  }

  @Test
  void descriptorsOfTheUser() {
    agree(
        """
        import org.hibernate.type.descriptor.jdbc.*;
        public class Amount extends VarcharJdbcType {
          @Override public int getJdbcTypeCode() { return java.sql.Types.BIGINT; }
          @Override public int getDdlTypeCode() { return java.sql.Types.BIGINT; }
        }
        """,
        """
        import org.hibernate.usertype.*;
        public class Secret implements EnhancedUserType<String> {
          private static final int TYPE = org.hibernate.type.SqlTypes.VARBINARY;
          public int getSqlType() { return TYPE; }
          public Class<String> returnedClass() { return String.class; }
          public String toSqlLiteral(String value) { return value; }
          public String toString(String value) { return value; }
          public String fromStringValue(CharSequence text) { return text.toString(); }
          public String deepCopy(String value) { return value; }
          public boolean isMutable() { return false; }
        }
        """,
        """
        import org.hibernate.annotations.*;
        @Entity class Thing { @Id Long id; @JdbcType(Amount.class) String amount;
          @Type(Secret.class) String secret; }
        """);
  }

  @Test
  void registrations() {
    agree(
        """
        import org.hibernate.annotations.*; import org.hibernate.type.*; import org.hibernate.type.descriptor.java.*; import org.hibernate.type.descriptor.jdbc.*;
        @JavaTypeRegistration(javaType = java.util.Date.class, descriptorClass = JdbcDateJavaType.class)
        @JdbcTypeRegistration(value = VarcharJdbcType.class, registrationCode = SqlTypes.UUID)
        @JdbcTypeRegistration(value = TinyIntJdbcType.class, registrationCode = SqlTypes.BOOLEAN)
        @JdbcTypeRegistration(value = BigIntJdbcType.class, registrationCode = SqlTypes.INTEGER)
        @JdbcTypeRegistration(value = SmallIntJdbcType.class)
        @TypeRegistration(basicClass = StringBuilder.class, userType = Builders.class)
        @CompositeTypeRegistration(embeddableClass = Money.class, userType = MoneyType.class)
        @Entity class Thing { @Id Long id;
          java.util.Date date;
          UUID uuid; @JdbcTypeCode(SqlTypes.UUID) String text; @org.hibernate.annotations.JdbcType(UUIDJdbcType.class) UUID kept;
          boolean flag; @JdbcTypeCode(SqlTypes.BOOLEAN) Boolean other; int number; short little; StringBuilder builder; Money price;
          @Convert(converter = Ints.class) Locale locale; @ElementCollection List<UUID> uuids; @ManyToOne Thing parent; }
        """,
        """
        class Builders implements org.hibernate.usertype.UserType<StringBuilder> {
          public int getSqlType() { return java.sql.Types.BIGINT; }
          public Class<StringBuilder> returnedClass() { return StringBuilder.class; }
          public boolean equals(StringBuilder x, StringBuilder y) { return x == y; }
          public int hashCode(StringBuilder x) { return 0; }
          public StringBuilder nullSafeGet(java.sql.ResultSet row, int at, org.hibernate.engine.spi.SharedSessionContractImplementor session, Object owner) { return null; }
          public void nullSafeSet(java.sql.PreparedStatement to, StringBuilder value, int at, org.hibernate.engine.spi.SharedSessionContractImplementor session) { }
          public StringBuilder deepCopy(StringBuilder value) { return value; }
          public boolean isMutable() { return false; }
          public java.io.Serializable disassemble(StringBuilder value) { return null; }
          public StringBuilder assemble(java.io.Serializable cached, Object owner) { return null; }
        }
        """,
        "class Money { long cents; String currency; }",
        """
        class MoneyType implements org.hibernate.usertype.CompositeUserType<Money> {
          public static class Parts { Long cents; String currency; }
          public Object getPropertyValue(Money money, int property) { return null; }
          public Money instantiate(org.hibernate.metamodel.spi.ValueAccess values) { return new Money(); }
          public Class<?> embeddable() { return Parts.class; }
          public Class<Money> returnedClass() { return Money.class; }
          public boolean equals(Money x, Money y) { return x == y; }
          public int hashCode(Money money) { return 0; }
          public Money deepCopy(Money money) { return money; }
          public boolean isMutable() { return false; }
          public java.io.Serializable disassemble(Money money) { return null; }
          public Money assemble(java.io.Serializable cached, Object owner) { return null; }
          public Money replace(Money detached, Money managed, Object owner) { return detached; }
        }
        """,
        """
        class Ints implements AttributeConverter<Locale, Integer> {
          public Integer convertToDatabaseColumn(Locale locale) { return 0; }
          public Locale convertToEntityAttribute(Integer number) { return null; }
        }
        """);
  }
}
