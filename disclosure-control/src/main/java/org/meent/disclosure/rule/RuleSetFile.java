// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.Limit.Verification;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Strict reader of rule-set files: every key known, every key present, every number sensible. */
final class RuleSetFile {
  static final List<String> KEYS = List.of("schema", "id", "version", "title", "extends", "limits");
  static final List<String> LIMIT_KEYS =
      List.of("id", "value", "unit", "verdict", "meaning", "source", "verified", "by");
  static final List<String> UNITS =
      List.of("degrees of freedom", "digits", "probability", "share", "units");
  static final List<String> LIMITS =
      List.of(
          RuleSet.DIFFERENCING,
          RuleSet.DOMINANCE_1,
          RuleSet.DOMINANCE_2,
          RuleSet.FIGURE_DECIMALS,
          RuleSet.FIGURE_SIGNIFICANT,
          RuleSet.GROUP_DISCLOSURE,
          RuleSet.LEAF_UNITS,
          RuleSet.LEVERAGE,
          RuleSet.MINIMUM_UNITS,
          RuleSet.OVERLAP_ALPHA,
          RuleSet.OVERLAP_EFFECTIVE,
          RuleSet.OVERLAP_LARGEST,
          RuleSet.OVERLAP_OUTSIDE,
          RuleSet.P_PERCENT,
          RuleSet.POSITION_VALUE,
          RuleSet.DEGREES_OF_FREEDOM,
          RuleSet.ROUNDING_BASE,
          RuleSet.SUM_PROTECTION);
  private static final String FOLDER = "META-INF/meent/rule-sets/";
  private static final String SCHEMA = "meent-rule-set/1";
  private static final List<String> LANGUAGES = List.of("en", "nl");

  private final String file;

  private RuleSetFile(String file) {
    this.file = file;
  }

  /** Reads a file that Meent ships. */
  static RuleSet shipped(String name) {
    String path = FOLDER + name + ".json";
    try (InputStream in = RuleSetFile.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing rule set " + path);
      }
      return read(name + ".json", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the text of a file.
   *
   * @throws RefusalException if anything in it is not as it should be
   */
  static RuleSet read(String file, String json) {
    return new RuleSetFile(file).ruleSet(parse(file, json));
  }

  private static JsonNode parse(String file, String json) {
    try {
      return JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .readTree(json);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      throw Refusal.badInput("disclosure.rule-set.json", Where.file(file).atLine(line))
          .asException();
    }
  }

  private RuleSet ruleSet(JsonNode root) {
    keys(root, KEYS, "");
    if (!text(root, "schema", "").equals(SCHEMA)) {
      throw wrong("schema", SCHEMA);
    }
    String id = text(root, "id", "");
    JsonNode title = object(root, "title", "");
    SortedMap<String, Limit> limits = new TreeMap<>();
    for (JsonNode base : array(root, "extends")) {
      if (!base.isString() || !base.stringValue().matches("[a-z0-9-]+")) {
        throw wrong("extends", "names of rule sets");
      }
      if (base.stringValue().equals(id)) {
        throw wrong("extends", "names of other rule sets");
      }
      limits.putAll(shipped(base.stringValue()).limits());
    }
    SortedMap<String, Limit> own = new TreeMap<>();
    for (JsonNode node : array(root, "limits")) {
      Limit limit = limit(node, id);
      if (own.put(limit.id(), limit) != null) {
        throw wrong("limits." + limit.id(), "each limit once");
      }
    }
    limits.putAll(own);
    BigDecimal version = number(root, "version", "");
    check(version, "units", "version.");
    return new RuleSet(
        id,
        version.intValueExact(),
        text(title, "en", "title."),
        text(title, "nl", "title."),
        limits);
  }

  private Limit limit(JsonNode node, String ruleSet) {
    keys(node, LIMIT_KEYS, "limits[].");
    String id = oneOf(node, "id", "limits[].", LIMITS);
    String at = "limits." + id + ".";
    String unit = oneOf(node, "unit", at, UNITS);
    BigDecimal value = number(node, "value", at);
    check(value, unit, at);
    String verdict = oneOf(node, "verdict", at, List.of("fail", "review"));
    JsonNode meaning = object(node, "meaning", at);
    JsonNode verified = node.get("verified");
    if (!verified.isBoolean()) {
      throw wrong(at + "verified", "true or false");
    }
    return new Limit(
        id,
        value,
        unit,
        Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)),
        text(meaning, "en", at + "meaning."),
        text(meaning, "nl", at + "meaning."),
        text(node, "source", at),
        verified.booleanValue() ? Verification.VERIFIED : Verification.NOT_VERIFIED,
        text(node, "by", at),
        ruleSet);
  }

  /** A share or probability lies in [0, 1]; everything else is a whole number from 0. */
  private void check(BigDecimal value, String unit, String at) {
    boolean fraction = unit.equals("share") || unit.equals("probability");
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    boolean tooLarge = value.compareTo(fraction ? BigDecimal.ONE : new BigDecimal(1_000_000)) > 0;
    if (value.signum() < 0 || tooLarge || !(fraction || whole)) {
      throw wrong(at + "value", fraction ? "0 to 1" : "a whole number from 0 to 1000000");
    }
  }

  private void keys(JsonNode node, List<String> known, String at) {
    if (!node.isObject()) {
      throw wrong(at.isEmpty() ? "file" : at, "an object");
    }
    for (String key : node.propertyNames()) {
      if (!known.contains(key)) {
        throw Refusal.badInput(
                "disclosure.rule-set.key",
                Where.file(file).in(at + key),
                key,
                Nearest.to(key, known))
            .asException();
      }
    }
    for (String key : known) {
      if (!node.has(key)) {
        throw Refusal.badInput("disclosure.rule-set.missing", Where.file(file).in(at + key), key)
            .asException();
      }
    }
  }

  private JsonNode object(JsonNode node, String key, String at) {
    JsonNode texts = node.get(key);
    keys(texts, LANGUAGES, at + key + ".");
    return texts;
  }

  private Iterable<JsonNode> array(JsonNode node, String key) {
    JsonNode items = node.get(key);
    if (!items.isArray()) {
      throw wrong(key, "a list");
    }
    return items;
  }

  private String oneOf(JsonNode node, String key, String at, List<String> known) {
    String text = text(node, key, at);
    if (!known.contains(text)) {
      throw wrong(at + key, String.join(", ", known));
    }
    return text;
  }

  private String text(JsonNode node, String key, String at) {
    JsonNode text = node.get(key);
    if (!text.isString() || text.stringValue().isBlank()) {
      throw wrong(at + key, "text");
    }
    return text.stringValue();
  }

  private BigDecimal number(JsonNode node, String key, String at) {
    JsonNode number = node.get(key);
    if (!number.isNumber()) {
      throw wrong(at + key, "a number");
    }
    return number.decimalValue();
  }

  private RefusalException wrong(String key, String expected) {
    return Refusal.badInput("disclosure.rule-set.value", Where.file(file).in(key), expected)
        .asException();
  }
}
