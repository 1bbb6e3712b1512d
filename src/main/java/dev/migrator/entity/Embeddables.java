package dev.migrator.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

/** The embeddables of the model, of which some may extend others. */
final class Embeddables {

  private final Map<DotName, List<ClassInfo>> bySuperclass = new TreeMap<>();

  Embeddables(List<ClassInfo> all) {
    for (ClassInfo info : all) {
      if (info.superName() != null) {
        bySuperclass.computeIfAbsent(info.superName(), name -> new ArrayList<>()).add(info);
      }
    }
  }

  /** Those that extend one, directly or not, each after the one that it extends. */
  List<ClassInfo> below(ClassInfo embeddable) {
    List<ClassInfo> below = new ArrayList<>();
    for (ClassInfo direct : bySuperclass.getOrDefault(embeddable.name(), List.of())) {
      below.add(direct);
      below.addAll(below(direct));
    }
    return below;
  }
}
