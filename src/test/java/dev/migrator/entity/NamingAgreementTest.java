package dev.migrator.entity;

import static dev.migrator.entity.Agreement.agree;

import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names of all that a model may leave unnamed, quote or give, as Hibernate makes them. */
class NamingAgreementTest {

  private static final String[] MODEL = {
    """
    @Entity class OrderItem { @Id Long itemId; String createdAt; Boolean Group;
      @ManyToOne Order parentOrder; @ManyToMany List<Order> otherOrders;
      @OneToMany List<Order> moreOrders; @ElementCollection List<String> nickNames;
      @ElementCollection @OrderColumn List<String> rankedNames;
      @ElementCollection Map<String, String> namesByKey;
      @Column(name = "GivenName") String given; @Column(name = "`QuotedName`") String quoted;
      @Column(name = "Select") String keyword; @Embedded PostalAddress homeAddress; }
    """,
    """
    @Entity @Inheritance class Order { @Id Long orderId; int address2Line; String URLText; }
    """,
    "@Entity class SpecialOrder extends Order { int specialNumber; }",
    "@Embeddable class PostalAddress { String streetName; @ManyToOne Order firstOrder; }",
    """
    @Entity @Table(name = "\\"GivenTable\\"",
        indexes = @Index(columnList = "`MixedCase` desc, plainName"),
        uniqueConstraints = @UniqueConstraint(columnNames = {"`MixedCase`", "plainName"}))
    @SecondaryTable(name = "`SideTable`", pkJoinColumns = @PrimaryKeyJoinColumn(name = "`MainId`"))
    class Quoted { @Id @Column(name = "`Id`") Long id;
      @Column(name = "`MixedCase`") String mixed; String plainName;
      @Column(table = "`SideTable`", name = "\\"Beside\\"") String beside;
      @ManyToOne @JoinColumn(name = "`OtherId`", referencedColumnName = "`Id`") Quoted other;
      @ManyToOne Quoted byTable; @ManyToMany List<Quoted> betweenTables;
      @ManyToMany @JoinTable(name = "`JoinedTable`", joinColumns = @JoinColumn(name = "`Left`"),
          inverseJoinColumns = @JoinColumn(name = "`Right`")) List<Quoted> joined;
      @ElementCollection @CollectionTable(name = "`Tags`",
          joinColumns = @JoinColumn(name = "`Owner`")) @Column(name = "`Tag`") List<String> tags; }
    """
  };

  @ParameterizedTest
  @EnumSource
  void jpa(Quoting quoting) {
    agree(Naming.JPA.with(quoting), new PhysicalNamingStrategyStandardImpl(), MODEL);
  }

  @ParameterizedTest
  @EnumSource
  void spring(Quoting quoting) {
    agree(Naming.SPRING.with(quoting), new PhysicalNamingStrategySnakeCaseImpl(), MODEL);
  }
}
