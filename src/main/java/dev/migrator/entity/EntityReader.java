package dev.migrator.entity;

import dev.migrator.entity.classpath.ClassPath;
import dev.migrator.entity.orm.Mappings;
import dev.migrator.schema.ModelHints;
import dev.migrator.schema.Namespace;
import dev.migrator.schema.RenameHint;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

/**
 * Reads annotated classes into the schema that they need. The classes are read as bytecode and
 * never loaded: none of their code runs, and nothing that they use has to be there.
 */
public final class EntityReader {

  private EntityReader() {}

  /**
   * The model in compiled classes.
   *
   * @throws dev.migrator.problem.ProblemException if a class path entry, an entity or a class that
   *     it needs is missing or unreadable, or the model cannot be
   */
  public static EntityModel read(EntitySource source) {
    try (ClassPath classpath = new ClassPath(source.classpath())) {
      ModelScope scope = ModelScope.of(classpath, source);
      Mappings mappings = Mappings.read(scope.mappingFiles());
      Classes classes = new Classes(classpath, mappings);
      Set<ModelWarning> warnings = new LinkedHashSet<>();
      mappings.unread().forEach(each -> warnings.add(ModelWarning.of(each)));
      boolean validation = source.nullability().contains(NullabilityRule.VALIDATION);
      HibernateSettings settings = HibernateSettings.of(scope.settings(), source);
      warnings.addAll(settings.warnings());
      Naming naming = settings.naming();
      Evaluator evaluator = new Evaluator(classes);
      EnumConstants constants = new EnumConstants(classes, evaluator);
      EnumTypes enums = new EnumTypes(classes, constants);
      EntityScan scan = new EntityScan(classes, source, scope, mappings);
      warnings.addAll(scan.warnings());
      Map<DotName, ClassInfo> found = scan.entities();
      Registrations registrations = scan.registrations();
      Entities entities =
          new Entities(
              found,
              new Embeddables(scan.embeddables()),
              new CompositeUserTypes(evaluator, registrations),
              classes,
              naming);
      Converters converters =
          new Converters(
              classes,
              Stream.concat(scan.converters().stream(), registrations.converters().stream())
                  .toList());
      Nullability nullability = new Nullability(source.nullability(), new Nullness(classes));
      ColumnReader columns =
          new ColumnReader(
              new ColumnTypes(
                  classes,
                  new EnumColumns(classes, enums, constants, warnings::add),
                  converters,
                  evaluator,
                  registrations,
                  settings,
                  validation,
                  warnings::add),
              nullability,
              naming,
              settings.timeZones(),
              validation);
      Joins joins = new Joins(entities, columns, nullability, naming);
      Tables drafts = new Tables();
      GeneratorClasses generatorClasses = new GeneratorClasses(classes);
      DeclaredGenerators declaredGenerators =
          new DeclaredGenerators(classes, generatorClasses, mappings.generators());
      TableReader tables =
          new TableReader(
              entities,
              classes,
              drafts,
              columns,
              joins,
              declaredGenerators,
              new Indexes(naming),
              naming,
              warnings::add);
      tables.read();
      Generators generators =
          new Generators(
              entities, declaredGenerators, generatorClasses, drafts, naming, warnings::add);
      List<Sequence> sequences = List.copyOf(generators.read());
      Schema whole =
          Schema.of(drafts.all())
              .withEnums(enums.types())
              .withCompositeTypes(List.copyOf(tables.structs()))
              .withSequences(sequences);
      Schema schema = withNamespaces(LongNames.cut(whole));
      List<RenameHint> renames = new ArrayList<>(new LinkedHashSet<>(tables.renames()));
      renames.addAll(enums.renames());
      List<EitherWay> eitherWays =
          Stream.of(
                  drafts.eitherWays().stream(),
                  ForgottenSizes.of(joins.keys().unsized(), schema.tables()),
                  LongNames.eitherWays(whole))
              .flatMap(ways -> ways)
              .toList();
      return new EntityModel(
          schema,
          new ModelHints(
              renames,
              List.copyOf(enums.replacements()),
              drafts.enumColumns(),
              generators.numbered(schema)),
          eitherWays,
          List.copyOf(warnings));
    }
  }

  private static Schema withNamespaces(Schema schema) {
    return schema.withNamespaces(schema.schemaNames().stream().map(Namespace::new).toList());
  }
}
