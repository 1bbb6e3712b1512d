package dev.migrator.schema;

/**
 * A column of a domain.
 *
 * @param name the domain's name
 */
public record DomainRef(QualifiedName name) implements ColumnType {

  @Override
  public String spelling() {
    return "domain(" + name.spelling() + ")";
  }
}
