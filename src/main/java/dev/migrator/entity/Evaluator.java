package dev.migrator.entity;

import dev.migrator.entity.ClassCode.Method;
import dev.migrator.entity.ClassCode.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.jandex.DotName;

/**
 * Finds out what methods return by following their bytecode, so that no class has to be loaded: the
 * values of enum constants, and what converters make of them. It knows arithmetic and branches as
 * far as such methods have them; whatever else a method does makes its value unknown.
 */
final class Evaluator {

  /** Deeper than any chain of constructors and getters. */
  private static final int DEEPEST = 40;

  private final Classes classes;
  private final Map<String, ClassCode> codes = new HashMap<>();
  private final Map<String, Map<String, Optional<Object>>> statics = new HashMap<>();
  private int depth;

  Evaluator(Classes classes) {
    this.classes = classes;
  }

  /** An object with the fields that have been set. */
  static final class Instance {

    private final String type;
    private final Map<String, Optional<Object>> fields = new HashMap<>();

    Instance(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }

    void set(String field, Optional<Object> value) {
      fields.put(field, value);
    }

    Optional<Object> get(String field) {
      return fields.getOrDefault(field, Optional.empty());
    }
  }

  /** An enum's constant, with its fields as its constructor sets them. */
  Instance constant(DotName javaEnum, String name) throws UnreadableCodeException {
    String owner = internal(javaEnum);
    return statics(owner).getOrDefault(name, Optional.empty()).orElse(null)
            instanceof Instance constant
        ? constant
        : unreadable("the constant " + name + " is not made in the usual way");
  }

  /**
   * What the method of this name returns for an object of its class without state. Of several
   * methods of the name the bridges are passed over.
   */
  Optional<Object> call(DotName owner, String name, List<Optional<Object>> arguments)
      throws UnreadableCodeException {
    String type = internal(owner);
    Method method =
        code(type).methods(name).stream()
            .filter(found -> !returnsObject(found) && !found.isStatic())
            .findFirst()
            .orElseThrow(() -> new UnreadableCodeException("it has no " + name));
    List<Optional<Object>> all = new ArrayList<>();
    all.add(Optional.of(new Instance(type)));
    all.addAll(arguments);
    return run(type, method, all);
  }

  private static boolean returnsObject(Method method) {
    return method.descriptor().endsWith(")Ljava/lang/Object;");
  }

  /** Calls a method that an instruction names. */
  Optional<Object> invoke(Reference method, List<Optional<Object>> arguments, boolean isVirtual)
      throws UnreadableCodeException {
    String owner = method.owner();
    if (isVirtual && arguments.get(0).orElse(null) instanceof Instance instance) {
      Optional<Object> known = LibraryCalls.ofConstant(instance, method);
      if (known.isPresent() && own(instance.type(), method).isEmpty()) {
        return known;
      }
      owner = instance.type();
    }
    while (!owner.startsWith("java/")) {
      Optional<Method> found = code(owner).method(method.name(), method.descriptor());
      if (found.isPresent()) {
        return run(owner, found.get(), arguments);
      }
      owner = superclass(owner);
    }
    return LibraryCalls.call(new Reference(owner, method.name(), method.descriptor()), arguments);
  }

  private Optional<Method> own(String type, Reference method) throws UnreadableCodeException {
    String owner = type;
    while (!owner.startsWith("java/")) {
      Optional<Method> found = code(owner).method(method.name(), method.descriptor());
      if (found.isPresent()) {
        return found;
      }
      owner = superclass(owner);
    }
    return Optional.empty();
  }

  /** The static fields of a class after its initialiser, or as far as that can be followed. */
  Map<String, Optional<Object>> statics(String owner) throws UnreadableCodeException {
    Map<String, Optional<Object>> known = statics.get(owner);
    if (known != null) {
      return known;
    }
    Map<String, Optional<Object>> fields = new HashMap<>();
    statics.put(owner, fields);
    Optional<Method> initialiser = code(owner).method("<clinit>", "()V");
    if (initialiser.isPresent()) {
      try {
        run(owner, initialiser.get(), List.of());
      } catch (UnreadableCodeException unknown) {
        // The constants come first; what follows, such as a map of them, is not needed.
        return fields;
      }
    }
    return fields;
  }

  private Optional<Object> run(String owner, Method method, List<Optional<Object>> arguments)
      throws UnreadableCodeException {
    if (++depth > DEEPEST) {
      depth = 0;
      throw new UnreadableCodeException("it calls too deep");
    }
    try {
      return new Frame(this, code(owner), method, arguments).run();
    } catch (RuntimeException wrong) {
      throw new UnreadableCodeException("its bytecode is unusual: " + wrong);
    } finally {
      depth--;
    }
  }

  private ClassCode code(String type) throws UnreadableCodeException {
    ClassCode known = codes.get(type);
    if (known == null) {
      known =
          classes
              .bytes(DotName.createSimple(type.replace('/', '.')))
              .map(ClassCode::new)
              .orElseThrow(() -> new UnreadableCodeException("there is no class " + type));
      codes.put(type, known);
    }
    return known;
  }

  private String superclass(String type) throws UnreadableCodeException {
    return classes
        .find(DotName.createSimple(type.replace('/', '.')))
        .map(info -> internal(info.superName()))
        .orElseThrow(() -> new UnreadableCodeException("there is no class " + type));
  }

  private static String internal(DotName name) {
    return name.toString().replace('.', '/');
  }

  private static Instance unreadable(String reason) throws UnreadableCodeException {
    throw new UnreadableCodeException(reason);
  }
}
