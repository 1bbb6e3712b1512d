package dev.migrator.entity;

import dev.migrator.entity.ClassCode.Method;
import dev.migrator.entity.ClassCode.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
    private boolean unfinished;

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

    /** Whether its constructor could not be followed to the end before it set a field. */
    boolean lacks(String field) {
      return unfinished && !fields.containsKey(field);
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

  /** A method, and the class that has it. */
  private record Found(String owner, Method method) {}

  /**
   * What the method of this name returns for a new object of a class, which may inherit it. Of
   * several methods of the name the bridges are passed over.
   */
  Optional<Object> call(DotName type, String name, List<Optional<Object>> arguments)
      throws UnreadableCodeException {
    Found found =
        named(type, name).orElseThrow(() -> new UnreadableCodeException("it has no " + name));
    List<Optional<Object>> all = new ArrayList<>();
    all.add(Optional.of(made(internal(type))));
    all.addAll(arguments);
    return run(found.owner, found.method, all);
  }

  /** Whether a class has or inherits a method of this name, as far as it can be looked into. */
  boolean has(DotName type, String name) {
    try {
      return named(type, name).isPresent();
    } catch (UnreadableCodeException missing) {
      return false;
    }
  }

  private Optional<Found> named(DotName type, String name) throws UnreadableCodeException {
    return find(
        internal(type),
        method -> method.name().equals(name) && !method.isBridge() && !method.isStatic());
  }

  /** A new object, with the fields that its constructor sets, as far as that can be followed. */
  private Instance made(String type) throws UnreadableCodeException {
    Instance made = new Instance(type);
    Optional<Method> constructor = code(type).method("<init>", "()V");
    if (constructor.isPresent()) {
      try {
        run(type, constructor.get(), List.of(Optional.of(made)));
      } catch (UnreadableCodeException unknown) {
        made.unfinished = true;
      }
    }
    return made;
  }

  /** Calls a method that an instruction names. */
  Optional<Object> invoke(Reference method, List<Optional<Object>> arguments, boolean isVirtual)
      throws UnreadableCodeException {
    String owner = method.owner();
    Optional<Object> known = Optional.empty();
    if (isVirtual && arguments.get(0).orElse(null) instanceof Instance instance) {
      known = LibraryCalls.ofConstant(instance, method);
      owner = instance.type();
    }
    Optional<Found> found =
        find(
            owner,
            candidate ->
                candidate.name().equals(method.name())
                    && candidate.descriptor().equals(method.descriptor()));
    if (found.isPresent()) {
      return run(found.get().owner, found.get().method, arguments);
    }
    return known.isPresent()
        ? known
        : LibraryCalls.call(
            new Reference(topmost(owner), method.name(), method.descriptor()), arguments);
  }

  /** The method that an object of a type has: of its classes, else of their interfaces. */
  private Optional<Found> find(String type, Predicate<Method> wanted)
      throws UnreadableCodeException {
    for (String owner = type; !isJava(owner); owner = superclass(owner)) {
      Optional<Method> own = code(owner).methods().stream().filter(wanted).findFirst();
      if (own.isPresent()) {
        return Optional.of(new Found(owner, own.get()));
      }
    }
    for (String owner = type; !isJava(owner); owner = superclass(owner)) {
      Optional<Found> inherited = findInInterfaces(owner, wanted);
      if (inherited.isPresent()) {
        return inherited;
      }
    }
    return Optional.empty();
  }

  private Optional<Found> findInInterfaces(String type, Predicate<Method> wanted)
      throws UnreadableCodeException {
    for (String owner : interfaces(type)) {
      Optional<Method> own = code(owner).methods().stream().filter(wanted).findFirst();
      Optional<Found> found =
          own.isPresent()
              ? Optional.of(new Found(owner, own.get()))
              : findInInterfaces(owner, wanted);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isJava(String type) {
    return type.startsWith("java/");
  }

  /** The class of Java's own that a class extends in the end. */
  private String topmost(String type) throws UnreadableCodeException {
    String topmost = type;
    while (!isJava(topmost)) {
      topmost = superclass(topmost);
    }
    return topmost;
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

  /** The interfaces that can be looked into; others have nothing that a model's class needs. */
  private List<String> interfaces(String type) {
    return classes.find(DotName.createSimple(type.replace('/', '.'))).stream()
        .flatMap(info -> info.interfaceNames().stream())
        .filter(name -> classes.find(name).isPresent())
        .map(Evaluator::internal)
        .filter(name -> !isJava(name))
        .toList();
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
