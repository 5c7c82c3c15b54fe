// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of the ledger. Schema {@code meent-release/3} has the keys {@code schema}, {@code
 * previous} (SHA-256 of the line before, zeros on the first), {@code release}, {@code output},
 * {@code population}, {@code units}, {@code within}, {@code counts} (each {@code {"codes": {…},
 * "value": n}}) and {@code amounts} (each {@code {"measure": …, "codes": {…}, "units": n}}, units
 * {@code null} if not known). Schema {@code meent-release/2} has no {@code amounts}; {@code
 * meent-release/1} knows sizes only and has no {@code previous}.
 *
 * @param previous digest of the line before; empty in schema 1
 * @param entry what the line says
 */
record LedgerLine(String previous, ReleaseLedger.Entry entry) {
  /** Stands before the first line. */
  static final String NOTHING = "0".repeat(64);

  private static final Set<String> FIRST =
      Set.of("schema", "release", "output", "population", "units");
  private static final Set<String> SECOND =
      Set.of("schema", "previous", "release", "output", "population", "units", "within", "counts");
  private static final Set<String> THIRD =
      Set.of(
          "schema",
          "previous",
          "release",
          "output",
          "population",
          "units",
          "within",
          "counts",
          "amounts");
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** SHA-256 of a line without its end, in hexadecimal. */
  static String digest(String line) {
    try {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is not one
   */
  static LedgerLine read(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      Set<String> keys = node.isObject() ? new TreeSet<>(node.propertyNames()) : Set.of();
      boolean first = keys.equals(FIRST) && text(node, "schema").equals("meent-release/1");
      boolean third = keys.equals(THIRD) && text(node, "schema").equals("meent-release/3");
      boolean second =
          third || (keys.equals(SECOND) && text(node, "schema").equals("meent-release/2"));
      if (!first && !second) {
        throw new IllegalArgumentException("not a line of the ledger");
      }
      return new LedgerLine(
          second ? text(node, "previous") : "",
          new ReleaseLedger.Entry(
              text(node, "release"),
              text(node, "output"),
              text(node, "population"),
              count(node.path("units")),
              second ? node.path("within").stringValue() : "",
              second ? counts(node.path("counts")) : List.of(),
              third ? amounts(node.path("amounts")) : List.of()));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a line of the ledger", e);
    }
  }

  private static List<ReleasedCount> counts(JsonNode list) {
    List<ReleasedCount> counts = new ArrayList<>();
    for (JsonNode item : list) {
      counts.add(new ReleasedCount(codes(item), count(item.path("value"))));
    }
    return counts;
  }

  private static List<ReleasedAmount> amounts(JsonNode list) {
    List<ReleasedAmount> amounts = new ArrayList<>();
    for (JsonNode item : list) {
      JsonNode units = item.path("units");
      amounts.add(
          new ReleasedAmount(
              text(item, "measure"),
              codes(item),
              units.isNull() ? OptionalLong.empty() : OptionalLong.of(count(units))));
    }
    return amounts;
  }

  private static TreeMap<String, String> codes(JsonNode item) {
    TreeMap<String, String> codes = new TreeMap<>();
    for (Map.Entry<String, JsonNode> code : item.path("codes").properties()) {
      codes.put(code.getKey(), code.getValue().stringValue());
    }
    return codes;
  }

  private static String text(JsonNode node, String key) {
    JsonNode text = node.path(key);
    if (!text.isString() || text.stringValue().isEmpty()) {
      throw new IllegalArgumentException("not a line of the ledger");
    }
    return text.stringValue();
  }

  private static long count(JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
      throw new IllegalArgumentException("not a line of the ledger");
    }
    return node.longValue();
  }

  /** The line as it is written, without its end. */
  String text() {
    ObjectNode line = MAPPER.createObjectNode();
    line.put("schema", "meent-release/3").put("previous", previous);
    line.put("release", entry.release()).put("output", entry.output());
    line.put("population", entry.population()).put("units", entry.units());
    line.put("within", entry.within());
    ArrayNode counts = line.putArray("counts");
    for (ReleasedCount count : entry.counts()) {
      ObjectNode item = counts.addObject();
      ObjectNode codes = item.putObject("codes");
      count.codes().forEach(codes::put);
      item.put("value", count.value());
    }
    ArrayNode amounts = line.putArray("amounts");
    for (ReleasedAmount amount : entry.amounts()) {
      ObjectNode item = amounts.addObject();
      item.put("measure", amount.measure());
      ObjectNode codes = item.putObject("codes");
      amount.codes().forEach(codes::put);
      amount.units().ifPresentOrElse(n -> item.put("units", n), () -> item.putNull("units"));
    }
    return MAPPER.writeValueAsString(line);
  }
}
