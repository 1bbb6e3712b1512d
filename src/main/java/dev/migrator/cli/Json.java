package dev.migrator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Writes results for programs: maps, lists, texts, numbers and truth values. */
final class Json {

  private Json() {}

  static String write(Object value) {
    try {
      return JsonMapper.builder()
          .build()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a result has no JSON form: " + value, impossible);
    }
  }
}
