package dev.migrator.dialect.postgresql;

import dev.migrator.schema.Deferral;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Token;
import dev.migrator.schema.Validity;
import java.util.ArrayList;
import java.util.List;

/**
 * A constraint in the words of {@code pg_get_constraintdef}, which are the same whatever columns
 * the catalog of the server's version has.
 */
final class ConstraintText {

  private final String text;
  private final List<Token> tokens;

  ConstraintText(String text) {
    this.text = text;
    this.tokens = SqlTokens.of(text);
  }

  boolean nullsNotDistinct() {
    return find("nulls", "not", "distinct") >= 0;
  }

  boolean withoutOverlaps() {
    return tokens.stream().anyMatch(token -> token.isWord("overlaps"));
  }

  boolean matchFull() {
    return find("match", "full") >= 0;
  }

  /** Whether it says of a column that it is a period, which is no name of a column. */
  boolean period() {
    for (int at = 0; at + 1 < tokens.size(); at++) {
      if (tokens.get(at).isWord("period") && tokens.get(at + 1).identifier().isPresent()) {
        return true;
      }
    }
    return false;
  }

  boolean isInherited() {
    return find("no", "inherit") < 0;
  }

  List<String> include() {
    return namesBehind("include");
  }

  /** The columns that a deletion sets. */
  List<String> setColumns() {
    List<String> nulled = namesBehind("on", "delete", "set", "null");
    return nulled.isEmpty() ? namesBehind("on", "delete", "set", "default") : nulled;
  }

  Deferral deferral() {
    if (find("initially", "deferred") >= 0) {
      return Deferral.INITIALLY_DEFERRED;
    }
    return find("deferrable") >= 0 ? Deferral.DEFERRABLE : Deferral.NONE;
  }

  Validity validity() {
    if (find("not", "enforced") >= 0) {
      return Validity.NOT_ENFORCED;
    }
    return find("not", "valid") >= 0 ? Validity.NOT_VALID : Validity.VALID;
  }

  /** What stands behind {@code EXCLUDE}. */
  String exclusion() {
    return text.substring(tokens.get(0).end()).strip();
  }

  private List<String> namesBehind(String... words) {
    int open = find(words);
    List<String> names = new ArrayList<>();
    if (open >= 0 && open < tokens.size() && tokens.get(open).isSymbol("(")) {
      for (int at = open + 1; !tokens.get(at).isSymbol(")"); at++) {
        tokens.get(at).identifier().ifPresent(names::add);
      }
    }
    return names;
  }

  /** The place behind words that stand outside of all parentheses; -1 where they do not. */
  private int find(String... words) {
    int depth = 0;
    for (int at = 0; at + words.length <= tokens.size(); at++) {
      if (depth == 0 && standsAt(at, words)) {
        return at + words.length;
      }
      depth += tokens.get(at).isSymbol("(") ? 1 : tokens.get(at).isSymbol(")") ? -1 : 0;
    }
    return -1;
  }

  private boolean standsAt(int at, String... words) {
    for (int offset = 0; offset < words.length; offset++) {
      if (!tokens.get(at + offset).isWord(words[offset])) {
        return false;
      }
    }
    return true;
  }
}
