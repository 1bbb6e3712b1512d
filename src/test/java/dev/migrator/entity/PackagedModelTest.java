package dev.migrator.entity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models as they are delivered: an application's jar with libraries within it, and units in jars.
 */
class PackagedModelTest {

  private static final String PERSISTENCE = "META-INF/persistence.xml";

  /** What the model is made of, in three packages; each is packed by itself. */
  private final Map<String, byte[]> classes =
      classes(
          """
          package base; import jakarta.persistence.*;
          @MappedSuperclass public abstract class Base<K> { @Id K id; @Version int version; }
          """,
          """
          package parts; import jakarta.persistence.*;
          @Embeddable public class Money { java.math.BigDecimal amount;
            @Enumerated(EnumType.STRING) Currency currency; }
          """,
          "package parts; public enum Currency { CHF, EUR }",
          """
          package parts; import jakarta.persistence.*;
          @Entity public class Rate extends base.Base<Integer> { Currency currency; }
          """,
          """
          package app; import jakarta.persistence.*;
          @Entity class Bill extends base.Base<Long> { @Embedded parts.Money total;
            @ManyToOne parts.Rate rate; }
          """);

  @TempDir private Path directory;

  @Test
  void anApplicationHasItsPartsInOtherJarsWithinIt() throws IOException {
    Schema schema = read(application("BOOT-INF", Map.of()), "app", "parts");

    assertThat(tables(schema)).containsExactly("bill", "rate");
    assertIsBill(Model.table(schema, "bill"));
    assertThat(Model.columns(Model.table(schema, "rate")))
        .containsExactly("id integer not null", "version integer not null", "currency smallint");
    assertThat(Model.constraints(Model.table(schema, "rate")))
        .containsExactly("primary key (id)", "check (currency between 0 and 1)");
  }

  @Test
  void anApplicationIsSearchedForItsOwnEntitiesAloneWhereNothingIsNamed() throws IOException {
    Path application = application("WEB-INF", Map.of());

    assertThatThrownBy(() -> read(application))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("app.Bill.rate")
        .hasMessageContaining("parts.Rate, which is no part of the model");
  }

  @Test
  void aUnitOfAnApplicationListsEntitiesOfItsLibraries() throws IOException {
    Schema schema =
        read(
            application(
                "BOOT-INF",
                Map.of(
                    "BOOT-INF/classes/" + PERSISTENCE,
                    unit("<class>parts.Rate</class><exclude-unlisted-classes/>"))));

    assertThat(tables(schema)).containsExactly("rate");
  }

  @Test
  void aUnitInAJarHasTheEntitiesBesideIt() throws IOException {
    Path parts = write("parts.jar", jar(with(below("parts/", ""), Map.of(PERSISTENCE, unit("")))));
    Path others = write("app.jar", jar(below("app/", "")));
    Path base = write("base.jar", jar(below("base/", "")));

    assertThat(tables(read(List.of(others, base, parts)))).containsExactly("rate");
  }

  @Test
  void aUnitInAJarNamesAMappingFileInIt() throws IOException {
    Map<String, byte[]> files =
        Map.of(
            PERSISTENCE,
            unit("<mapping-file>bills.xml</mapping-file><exclude-unlisted-classes/>"),
            "bills.xml",
            """
            <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.1">
              <entity class="app.Bill"><table name="invoices"/></entity>
              <entity class="parts.Rate"/>
            </entity-mappings>
            """
                .getBytes(UTF_8));
    Path all = write("all.jar", jar(with(classes, files)));

    Schema schema = read(List.of(all));

    assertThat(tables(schema)).containsExactly("invoices", "rate");
    assertIsBill(Model.table(schema, "invoices"));
  }

  private static void assertIsBill(Table table) {
    assertThat(Model.columns(table))
        .containsExactly(
            "id bigint not null",
            "version integer not null",
            "amount numeric(38,2)",
            "currency varchar(255)",
            "rate_id integer");
    assertThat(Model.constraints(table))
        .containsExactly(
            "primary key (id)",
            "foreign key (rate_id) references rate (id)",
            "check (currency in ('CHF','EUR'))");
  }

  /** The jar of an application, with its own classes and a library for each other package. */
  private Path application(String folder, Map<String, byte[]> further) throws IOException {
    Map<String, byte[]> files = new TreeMap<>(below("app/", folder + "/classes/"));
    files.put(folder + "/lib/base.jar", jar(below("base/", "")));
    files.put(folder + "/lib/parts.jar", jar(below("parts/", "")));
    return write("application.jar", jar(with(files, further)));
  }

  private static Schema read(Path classpath, String... packages) {
    return read(List.of(classpath), packages);
  }

  private static Schema read(List<Path> classpath, String... packages) {
    EntityModel model =
        EntityReader.read(
            new EntitySource(
                classpath,
                List.of(packages),
                List.of(),
                List.of(),
                Naming.JPA,
                Model.DEFAULTS.nullability()));
    assertThat(model.warnings()).isEmpty();
    return model.schema();
  }

  private static List<String> tables(Schema schema) {
    return schema.tables().stream().map(table -> table.name().name()).toList();
  }

  private static byte[] unit(String content) {
    return """
        <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
          <persistence-unit name="bills">%s</persistence-unit>
        </persistence>
        """
        .formatted(content)
        .getBytes(UTF_8);
  }

  private static Map<String, byte[]> classes(String... sources) {
    Path compiled = Model.compile(sources);
    Map<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(compiled)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = compiled.relativize(file).toString().replace('\\', '/');
        classes.put(name, Files.readAllBytes(file));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return classes;
  }

  /** The classes of a package under another folder. */
  private Map<String, byte[]> below(String start, String folder) {
    Map<String, byte[]> files = new TreeMap<>();
    classes.forEach(
        (name, bytes) -> {
          if (name.startsWith(start)) {
            files.put(folder + name, bytes);
          }
        });
    return files;
  }

  private static Map<String, byte[]> with(Map<String, byte[]> some, Map<String, byte[]> further) {
    Map<String, byte[]> all = new TreeMap<>(some);
    all.putAll(further);
    return all;
  }

  /** An archive of files that are not compressed, as Spring Boot packs libraries. */
  private static byte[] jar(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream output = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        CRC32 checksum = new CRC32();
        checksum.update(file.getValue());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.getValue().length);
        entry.setCrc(checksum.getValue());
        output.putNextEntry(entry);
        output.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(directory.resolve(name), bytes);
  }
}
