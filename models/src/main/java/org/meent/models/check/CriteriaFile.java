// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.check;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meent.models.check.Criteria.Break;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;
import org.meent.protocols.yaml.Nearest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Strict reader of criteria files: every key known, every number with a source or reason. */
final class CriteriaFile {
  private static final String SCHEMA = "meent-models-criteria/1";
  private static final List<String> KEYS =
      List.of("schema", "id", "version", "declaredGroups", "criteria", "breaks");
  private static final List<String> CRITERION_KEYS = List.of("id", "value", "meaning", "source");
  private static final List<String> BREAK_KEYS = List.of("id", "from", "to", "meaning", "source");

  private final String file;

  CriteriaFile(String file) {
    this.file = file;
  }

  /** Reads over values and breaks that stand; a file that names breaks replaces them all. */
  Criteria read(
      String json, Map<Criterion, Double> standing, List<Break> standingBreaks, String hash) {
    JsonNode root = parse(json);
    keys(root, KEYS, "");
    if (!SCHEMA.equals(text(root, "schema", ""))) {
      throw wrong("schema", SCHEMA);
    }
    Map<Criterion, Double> values = new EnumMap<>(Criterion.class);
    values.putAll(standing);
    Set<Criterion> seen = new HashSet<>();
    for (JsonNode node : items(root, "criteria")) {
      keys(node, CRITERION_KEYS, "criteria.");
      Criterion criterion = criterion(text(node, "id", "criteria."));
      text(node, "source", "criteria." + criterion.id() + ".");
      if (!seen.add(criterion)) {
        throw wrong("criteria." + criterion.id(), "each criterion once");
      }
      values.put(criterion, number(node, "criteria." + criterion.id() + ".value"));
    }
    Set<String> groups = new HashSet<>();
    for (JsonNode node : items(root, "declaredGroups")) {
      groups.add(string(node, "declaredGroups"));
    }
    return new Criteria(values, root.has("breaks") ? breaks(root) : standingBreaks, groups, hash);
  }

  private List<Break> breaks(JsonNode root) {
    List<Break> breaks = new ArrayList<>();
    for (JsonNode node : items(root, "breaks")) {
      keys(node, BREAK_KEYS, "breaks.");
      text(node, "source", "breaks.");
      Break found = new Break(text(node, "id", "breaks."), day(node, "from"), day(node, "to"));
      if (found.to().isBefore(found.from())) {
        throw wrong("breaks." + found.id(), "a first day before the last");
      }
      breaks.add(found);
    }
    return breaks;
  }

  private Criterion criterion(String id) {
    return Criterion.of(id)
        .orElseThrow(() -> unknown("criteria.id", id, Nearest.of(id, Criterion.ids()).orElse("-")));
  }

  private JsonNode parse(String json) {
    try {
      return JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readTree(json);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      throw Refusal.badInput("models.criteria.json", Where.file(file).atLine(line)).asException();
    }
  }

  private void keys(JsonNode node, List<String> known, String at) {
    if (!node.isObject()) {
      throw wrong(at.isEmpty() ? "file" : at, "an object");
    }
    for (String key : node.propertyNames()) {
      if (!known.contains(key)) {
        throw unknown(at + key, key, Nearest.of(key, known).orElse("-"));
      }
    }
  }

  private Iterable<JsonNode> items(JsonNode root, String key) {
    JsonNode items = root.get(key);
    if (items == null) {
      return List.of();
    }
    if (!items.isArray()) {
      throw wrong(key, "a list");
    }
    return items;
  }

  private String text(JsonNode node, String key, String at) {
    JsonNode value = node.get(key);
    if (value == null) {
      throw wrong(at + key, "a text that says something");
    }
    return string(value, at + key);
  }

  private String string(JsonNode value, String at) {
    if (!value.isString() || value.stringValue().isBlank()) {
      throw wrong(at, "a text that says something");
    }
    return value.stringValue();
  }

  private double number(JsonNode node, String at) {
    JsonNode value = node.get("value");
    if (value == null || !value.isNumber() || !(value.doubleValue() >= 0)) {
      throw wrong(at, "a number from 0");
    }
    return value.doubleValue();
  }

  private LocalDate day(JsonNode node, String key) {
    try {
      return LocalDate.parse(text(node, key, "breaks."));
    } catch (DateTimeParseException e) {
      throw wrong("breaks." + key, "a day such as 2023-01-01");
    }
  }

  private RefusalException unknown(String at, String found, String nearest) {
    return Refusal.badInput("models.criteria.unknown", Where.file(file).in(at), found, nearest)
        .asException();
  }

  private RefusalException wrong(String at, String expected) {
    return Refusal.badInput("models.criteria.value", Where.file(file).in(at), expected)
        .asException();
  }
}
