package dev.migrator.revision.file;

import dev.migrator.revision.RevisionHeader;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * How new revision files are called.
 *
 * @param template the name without its ending, with the folders that it is in, with {@code {id}},
 *     {@code {slug}}, {@code {epoch}}, {@code {year}}, {@code {month}}, {@code {day}}, {@code
 *     {hour}}, {@code {minute}} and {@code {second}} in it
 * @param zone where the time of creation is told
 */
public record FileNaming(String template, ZoneId zone) {

  /** The id, and what can be kept of the message. */
  public static final FileNaming DEFAULT = new FileNaming("{id}_{slug}", ZoneOffset.UTC);

  /** {@code aa79e1d59e68_creating_database.yaml}. */
  String name(RevisionHeader header, RevisionFormat format) {
    ZonedDateTime created = header.created().atZone(zone);
    String name =
        template
            .replace("{id}", header.id().value().replaceAll("[^\\p{L}\\p{Nd}_.]|^\\.", "_"))
            .replace("{slug}", FileNames.slug(header.message()))
            .replace("{epoch}", String.valueOf(created.toEpochSecond()))
            .replace("{year}", "%04d".formatted(created.getYear()))
            .replace("{month}", two(created.getMonthValue()))
            .replace("{day}", two(created.getDayOfMonth()))
            .replace("{hour}", two(created.getHour()))
            .replace("{minute}", two(created.getMinute()))
            .replace("{second}", two(created.getSecond()));
    return withoutEnd(withoutNamelessFolders(name)) + format.suffix();
  }

  /** Where a folder is called by an empty slug, there is none. */
  private static String withoutNamelessFolders(String name) {
    return name.replaceAll("(^|/)/+", "$1");
  }

  /** An empty slug leaves no underscore behind; an id that ends in one keeps it. */
  private String withoutEnd(String name) {
    return template.endsWith("_{slug}") && name.endsWith("_")
        ? name.substring(0, name.length() - 1)
        : name;
  }

  private static String two(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }
}
