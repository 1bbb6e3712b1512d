package dev.migrator.operation;

import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a composite type other attributes, or another order of them. What rows hold in an attribute
 * that stays is kept.
 *
 * @param name the composite type
 * @param from the attributes before, in order
 * @param to the attributes after, in order
 */
public record AlterComposite(QualifiedName name, List<Attribute> from, List<Attribute> to)
    implements SchemaChange {

  public AlterComposite {
    from = new CompositeType(name, from).attributes();
    to = new CompositeType(name, to).attributes();
  }

  @Override
  public SchemaChange inverse() {
    return new AlterComposite(name, to, from);
  }

  @Override
  public String describe() {
    return "change attributes of composite type " + name;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).alterComposite(name, this::applyTo);
  }

  /**
   * {@code to} where the type is {@code from}; else, where another branch has changed it as well,
   * the same attributes removed, changed and added at the end.
   */
  private CompositeType applyTo(CompositeType before) {
    if (before.attributes().equals(from)) {
      return before.withAttributes(to);
    }
    CompositeType target = new CompositeType(name, to);
    CompositeType source = new CompositeType(name, from);
    List<Attribute> attributes = new ArrayList<>();
    for (Attribute attribute : before.attributes()) {
      String wanted = attribute.name();
      if (source.attribute(wanted).isEmpty()) {
        attributes.add(attribute);
      } else {
        target.attribute(wanted).ifPresent(attributes::add);
      }
    }
    to.stream()
        .filter(attribute -> before.attribute(attribute.name()).isEmpty())
        .forEach(attributes::add);
    return before.withAttributes(attributes);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
