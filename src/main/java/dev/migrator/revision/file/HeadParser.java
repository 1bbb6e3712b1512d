package dev.migrator.revision.file;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.parser.Parser;

/**
 * A parser for which a file ends where one of some keys begins: thousands of headers are read
 * without the operations behind them, and large upgrades without their downgrades.
 */
final class HeadParser implements Parser {

  private final Parser whole;
  private final Set<String> last;
  private final Deque<Event> end = new ArrayDeque<>();
  private int depth;
  private boolean keyIsNext;
  private boolean ended;

  /**
   * @param last the keys of the outermost map that end it
   */
  HeadParser(Parser whole, Set<String> last) {
    this.whole = whole;
    this.last = last;
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return peekEvent().is(choice);
  }

  @Override
  public Event peekEvent() {
    if (!ended && depth == 1 && keyIsNext && isLast(whole.peekEvent())) {
      Mark mark = whole.peekEvent().getStartMark();
      end.addAll(
          List.of(
              new MappingEndEvent(mark, mark),
              new DocumentEndEvent(mark, mark, false),
              new StreamEndEvent(mark, mark)));
      ended = true;
    }
    return ended ? end.element() : whole.peekEvent();
  }

  @Override
  public Event getEvent() {
    Event event = peekEvent();
    if (ended) {
      return end.remove();
    }
    follow(event);
    return whole.getEvent();
  }

  private boolean isLast(Event event) {
    return event instanceof ScalarEvent scalar && last.contains(scalar.getValue());
  }

  /** Keys and values of the outermost map take turns. */
  private void follow(Event event) {
    switch (event.getEventId()) {
      case MappingStart, SequenceStart -> {
        depth++;
        keyIsNext = depth == 1 && event.is(Event.ID.MappingStart);
      }
      case MappingEnd, SequenceEnd -> {
        depth--;
        keyIsNext = true;
      }
      case Scalar, Alias -> keyIsNext = depth == 1 && !keyIsNext;
      default -> {}
    }
  }
}
