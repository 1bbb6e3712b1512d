package dev.migrator.entity;

import dev.migrator.entity.ClassCode.Method;
import dev.migrator.entity.ClassCode.Reference;
import dev.migrator.entity.ClassCode.TypeName;
import dev.migrator.entity.Evaluator.Instance;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One call of a method that is followed. Null is the empty value; int, and what bytecode treats as
 * one, is an {@link Integer}.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-6.html#jvms-6.5">JVM
 *     specification: instructions</a>
 */
final class Frame {

  /** More than any switch over an enum takes. */
  private static final int LONGEST = 100_000;

  private final Evaluator evaluator;
  private final ClassCode owner;
  private final Method method;
  private final ByteBuffer code;
  private final List<Optional<Object>> locals;
  private final Deque<Optional<Object>> stack = new ArrayDeque<>();

  Frame(Evaluator evaluator, ClassCode owner, Method method, List<Optional<Object>> arguments) {
    this.evaluator = evaluator;
    this.owner = owner;
    this.method = method;
    this.code = method.code().duplicate();
    this.locals =
        new ArrayList<>(Collections.nCopies(method.locals() + 1, Optional.<Object>empty()));
    int slot = 0;
    for (Optional<Object> argument : arguments) {
      locals.set(slot, argument);
      slot += width(argument);
    }
  }

  /** A long takes two places. */
  private static int width(Optional<Object> value) {
    return value.orElse(0) instanceof Long ? 2 : 1;
  }

  /** What the method returns; empty for null and {@code void}. */
  Optional<Object> run() throws UnreadableCodeException {
    for (int steps = 0; steps < LONGEST; steps++) {
      int at = code.position();
      int instruction = Byte.toUnsignedInt(code.get());
      switch (instruction) {
        case 172, 173, 176 -> { // ireturn, lreturn, areturn
          return stack.pop();
        }
        case 177 -> { // return
          return Optional.empty();
        }
        default -> {
          if (!constantOrLocal(instruction)
              && !arithmetic(instruction)
              && !branch(instruction, at)
              && !object(instruction)) {
            throw new UnreadableCodeException(
                "%s has the instruction %d".formatted(method.name(), instruction));
          }
        }
      }
    }
    throw new UnreadableCodeException(method.name() + " takes too long");
  }

  private boolean constantOrLocal(int instruction) throws UnreadableCodeException {
    switch (instruction) {
      case 0 -> {} // nop
      case 1 -> stack.push(Optional.empty()); // aconst_null
      case 2, 3, 4, 5, 6, 7, 8 -> push(instruction - 3); // iconst
      case 9, 10 -> push((long) (instruction - 9)); // lconst
      case 16 -> push((int) code.get()); // bipush
      case 17 -> push((int) code.getShort()); // sipush
      case 18 -> push(constant(unsignedByte())); // ldc
      case 19, 20 -> push(constant(unsignedShort())); // ldc_w, ldc2_w
      case 21, 22, 25 -> stack.push(locals.get(unsignedByte())); // iload, lload, aload
      case 26, 27, 28, 29 -> stack.push(locals.get(instruction - 26)); // iload_n
      case 30, 31, 32, 33 -> stack.push(locals.get(instruction - 30)); // lload_n
      case 42, 43, 44, 45 -> stack.push(locals.get(instruction - 42)); // aload_n
      case 54, 55, 58 -> locals.set(unsignedByte(), stack.pop()); // istore, lstore, astore
      case 59, 60, 61, 62 -> locals.set(instruction - 59, stack.pop()); // istore_n
      case 63, 64, 65, 66 -> locals.set(instruction - 63, stack.pop()); // lstore_n
      case 75, 76, 77, 78 -> locals.set(instruction - 75, stack.pop()); // astore_n
      case 87 -> stack.pop(); // pop
      case 89 -> stack.push(stack.element()); // dup
      case 90 -> { // dup_x1
        Optional<Object> top = stack.pop();
        Optional<Object> below = stack.pop();
        stack.push(top);
        stack.push(below);
        stack.push(top);
      }
      case 132 -> { // iinc
        int local = unsignedByte();
        locals.set(local, Optional.of(number(locals.get(local)) + code.get()));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean arithmetic(int instruction) throws UnreadableCodeException {
    switch (instruction) {
      case 96, 100, 104, 126, 128, 130 -> {
        int right = popNumber();
        int left = popNumber();
        push(
            switch (instruction) {
              case 96 -> left + right; // iadd
              case 100 -> left - right; // isub
              case 104 -> left * right; // imul
              case 126 -> left & right; // iand
              case 128 -> left | right; // ior
              default -> left ^ right; // ixor
            });
      }
      case 116 -> push(-popNumber()); // ineg
      case 120 -> { // ishl
        int distance = popNumber();
        push(popNumber() << distance);
      }
      case 133 -> push((long) popNumber()); // i2l
      case 136 -> push((int) (long) (Long) pop()); // l2i
      case 145 -> push((int) (byte) popNumber()); // i2b
      case 146 -> push((int) (char) popNumber()); // i2c
      case 147 -> push((int) (short) popNumber()); // i2s
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean branch(int instruction, int at) throws UnreadableCodeException {
    switch (instruction) {
      case 153, 154, 155, 156, 157, 158 -> // ifeq, ifne, iflt, ifge, ifgt, ifle
          jumpIf(holds(instruction - 153, popNumber(), 0), at);
      case 159, 160, 161, 162, 163, 164 -> { // the same of two numbers
        int right = popNumber();
        jumpIf(holds(instruction - 159, popNumber(), right), at);
      }
      case 165 -> jumpIf(isSame(stack.pop(), stack.pop()), at); // if_acmpeq
      case 166 -> jumpIf(!isSame(stack.pop(), stack.pop()), at); // if_acmpne
      case 167 -> jumpIf(true, at); // goto
      case 198 -> jumpIf(stack.pop().isEmpty(), at); // ifnull
      case 199 -> jumpIf(stack.pop().isPresent(), at); // ifnonnull
      case 170 -> tableSwitch(at);
      case 171 -> lookupSwitch(at);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(int comparison, int left, int right) {
    return switch (comparison) {
      case 0 -> left == right;
      case 1 -> left != right;
      case 2 -> left < right;
      case 3 -> left >= right;
      case 4 -> left > right;
      default -> left <= right;
    };
  }

  private static boolean isSame(Optional<Object> left, Optional<Object> right) {
    return left.equals(right);
  }

  private void jumpIf(boolean condition, int at) {
    int distance = code.getShort();
    if (condition) {
      code.position(at + distance);
    }
  }

  private void tableSwitch(int at) throws UnreadableCodeException {
    int key = popNumber();
    code.position((at + 4) & ~3);
    int distance = code.getInt();
    int low = code.getInt();
    int high = code.getInt();
    if (key >= low && key <= high) {
      distance = code.getInt(code.position() + 4 * (key - low));
    }
    code.position(at + distance);
  }

  private void lookupSwitch(int at) throws UnreadableCodeException {
    int key = popNumber();
    code.position((at + 4) & ~3);
    int distance = code.getInt();
    for (int pairs = code.getInt(); pairs > 0; pairs--) {
      int candidate = code.getInt();
      int target = code.getInt();
      if (candidate == key) {
        distance = target;
      }
    }
    code.position(at + distance);
  }

  private boolean object(int instruction) throws UnreadableCodeException {
    switch (instruction) {
      case 46, 47, 50, 51, 52, 53 -> { // iaload, laload, aaload, baload, caload, saload
        int index = popNumber();
        stack.push(element((Object[]) pop(), index));
      }
      case 79, 80, 83, 84, 85, 86 -> { // iastore, lastore, aastore, bastore, castore, sastore
        Optional<Object> value = stack.pop();
        int index = popNumber();
        ((Object[]) pop())[index] = value;
      }
      case 178 -> { // getstatic
        Reference field = reference();
        stack.push(evaluator.statics(field.owner()).getOrDefault(field.name(), Optional.empty()));
      }
      case 179 -> { // putstatic
        Reference field = reference();
        evaluator.statics(field.owner()).put(field.name(), stack.pop());
      }
      case 180 -> { // getfield
        Reference field = reference();
        Instance owner = (Instance) pop();
        if (owner.lacks(field.name())) {
          throw new UnreadableCodeException("the field " + field.name() + " is set otherwise");
        }
        stack.push(owner.get(field.name()));
      }
      case 181 -> { // putfield
        Reference field = reference();
        Optional<Object> value = stack.pop();
        ((Instance) pop()).set(field.name(), value);
      }
      case 182, 183, 184, 185 -> call(instruction); // invoke…
      case 187 -> push(new Instance(((TypeName) constant(unsignedShort())).name())); // new
      case 188 -> { // newarray
        code.get();
        push(filled(popNumber(), Optional.of(0)));
      }
      case 189 -> { // anewarray
        code.getShort();
        push(filled(popNumber(), Optional.empty()));
      }
      case 190 -> push(((Object[]) pop()).length); // arraylength
      case 192 -> code.getShort(); // checkcast
      default -> {
        return false;
      }
    }
    return true;
  }

  private void call(int instruction) throws UnreadableCodeException {
    Reference callee = reference();
    if (instruction == 185) {
      code.getShort(); // the number of arguments
    }
    List<Optional<Object>> arguments = new ArrayList<>();
    int count = parameters(callee.descriptor()) + (instruction == 184 ? 0 : 1);
    for (int left = count; left > 0; left--) {
      arguments.add(0, stack.pop());
    }
    if (callee.owner().startsWith("[") && callee.name().equals("clone")) {
      push(((Object[]) arguments.get(0).orElseThrow()).clone());
      return;
    }
    boolean isVirtual = instruction == 182 || instruction == 185;
    Optional<Object> result = evaluator.invoke(callee, arguments, isVirtual);
    if (!callee.descriptor().endsWith(")V")) {
      stack.push(result);
    }
  }

  private static int parameters(String descriptor) {
    return descriptor
        .substring(1, descriptor.indexOf(')'))
        .replaceAll("L[^;]+;", "L")
        .replace("[", "")
        .length();
  }

  private static Object[] filled(int length, Optional<Object> value) {
    Object[] array = new Object[length];
    Arrays.fill(array, value);
    return array;
  }

  @SuppressWarnings("unchecked")
  private static Optional<Object> element(Object[] array, int index) {
    return (Optional<Object>) array[index];
  }

  private Object constant(int index) throws UnreadableCodeException {
    return owner
        .constant(index)
        .orElseThrow(() -> new UnreadableCodeException("it uses a constant of another kind"));
  }

  private Reference reference() throws UnreadableCodeException {
    return (Reference) constant(unsignedShort());
  }

  private void push(Object value) {
    stack.push(Optional.of(value));
  }

  private Object pop() throws UnreadableCodeException {
    return stack.pop().orElseThrow(() -> new UnreadableCodeException("it uses null"));
  }

  private int popNumber() throws UnreadableCodeException {
    return number(stack.pop());
  }

  private static int number(Optional<Object> value) throws UnreadableCodeException {
    if (value.orElse("") instanceof Integer number) {
      return number;
    }
    throw new UnreadableCodeException("a number is unknown");
  }

  private int unsignedByte() {
    return Byte.toUnsignedInt(code.get());
  }

  private int unsignedShort() {
    return Short.toUnsignedInt(code.getShort());
  }
}
