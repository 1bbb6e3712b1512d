package dev.migrator;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds what each package may know, so that every part can be read by itself. */
class ArchitectureTest {
  private static final String ROOT = "dev.migrator";

  private static final String JDBC = "java.sql..";
  private static final String POOLS = "javax.sql..";
  private static final String JOOQ = "org.jooq..";
  private static final String JACKSON = "com.fasterxml.jackson..";
  private static final String SNAKE_YAML = "org.yaml.snakeyaml..";

  /**
   * One line for each package, which may use the packages above that it names, and what they may.
   */
  private static final List<Layer> LAYERS =
      List.of(
          layer("problem"),
          layer("annotation"),
          layer("schema").uses("problem"),
          layer("operation").uses("schema"),
          layer("entity.classpath").uses("problem"),
          layer("entity.orm", "org.jboss.jandex..", "javax.xml.stream..", SNAKE_YAML)
              .uses("entity.classpath"),
          layer("entity", "org.jboss.jandex..").uses("schema", "annotation", "entity.orm"),
          layer("diff").uses("operation"),
          layer("revision").uses("operation"),
          layer("revision.file", SNAKE_YAML).uses("revision"),
          layer("dialect", JDBC).uses("operation"),
          layer("dialect.postgresql", JDBC, JOOQ, "org.postgresql..").uses("dialect"),
          layer("dialect.sqlite", JDBC, JOOQ, "org.sqlite..").uses("dialect"),
          layer("execute", JDBC, POOLS).uses("revision", "dialect"),
          layer("config", JACKSON, SNAKE_YAML).uses("problem"),
          layer("command")
              .uses("entity", "diff", "revision.file", "execute", "config")
              .uses("dialect.postgresql", "dialect.sqlite"),
          layer("cli", "picocli..", JACKSON).uses("command", "config"),
          layer("", JDBC, POOLS).uses("command"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages(ROOT);

  @TestFactory
  Stream<DynamicTest> packageUsesOnly() {
    return LAYERS.stream().map(layer -> DynamicTest.dynamicTest(layer.name(), layer::check));
  }

  @Test
  void everyPackageHasALine() {
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
        .isSubsetOf(LAYERS.stream().map(Layer::name).toList());
  }

  @Test
  void noCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli")
        .should(ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
  }

  @Test
  void annotationsAreReadInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".entity.orm")
        .should()
        .callMethodWhere(target(nameMatching("(declared|hasDeclared)Annotations?")))
        .because("a mapping file may say otherwise than the bytecode")
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
        .filteredOn(javaPackage -> !isNullMarked(javaPackage))
        .isEmpty();
  }

  @Test
  void schemaAndOperationAreClosed() {
    classes()
        .that()
        .resideInAnyPackage(ROOT + ".schema", ROOT + ".operation")
        .and()
        .areNotAnonymousClasses()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .orShould()
        .beEnums()
        .orShould()
        .beInterfaces()
        .check(CLASSES);
  }

  private static boolean isNullMarked(JavaPackage javaPackage) {
    return javaPackage
        .tryGetPackageInfo()
        .map(info -> info.isAnnotatedWith(NullMarked.class))
        .orElse(false);
  }

  private static Layer layer(String name, String... libraries) {
    return new Layer(name.isEmpty() ? ROOT : ROOT + "." + name, List.of(libraries), Set.of());
  }

  /**
   * What one package may depend on.
   *
   * @param name the package
   * @param libraries packages of libraries, for this package alone
   * @param used packages of ours, those that they use included
   */
  private record Layer(String name, List<String> libraries, Set<String> used) {

    Layer uses(String... names) {
      Set<String> all = new TreeSet<>(used);
      for (String name : names) {
        all.add(ROOT + "." + name);
      }
      return new Layer(name, libraries, all);
    }

    void check() {
      List<String> allowed = new ArrayList<>(libraries);
      allowed.addAll(reachable());
      allowed.add("org.jspecify.annotations");
      classes()
          .that()
          .resideInAPackage(name)
          .should()
          .onlyDependOnClassesThat(
              jdkButJdbc().or(resideInAnyPackage(allowed.toArray(String[]::new))))
          .allowEmptyShould(true)
          .check(CLASSES);
    }

    private Set<String> reachable() {
      Set<String> reachable = new TreeSet<>(Set.of(name));
      for (Layer layer : LAYERS) {
        if (used.contains(layer.name)) {
          reachable.addAll(layer.reachable());
        }
      }
      return reachable;
    }

    private static DescribedPredicate<JavaClass> jdkButJdbc() {
      return describe(
          "the JDK without JDBC",
          resideInAPackage("java..").and(DescribedPredicate.not(resideInAPackage(JDBC))));
    }
  }
}
