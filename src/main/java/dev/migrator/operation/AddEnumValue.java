package dev.migrator.operation;

import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.List;
import java.util.Map;

/**
 * Adds a value to an enumeration.
 *
 * @param name the enumeration
 * @param value the new value
 * @param values all values after the addition, in order: they give the new value's place
 */
public record AddEnumValue(QualifiedName name, String value, List<String> values)
    implements EnumAddition {

  public AddEnumValue {
    values = List.copyOf(values);
    if (!values.contains(value)) {
      throw new IllegalArgumentException(
          "the values %s of enum %s lack the added one, '%s'".formatted(values, name, value));
    }
  }

  @Override
  public boolean isIn(Schema schema) {
    return schema.enumType(name).filter(type -> type.values().contains(value)).isPresent();
  }

  @Override
  public SchemaChange inverse() {
    return new AlterEnum(name, values, valuesBefore(), Map.of());
  }

  @Override
  public String describe() {
    return "add enum value %s.%s".formatted(name, value);
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).addEnumValue(name, value, values);
  }

  /** The values without the added one. */
  public List<String> valuesBefore() {
    return values.stream().filter(other -> !other.equals(value)).toList();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
