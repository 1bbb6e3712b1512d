package dev.migrator.dialect.postgresql;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeRef;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.TypeOrder;
import dev.migrator.schema.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An enumeration with the domains and composite types that are made of it, directly or by way of
 * each other.
 *
 * @param root the enumeration
 * @param users the other types, each after those that it is made of
 */
record TypeChain(QualifiedName root, List<UserType> users) {

  TypeChain {
    users = List.copyOf(users);
  }

  static TypeChain of(Schema schema, QualifiedName root) {
    TypeChain chain = new TypeChain(root, List.of());
    List<UserType> left = new ArrayList<>(schema.userTypes());
    while (left.stream().anyMatch(chain::isDue)) {
      List<UserType> due = left.stream().filter(chain::isDue).toList();
      left.removeAll(due);
      chain = new TypeChain(root, Stream.concat(chain.users.stream(), due.stream()).toList());
    }
    return new TypeChain(root, TypeOrder.of(chain.users));
  }

  private boolean isDue(UserType type) {
    return type.uses(root) || users.stream().anyMatch(user -> type.uses(user.name()));
  }

  /** Whether a type is one of these, or an array of one. */
  boolean holds(ColumnType type) {
    if (type instanceof ArrayType array) {
      return holds(array.element());
    }
    return (type instanceof EnumRef reference && reference.name().equals(root))
        || (type instanceof DomainRef domain && isUser(domain.name()))
        || (type instanceof CompositeRef composite && isUser(composite.name()));
  }

  private boolean isUser(QualifiedName name) {
    Predicate<UserType> named = type -> type.name().equals(name);
    return users.stream().anyMatch(named);
  }

  /** The names of all of them, without their schemas. */
  Set<String> names() {
    return Stream.concat(Stream.of(root), users.stream().map(UserType::name))
        .map(QualifiedName::name)
        .collect(Collectors.toSet());
  }
}
