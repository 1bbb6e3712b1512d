package dev.migrator.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What of a column's type is decided by code that cannot be followed is said. */
class UnknownTypesTest {

  @Test
  void aJdbcTypeWhoseCodeDependsOnWhatOnlyTheProgramKnows() {
    EntityModel model =
        Model.read(
            """
            import org.hibernate.type.descriptor.jdbc.*;
            abstract class Chosen implements JdbcType {
              public int getJdbcTypeCode() { return Integer.getInteger("type", 12); }
            }
            """,
            "import org.hibernate.annotations.JdbcType; "
                + Model.entity("@JdbcType(Chosen.class) String text;"));

    assertThat(Model.columns(model)).contains("text varchar(255)");
    assertThat(model.warnings())
        .containsExactly(
            new ModelWarning(
                "app.Thing.text",
                "the column type that @JdbcType(Chosen.class) makes cannot be read from its bytecode; the column is mapped as without it. Write it down with @Column(columnDefinition = …) or @ColumnSpec(type = …)."));
  }

  @Test
  void anEntityWithHistory() {
    EntityModel model =
        Model.read("@org.hibernate.annotations.Temporal @Entity class Kept { @Id Long id; }");

    assertThat(model.warnings())
        .containsExactly(
            new ModelWarning(
                "app.Kept",
                "@Temporal is not read: the table of its history (or, where hibernate.temporal.table_strategy is single_table, the columns of its periods) must be added by hand."));
  }

  @Test
  void aTypeThatIsWrittenDownNeedsNoWarning() {
    EntityModel model =
        Model.read(
            "abstract class Own implements org.hibernate.usertype.UserType<String> { }",
            "import org.hibernate.annotations.Type; "
                + Model.entity(
                    "@Type(Own.class) @Column(columnDefinition = \"citext\") String text;"));

    assertThat(Model.columns(model)).contains("text native(citext)");
    assertThat(model.warnings()).isEmpty();
  }

  @Test
  void aConverterThatAsksTheProgram() {
    EntityModel model =
        Model.read(
            "enum Size { SMALL, LARGE }",
            """
            class Sizes implements AttributeConverter<Size, String> {
              public String convertToDatabaseColumn(Size size) { return System.getProperty(size.name()); }
              public Size convertToEntityAttribute(String text) { return null; }
            }
            """,
            Model.entity("@Convert(converter = Sizes.class) Size size;"));

    assertThat(Model.columns(model)).contains("size varchar(255)");
    assertThat(model.warnings())
        .containsExactly(
            new ModelWarning(
                "app.Thing.size",
                "Hibernate writes a condition of the values that app.Sizes makes, which cannot be read from its bytecode (it calls java/lang/System.getProperty). Add the condition with @Check."));
  }

  @Test
  void enumeratedValuesThatAreComputed() {
    EntityModel model =
        Model.read(
            """
            enum Size {
              SMALL, LARGE;
              @EnumeratedValue final int stored = Integer.getInteger(name());
            }
            """,
            Model.entity("Size size;"));

    assertThat(Model.columns(model)).contains("size smallint");
    assertThat(Model.constraints(model.schema().tables().get(0)))
        .containsExactly("primary key (id)");
    assertThat(model.warnings())
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning.toString())
                    .startsWith("app.Size.stored: the values of @EnumeratedValue cannot be read"));
  }

  @Test
  void aCodeThatPostgresqlHasNoTypeFor() {
    EntityModel model =
        Model.read(
            "import org.hibernate.annotations.JdbcTypeCode; "
                + Model.entity("@JdbcTypeCode(4711) String text;"));

    assertThat(Model.columns(model)).contains("text varchar(255)");
    assertThat(model.warnings())
        .extracting(ModelWarning::subject)
        .containsExactly("app.Thing.text");
  }

  @Test
  void registrationsForAllMembersOfAType() {
    EntityModel model =
        Model.read(
            "record Money(long cents) { }",
            """
            class Cents implements AttributeConverter<Money, Long> {
              public Long convertToDatabaseColumn(Money money) { return money.cents(); }
              public Money convertToEntityAttribute(Long cents) { return new Money(cents); }
            }
            """,
            """
            @org.hibernate.annotations.ConverterRegistration(converter = Cents.class)
            @org.hibernate.annotations.JavaTypeRegistration(javaType = java.net.URI.class, descriptorClass = Uris.class)
            @org.hibernate.annotations.JdbcTypeRegistration(Chosen.class)
            @org.hibernate.annotations.TypeRegistration(basicClass = StringBuilder.class, userType = Own.class)
            package app;
            """,
            "abstract class Uris extends org.hibernate.type.descriptor.java.AbstractClassJavaType<java.net.URI> { Uris() { super(java.net.URI.class); } }",
            """
            abstract class Chosen implements org.hibernate.type.descriptor.jdbc.JdbcType {
              public int getJdbcTypeCode() { return 12; }
              public int getDdlTypeCode() { return Integer.getInteger("type", 12); }
            }
            """,
            """
            abstract class Own implements org.hibernate.usertype.UserType<StringBuilder> {
              public int getSqlType() { return Integer.getInteger("type", 12); }
            }
            """,
            Model.entity(
                "Money price; java.net.URI link; String text; StringBuilder built; @org.hibernate.annotations.JdbcTypeCode(1) String letter;"));

    assertThat(Model.columns(model)).contains("price bigint", "link bytes", "text varchar(255)");
    assertThat(model.warnings())
        .extracting(ModelWarning::subject)
        .containsExactly("app.Thing.built", "app.Thing.link", "app.Thing.text");
    assertThat(model.warnings())
        .extracting(ModelWarning::toString)
        .contains(
            "app.Thing.text: the column type that @JdbcTypeRegistration(Chosen.class) makes cannot be read from its bytecode; the column is mapped as without it. Write it down with @Column(columnDefinition = …) or @ColumnSpec(type = …).");
  }
}
