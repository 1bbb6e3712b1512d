package dev.migrator.revision.file;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.ConflictAction;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ExclusionConstraint;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.ForeignKeyOptions;
import dev.migrator.schema.KeyOptions;
import dev.migrator.schema.Parameters;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.UniqueConstraint;
import dev.migrator.schema.Validity;
import java.util.List;
import java.util.Optional;

/** How the constraints of a table are written in a file. */
final class ConstraintShapes {

  private static final String DEFERRABLE = "deferrable";
  private static final String VALIDITY = "validity";
  static final String ON_CONFLICT = "on_conflict";

  private static final Shape<KeyOptions> KEY_OPTIONS =
      new Shape<>(
          List.of(
              "include",
              DEFERRABLE,
              "with",
              "tablespace",
              "without_overlaps",
              ON_CONFLICT,
              "descending",
              "collations"),
          ConstraintShapes::readKeyOptions,
          ConstraintShapes::writeKeyOptions);

  static final Shape<PrimaryKey> PRIMARY_KEY =
      new Shape<>(
          KEY_OPTIONS.keysWith("name", "columns"),
          map ->
              new PrimaryKey(
                  map.text("name"),
                  map.required("columns").texts(),
                  KEY_OPTIONS.reader().apply(map)),
          (entries, key) ->
              KEY_OPTIONS.write(
                  entries.putIfPresent("name", key.name()).put("columns", key.columns()),
                  key.options()));

  static final Shape<UniqueConstraint> UNIQUE =
      new Shape<>(
          KEY_OPTIONS.keysWith("name", "columns", "nulls_not_distinct"),
          map ->
              new UniqueConstraint(
                  map.text("name"),
                  map.required("columns").texts(),
                  map.flag("nulls_not_distinct"),
                  KEY_OPTIONS.reader().apply(map)),
          (entries, unique) ->
              KEY_OPTIONS.write(
                  entries
                      .putIfPresent("name", unique.name())
                      .put("columns", unique.columns())
                      .putIf("nulls_not_distinct", unique.nullsNotDistinct()),
                  unique.options()));

  static final Shape<CheckConstraint> CHECK =
      new Shape<>(
          List.of("name", "expression", "no_inherit", VALIDITY, ON_CONFLICT),
          map ->
              new CheckConstraint(
                  map.text("name"),
                  ScalarCodec.expression(map.required("expression")),
                  !map.flag("no_inherit"),
                  validity(map),
                  onConflict(map)),
          (entries, check) -> {
            entries
                .putIfPresent("name", check.name())
                .put("expression", ScalarCodec.expression(check.expression()))
                .putIf("no_inherit", !check.inherited());
            validity(entries, check.validity());
            entries.putIfPresent(ON_CONFLICT, check.onConflict(), ScalarCodec::word);
          });

  static final Shape<ExclusionConstraint> EXCLUSION =
      new Shape<>(
          List.of("name", "definition"),
          map -> new ExclusionConstraint(map.text("name"), map.required("definition").text()),
          (entries, exclusion) ->
              entries
                  .putIfPresent("name", exclusion.name())
                  .put("definition", exclusion.definition()));

  static final Shape<ForeignKey> FOREIGN_KEY =
      new Shape<>(
          List.of(
              "name",
              "columns",
              "references",
              "match_full",
              "period",
              "on_delete",
              "set_columns",
              "on_update",
              DEFERRABLE,
              VALIDITY),
          ConstraintShapes::readForeignKey,
          ConstraintShapes::writeForeignKey);

  private ConstraintShapes() {}

  private static KeyOptions readKeyOptions(YamlMap map) {
    return new KeyOptions(
        map.texts("include"),
        deferral(map),
        OptionShapes.parameters(map, "with"),
        map.text("tablespace"),
        map.flag("without_overlaps"),
        onConflict(map),
        map.texts("descending"),
        OptionShapes.parameters(map, "collations").values());
  }

  private static void writeKeyOptions(YamlNodes.Entries entries, KeyOptions options) {
    entries.putIfAny("include", options.include(), YamlNodes::text);
    deferral(entries, options.deferral());
    OptionShapes.parameters(entries, "with", options.parameters());
    entries
        .putIfPresent("tablespace", options.tablespace())
        .putIf("without_overlaps", options.withoutOverlaps())
        .putIfPresent(ON_CONFLICT, options.onConflict(), ScalarCodec::word)
        .putIfAny("descending", options.descending(), YamlNodes::text);
    OptionShapes.parameters(entries, "collations", Parameters.of(options.collations()));
  }

  static Optional<ConflictAction> onConflict(YamlMap map) {
    return map.optional(ON_CONFLICT).map(value -> ScalarCodec.word(value, ConflictAction.values()));
  }

  private static Deferral deferral(YamlMap map) {
    return map.optional(DEFERRABLE)
        .map(value -> ScalarCodec.word(value, DeferralWord.values()).deferral)
        .orElse(Deferral.NONE);
  }

  private static void deferral(YamlNodes.Entries entries, Deferral deferral) {
    switch (deferral) {
      case NONE -> {}
      case DEFERRABLE ->
          entries.put(DEFERRABLE, ScalarCodec.word(DeferralWord.INITIALLY_IMMEDIATE));
      case INITIALLY_DEFERRED ->
          entries.put(DEFERRABLE, ScalarCodec.word(DeferralWord.INITIALLY_DEFERRED));
    }
  }

  /** How a file says when a deferrable constraint is verified. */
  private enum DeferralWord {
    INITIALLY_IMMEDIATE(Deferral.DEFERRABLE),
    INITIALLY_DEFERRED(Deferral.INITIALLY_DEFERRED);

    private final Deferral deferral;

    DeferralWord(Deferral deferral) {
      this.deferral = deferral;
    }
  }

  private static Validity validity(YamlMap map) {
    return map.optional(VALIDITY)
        .map(value -> ScalarCodec.word(value, Validity.values()))
        .orElse(Validity.VALID);
  }

  private static void validity(YamlNodes.Entries entries, Validity validity) {
    if (validity != Validity.VALID) {
      entries.put(VALIDITY, ScalarCodec.word(validity));
    }
  }

  private static ForeignKey readForeignKey(YamlMap map) {
    YamlMap references = map.required("references").map("table", "columns");
    return new ForeignKey(
        map.text("name"),
        map.required("columns").texts(),
        ScalarCodec.name(references.required("table")),
        references.required("columns").texts(),
        action(map, "on_delete"),
        action(map, "on_update"),
        new ForeignKeyOptions(
            map.flag("match_full"),
            map.flag("period"),
            map.texts("set_columns"),
            deferral(map),
            validity(map)));
  }

  private static void writeForeignKey(YamlNodes.Entries entries, ForeignKey key) {
    entries
        .putIfPresent("name", key.name())
        .put("columns", key.columns())
        .put(
            "references",
            YamlNodes.map()
                .put("table", ScalarCodec.name(key.references()))
                .put("columns", key.referencedColumns())
                .node())
        .putIf("match_full", key.options().matchFull())
        .putIf("period", key.options().period());
    action(entries, "on_delete", key.onDelete());
    entries.putIfAny("set_columns", key.options().setColumns(), YamlNodes::text);
    action(entries, "on_update", key.onUpdate());
    deferral(entries, key.options().deferral());
    validity(entries, key.options().validity());
  }

  private static ForeignKeyAction action(YamlMap map, String event) {
    return map.optional(event)
        .map(value -> ScalarCodec.word(value, ForeignKeyAction.values()))
        .orElse(ForeignKeyAction.NO_ACTION);
  }

  private static void action(YamlNodes.Entries entries, String event, ForeignKeyAction action) {
    if (action != ForeignKeyAction.NO_ACTION) {
      entries.put(event, ScalarCodec.word(action));
    }
  }
}
