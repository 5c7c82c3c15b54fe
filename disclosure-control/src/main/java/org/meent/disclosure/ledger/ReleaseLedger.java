// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The earlier releases of an environment, read from {@code <home>/ledger/releases.jsonl}: one JSON
 * object per line and released output, in the order of release, with exactly the keys {@code
 * schema}, {@code release}, {@code output}, {@code population} and {@code units}. No such file
 * means that no earlier release is known, which is not the same as none.
 *
 * @param entries one per released output
 */
public record ReleaseLedger(List<Entry> entries) {
  private static final String SCHEMA = "meent-release/1";
  private static final Set<String> KEYS =
      new TreeSet<>(List.of("schema", "release", "output", "population", "units"));

  /** Copies the entries. */
  public ReleaseLedger {
    entries = List.copyOf(entries);
  }

  /**
   * An output that was let out.
   *
   * @param release id of the release
   * @param output id of the output
   * @param population id of its population
   * @param units unweighted number of units of that population
   */
  public record Entry(String release, String output, String population, long units) {
    /** The names; never the number. */
    @Override
    public String toString() {
      return "Entry[" + release + ", " + output + ", " + population + "]";
    }
  }

  /** A ledger that knows no release. */
  public static ReleaseLedger empty() {
    return new ReleaseLedger(List.of());
  }

  /**
   * Reads the ledger of an environment.
   *
   * @param home the environment's folder
   * @throws RefusalException if a line is not an entry
   */
  public static ReleaseLedger open(Path home) {
    Path file = home.resolve("ledger").resolve("releases.jsonl");
    if (!Files.exists(file)) {
      return empty();
    }
    List<Entry> entries = new ArrayList<>();
    int line = 0;
    for (String text : lines(file)) {
      entries.add(entry(text, ++line));
    }
    return new ReleaseLedger(entries);
  }

  /** Number of distinct releases. */
  public long releases() {
    return entries.stream().map(Entry::release).distinct().count();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw wrong(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(String text, int line) {
    try {
      JsonNode node =
          JsonMapper.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .build()
              .readTree(text);
      if (!node.isObject()
          || !new TreeSet<>(node.propertyNames()).equals(KEYS)
          || !text(node, "schema", line).equals(SCHEMA)
          || !node.get("units").isIntegralNumber()
          || !node.get("units").canConvertToLong()
          || node.get("units").longValue() < 0) {
        throw wrong(line);
      }
      return new Entry(
          text(node, "release", line),
          text(node, "output", line),
          text(node, "population", line),
          node.get("units").longValue());
    } catch (JacksonException e) {
      throw wrong(line);
    }
  }

  private static String text(JsonNode node, String key, int line) {
    if (!node.get(key).isString() || node.get(key).stringValue().isEmpty()) {
      throw wrong(line);
    }
    return node.get(key).stringValue();
  }

  private static RefusalException wrong(int line) {
    return Refusal.badInput(
            "disclosure.ledger.entry", Where.file("ledger/releases.jsonl").atLine(line))
        .asException();
  }
}
