package dev.migrator.hibernate;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrator.testing.TestDatabase;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The entities of other projects, in the jars that they publish, held to Hibernate. */
@Execution(ExecutionMode.CONCURRENT)
class RealModelsTest {

  private static final String DOMAINS = "org.hibernate.testing.orm.domain";
  private static final String WANTED = System.getProperty("case", "");

  @TestFactory
  Stream<DynamicTest> keycloak() {
    return both(
        "keycloak",
        "org.keycloak.**",
        "keycloak-model-jpa",
        "keycloak-core",
        "keycloak-server-spi",
        "keycloak-server-spi-private");
  }

  @TestFactory
  Stream<DynamicTest> springStatemachine() {
    return both(
        "statemachine",
        "org.springframework.statemachine.data.**",
        "spring-statemachine-data-jpa",
        "spring-statemachine-data-common",
        "spring-statemachine-core");
  }

  @TestFactory
  Stream<DynamicTest> axon() {
    return both(
        "axon",
        "org.axonframework.**.jpa",
        "axon-messaging",
        "axon-eventsourcing",
        "axon-modelling");
  }

  @TestFactory
  Stream<DynamicTest> hibernate() {
    return Stream.of("animal", "contacts", "gambit", "helpdesk", "library", "retail", "userguide")
        .flatMap(
            domain ->
                both(
                    domain,
                    List.of(DOMAINS, DOMAINS + "." + domain),
                    "hibernate-testing",
                    "money-api"));
  }

  private static Stream<DynamicTest> both(String name, String packages, String... jars) {
    return both(name, List.of(packages), jars);
  }

  private static Stream<DynamicTest> both(String name, List<String> packages, String... jars) {
    JpaModel model =
        new JpaModel(
            Stream.of(jars).map(RealModelsTest::jar).toList(),
            packages,
            List.of(),
            List.of(),
            Map.of());
    return Stream.of("postgresql", "sqlite")
        .filter(dialect -> name.contains(WANTED) && applies(name, dialect))
        .map(dialect -> dynamicTest(name + " on " + dialect, () -> test(model, dialect)));
  }

  /** In 6.6 there is no such library, and a boolean that is a character is none on SQLite. */
  private static boolean applies(String name, String dialect) {
    return !BothVersions.isVersion("6.6")
        || !(name.equals("library") || (name.equals("gambit") && dialect.equals("sqlite")));
  }

  private static void test(JpaModel model, String dialect) throws Exception {
    try (TestDatabase database = TestDatabase.of(dialect)) {
      new HibernateOracle(model, database).holds();
    }
  }

  private static Path jar(String artifact) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> path.getFileName().toString().matches(artifact + "-\\d.*\\.jar"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no jar of " + artifact));
  }
}
