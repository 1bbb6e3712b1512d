package dev.migrator.entity;

import dev.migrator.testing.SourceCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a model of 500 entities as a process of its own, to see how long that takes. */
final class ReadingSpeed {

  private static final int ENTITIES = 500;

  /** What entities have beside what all have; {@code OTHER} is another entity. */
  private static final List<String> MEMBERS =
      List.of(
          "@ManyToOne OTHER parent; @Embedded Money total;",
          "@ManyToMany Set<OTHER> others; @Lob String text;",
          "@ElementCollection List<String> tags; @OneToOne OTHER twin; UUID token;",
          "@ManyToOne(optional = false) @JoinColumn(name = \"owner_id\") OTHER owner; byte[] data;",
          "Duration length; @Column(unique = true) String code; @OneToMany @JoinColumn List<OTHER> lines;");

  private ReadingSpeed() {}

  /** Writes the model where there is none, or reads it: {@code DIRECTORY}. */
  public static void main(String[] arguments) throws IOException {
    Path classes = Path.of(arguments[0]);
    if (Files.notExists(classes)) {
      compile(classes);
    }
    EntitySource source =
        new EntitySource(
            List.of(classes),
            List.of(),
            List.of(),
            List.of(),
            Naming.JPA,
            Model.DEFAULTS.nullability());
    System.out.println(EntityReader.read(source).schema().tables().size());
  }

  /** Compiles the model into a directory. */
  static void compile(Path classes) throws IOException {
    Files.createDirectories(classes);
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put(
        "Base.java", type("@MappedSuperclass abstract class Base { LocalDateTime modified; }"));
    sources.put(
        "Money.java", type("@Embeddable class Money { BigDecimal cents; String currency; }"));
    sources.put("State.java", type("enum State { OPEN, CLOSED }"));
    for (int number = 0; number < ENTITIES; number++) {
      String members =
          MEMBERS
              .get(number % MEMBERS.size())
              .replace("OTHER", "Entity" + (number * 7 + 3) % ENTITIES);
      sources.put(
          "Entity" + number + ".java",
          type(
              """
              @Entity class Entity%d extends Base {
                @Id @GeneratedValue Long id; @Version int version;
                @Column(length = 80, nullable = false) String name; Instant createdAt; LocalDate day;
                BigDecimal price; boolean active; @Enumerated(EnumType.STRING) State state; %s }
              """
                  .formatted(number, members)));
    }
    SourceCompiler.compile(sources, classes);
  }

  private static String type(String declaration) {
    return "package speed; import java.math.*; import java.time.*; import java.util.*; "
        + declaration;
  }
}
