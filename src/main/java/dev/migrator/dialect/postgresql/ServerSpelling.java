package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Spellings;
import dev.migrator.schema.Domain;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds out which of the compared expressions mean what the database shows, by letting the server
 * read and show both. It is asked only about texts that differ from what the database shows in the
 * same place, and everything that it does for that is rolled back.
 */
final class ServerSpelling {

  /**
   * Where a table has texts that are to be compared.
   *
   * @param shown the table as the database shows it
   * @param differing the places
   */
  private record Places(Table shown, List<Place> differing) {}

  private final Connection connection;
  private final Schema inspected;
  private final List<Schema> compared;

  /**
   * @param inspected what the database holds, with expressions as it shows them
   * @param compared what it is compared with
   */
  ServerSpelling(Connection connection, Schema inspected, List<Schema> compared) {
    this.connection = connection;
    this.inspected = inspected;
    this.compared = compared;
  }

  /** For each expression that means the same, the text that the database shows. */
  Spellings ask() throws SQLException {
    Map<QualifiedName, Places> places = new LinkedHashMap<>();
    for (Schema schema : compared) {
      for (Table table : schema.tables()) {
        inspected.table(table.name()).ifPresent(shown -> differing(places, shown, table));
      }
      for (Domain domain : schema.domains()) {
        inspected
            .domain(domain.name())
            .map(DomainForm::table)
            .ifPresent(shown -> differing(places, shown, DomainForm.table(domain)));
      }
    }
    places.values().removeIf(found -> found.differing().isEmpty());
    return places.isEmpty() ? Spellings.NONE : ask(places.values());
  }

  private static void differing(Map<QualifiedName, Places> places, Table shown, Table table) {
    places
        .computeIfAbsent(shown.name(), name -> new Places(shown, new ArrayList<>()))
        .differing()
        .addAll(Place.differing(shown, table));
  }

  private Spellings ask(Collection<Places> places) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    try (ScratchTransaction scratch = ScratchTransaction.open(connection, autoCommit)) {
      Map<Spellings.Key, String> texts = new HashMap<>();
      for (Places found : places) {
        if (!scratch.createTable(found.shown())) {
          break;
        }
        for (Place place : found.differing()) {
          match(scratch, found.shown().name(), place, texts);
        }
      }
      return new Spellings(texts);
    }
  }

  private static void match(
      ScratchTransaction scratch,
      QualifiedName table,
      Place place,
      Map<Spellings.Key, String> texts)
      throws SQLException {
    List<String> conditions =
        Stream.concat(place.shown().stream(), place.wanted().stream())
            .map(text -> place.condition().apply(text.sql()))
            .toList();
    List<String> spelled = scratch.spell(scratch.spell(conditions));
    List<String> shown = spelled.subList(0, place.shown().size());
    for (int index = 0; index < place.wanted().size(); index++) {
      String wanted = spelled.get(shown.size() + index);
      int match = shown.indexOf(wanted);
      if (match >= 0 && !wanted.isEmpty()) {
        String sql = place.wanted().get(index).sql();
        texts.put(new Spellings.Key(table, place.column(), sql), place.shown().get(match).form());
      }
    }
  }
}
