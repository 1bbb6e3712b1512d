package dev.migrator.schema;

/**
 * The portable type of a column. The closed set of basic types is listed in {@code docs/types.md};
 * the others stand by reference. {@link TypeSpelling} reads and writes the spelling of files.
 */
public sealed interface ColumnType
    permits BasicType, EnumRef, CompositeRef, DomainRef, ArrayType, NativeType {

  /**
   * The spelling in revision files: {@code varchar(255)}, {@code enum(gender_enum)}, {@code
   * text[]}.
   */
  String spelling();
}
