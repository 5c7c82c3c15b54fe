// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.recount;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a certificate states of the records. Its witnesses are passed over. */
final class Stated {
  /**
   * The protection levels of a cell.
   *
   * @param lower below its value
   * @param upper above its value
   */
  record Levels(BigDecimal lower, BigDecimal upper) {}

  String standard = "";
  String kind = "";

  /** Each sum as its dimension, the whole, and its parts. */
  final Set<List<Object>> sums = new HashSet<>();

  /** What each contributor has in which suppressed cell. */
  final Set<Map<Integer, BigDecimal>> contributors = new HashSet<>();

  final Map<Integer, Levels> levels = new HashMap<>();
  boolean repeats;

  Stated(Path certificate) throws IOException {
    try (Reader in = Files.newBufferedReader(certificate);
        JsonParser json = JsonMapper.shared().createParser(in)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "schema" -> {}
          case "standard" -> standard = json.getString();
          case "kind" -> kind = json.getString();
          case "witnesses" -> json.skipChildren();
          default -> {
            while (json.nextToken() != JsonToken.END_ARRAY) {
              item(name, json.readValueAsTree());
            }
          }
        }
      }
    }
  }

  private void item(String section, JsonNode item) {
    switch (section) {
      case "sums" -> {
        Set<String> parts = new HashSet<>();
        item.path("parts").forEach(part -> repeats |= !parts.add(field(part)));
        sums.add(List.of(field(item.path("dimension")), field(item.path("whole")), parts));
      }
      case "contributors" -> {
        Map<Integer, BigDecimal> knows = new HashMap<>();
        for (JsonNode pair : item.path("knows")) {
          repeats |= knows.put(pair.path(0).asInt(), plain(pair.path(1))) != null;
        }
        contributors.add(knows);
      }
      case "primaries" -> {
        Levels of = new Levels(plain(item.path("lower")), plain(item.path("upper")));
        repeats |= levels.put(item.path("cell").asInt(), of) != null;
      }
      default -> throw new IllegalArgumentException("a section that is not known");
    }
  }

  /** A number without zeros at its end, so that equal numbers are equal. */
  static BigDecimal plain(JsonNode number) {
    return new BigDecimal(number.asString()).stripTrailingZeros();
  }

  /** A code without the quotes of a comma-separated file. */
  private static String field(JsonNode text) {
    String field = text.asString();
    return field.startsWith("\"")
        ? field.substring(1, field.length() - 1).replace("\"\"", "\"")
        : field;
  }
}
