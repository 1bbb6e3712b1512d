package dev.migrator.entity;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/**
 * What is known of the classes that generate keys: which of Hibernate's generators each one is, and
 * which make their sequences and tables by code.
 */
final class GeneratorClasses {

  /** The package of Hibernate's generators. */
  private static final String HIBERNATES = "org.hibernate.id.";

  /** The method by which a generator adds what it needs to the database. */
  private static final String EXPORT = "registerExportables";

  /** The methods by which heirs of Hibernate's generators name and size what those need. */
  private static final Set<String> SHAPING =
      Set.of(
          EXPORT,
          "determineSequenceName",
          "determineValueColumnName",
          "determineInitialValue",
          "determineIncrementSize",
          "determineAdjustedIncrementSize",
          "buildDatabaseStructure",
          "buildSequenceStructure",
          "buildTableStructure",
          "determineGeneratorTableName",
          "determineSegmentColumnName");

  private final Classes classes;

  GeneratorClasses(Classes classes) {
    this.classes = classes;
  }

  /**
   * The simple name of the generator of Hibernate's that a class is, extends, or holds and leaves
   * the work to; of others, their own.
   */
  String kind(DotName generator) {
    return hibernates(generator).orElse(generator).withoutPackagePrefix();
  }

  private Optional<DotName> hibernates(DotName generator) {
    if (isHibernates(generator)) {
      return Optional.of(generator);
    }
    return classes
        .find(generator)
        .flatMap(
            info ->
                Stream.concat(Stream.ofNullable(info.superName()), held(info))
                    .flatMap(name -> hibernates(name).stream())
                    .findFirst());
  }

  /** The method by which a class shapes the database in a way that only its code knows. */
  Optional<String> shaping(DotName generator) {
    return isHibernates(generator)
        ? Optional.empty()
        : classes
            .find(generator)
            .filter(info -> held(info).findFirst().isEmpty())
            .flatMap(
                info ->
                    info.methods().stream()
                        .filter(method -> !method.isAbstract())
                        .map(MethodInfo::name)
                        .filter(SHAPING::contains)
                        .findFirst()
                        .or(() -> Optional.ofNullable(info.superName()).flatMap(this::shaping)));
  }

  private static boolean isHibernates(DotName generator) {
    return generator.toString().startsWith(HIBERNATES);
  }

  private static Stream<DotName> held(ClassInfo info) {
    return info.fields().stream()
        .map(field -> field.type().name())
        .filter(GeneratorClasses::isHibernates);
  }
}
