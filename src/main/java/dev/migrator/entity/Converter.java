package dev.migrator.entity;

import java.util.List;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/**
 * A class that turns an attribute into what its column holds, and back.
 *
 * @param name the class
 * @param attribute the attribute's type
 * @param relational the type of what the column holds
 * @param booleans what false and true become, where that need not be read from the class
 */
record Converter(DotName name, Type attribute, Type relational, List<Object> booleans) {

  Converter {
    booleans = List.copyOf(booleans);
  }
}
