package dev.migrator.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {

  @ParameterizedTest
  @CsvSource({
    "User, users",
    "OrderItem, order_items",
    "Category, categories",
    "Day, days",
    "Address, addresses",
    "Box, boxes",
    "Quiz, quizes",
    "Church, churches",
    "Dish, dishes",
    "Person, persons",
    "URLText, urltexts",
    "Http2Server, http2_servers"
  })
  void tablesInThePlural(String entity, String table) {
    assertThat(Naming.SNAKE_CASE_PLURAL.table(entity)).isEqualTo(table);
  }

  @ParameterizedTest
  @CsvSource({"createdAt, created_at", "userID, userid", "address2Line, address2_line", "a, a"})
  void columnsInSnakeCase(String attribute, String column) {
    assertThat(Naming.SPRING.column(attribute)).isEqualTo(column);
  }

  @Test
  void givenNamesAreFoldedUnlessTheyAreQuoted() {
    assertThat(Naming.JPA.given("UserAccount")).isEqualTo("useraccount");
    assertThat(Naming.SPRING.given("UserAccount")).isEqualTo("user_account");
    assertThat(Naming.SNAKE_CASE_PLURAL.given("UserAccount")).isEqualTo("useraccount");
    assertThat(Naming.SPRING.given("\"UserAccount\"")).isEqualTo("UserAccount");
    assertThat(Naming.JPA.given("`Order`")).isEqualTo("Order");
    assertThat(Naming.JPA.given("[Order]")).isEqualTo("Order");
  }

  @Test
  void onlyTablesAreInThePlural() {
    assertThatThrownBy(
            () ->
                new Naming(NameStyle.AS_WRITTEN, NameStyle.SNAKE_CASE_PLURAL, NameStyle.AS_WRITTEN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aModelUsesTheConfiguredOne() {
    EntityModel model =
        Model.read(
            Naming.SNAKE_CASE_PLURAL,
            "@Entity class OrderLine { @Id Long id; String givenName; @ManyToOne Category kindOf; }",
            "@Entity @Table(name = \"Persons_Of\", schema = \"Crm\") class Category"
                + " { @Id Long categoryKey; @Column(name = \"NaMe\") String name; }");

    assertThat(Model.columns(Model.table(model.schema(), "order_lines")))
        .containsExactly(
            "id bigint not null", "given_name varchar(255)", "kind_of_category_key bigint");
    assertThat(Model.constraints(Model.table(model.schema(), "order_lines")))
        .contains("foreign key (kind_of_category_key) references crm.persons_of (category_key)");
    assertThat(model.schema().namespaces()).extracting(n -> n.name()).containsExactly("crm");
  }
}
