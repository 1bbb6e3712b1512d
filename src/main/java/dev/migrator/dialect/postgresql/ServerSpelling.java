package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Spellings;
import dev.migrator.schema.Domain;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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
    Map<Table, List<Place>> places = new LinkedHashMap<>();
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
    places.values().removeIf(List::isEmpty);
    return places.isEmpty() ? Spellings.NONE : ask(places);
  }

  private static void differing(Map<Table, List<Place>> places, Table shown, Table table) {
    places.computeIfAbsent(shown, key -> new ArrayList<>()).addAll(Place.differing(shown, table));
  }

  private Spellings ask(Map<Table, List<Place>> places) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    try (ScratchTransaction scratch = ScratchTransaction.open(connection, autoCommit)) {
      Map<Spellings.Key, String> texts = new HashMap<>();
      for (Map.Entry<Table, List<Place>> entry : places.entrySet()) {
        if (!scratch.createTable(entry.getKey())) {
          break;
        }
        for (Place place : entry.getValue()) {
          match(scratch, entry.getKey().name(), place, texts);
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
