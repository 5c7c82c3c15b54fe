// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;
import org.meent.protocols.yaml.Nearest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An object in a JSON file that is read strictly: no member twice, none unknown, each of the type
 * that is asked for. A fault is a refusal that names file and member.
 */
public final class StrictJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final String file;
  private final String path;
  private final JsonNode node;

  private StrictJson(String file, String path, JsonNode node) {
    this.file = file;
    this.path = path;
    this.node = node;
  }

  /**
   * Reads a file's text.
   *
   * @param known the members that the outermost object may have
   * @throws RefusalException if it is not one JSON object
   */
  public static StrictJson read(String file, String text, String... known) {
    try {
      return new StrictJson(file, "", MAPPER.readTree(text)).only(known);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      throw Refusal.badInput("linkage.json.syntax", Where.file(file).atLine(line)).asException();
    }
  }

  private StrictJson only(String... known) {
    if (!node.isObject()) {
      throw wrong("", "an object");
    }
    List<String> names = Arrays.asList(known);
    for (String key : node.propertyNames()) {
      if (!names.contains(key)) {
        throw Refusal.badInput(
                "linkage.json.unknown",
                where(key),
                key,
                Nearest.of(key, names).orElse(String.join(", ", names)))
            .asException();
      }
    }
    return this;
  }

  /** Whether the member is there. */
  public boolean has(String key) {
    return node.has(key);
  }

  /** A text that must be there; it may be empty. */
  public String text(String key) {
    JsonNode value = member(key);
    if (!value.isString()) {
      throw wrong(key, "text");
    }
    return value.stringValue();
  }

  /** A text, or another if the member is not there. */
  public String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  /** A whole number that must be there. */
  public long whole(String key) {
    JsonNode value = member(key);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(key, "a whole number");
    }
    return value.longValue();
  }

  /** A whole number, or another if the member is not there. */
  public long whole(String key, long otherwise) {
    return has(key) ? whole(key) : otherwise;
  }

  /** A number, if the member is there. */
  public Optional<BigDecimal> number(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (!node.get(key).isNumber()) {
      throw wrong(key, "a number");
    }
    return Optional.of(node.get(key).decimalValue());
  }

  /** Yes or no; must be there. */
  public boolean truth(String key) {
    JsonNode value = member(key);
    if (!value.isBoolean()) {
      throw wrong(key, "true or false");
    }
    return value.booleanValue();
  }

  /** One of a closed list of words, written in lower case with hyphens; must be there. */
  public <E extends Enum<E>> E oneOf(String key, Class<E> words) {
    String text = text(key);
    List<String> known = new ArrayList<>();
    for (E word : words.getEnumConstants()) {
      String written = word.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (written.equals(text)) {
        return word;
      }
      known.add(written);
    }
    throw wrong(key, String.join(", ", known));
  }

  /** An object that must be there. */
  public StrictJson object(String key, String... known) {
    return new StrictJson(file, at(key), member(key)).only(known);
  }

  /** A list of objects; empty if the member is not there. */
  public List<StrictJson> objects(String key, String... known) {
    List<StrictJson> all = new ArrayList<>();
    for (JsonNode item : list(key)) {
      all.add(new StrictJson(file, at(key) + "[" + all.size() + "]", item).only(known));
    }
    return all;
  }

  /** A list of texts; empty if the member is not there. */
  public List<String> texts(String key) {
    List<String> all = new ArrayList<>();
    for (JsonNode item : list(key)) {
      if (!item.isString()) {
        throw wrong(key, "a list of texts");
      }
      all.add(item.stringValue());
    }
    return all;
  }

  /** The refusal of a member that is not what it should be. */
  public RefusalException wrong(String key, String expected) {
    return Refusal.badInput("linkage.json.value", where(key), expected).asException();
  }

  private Iterable<JsonNode> list(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (!node.get(key).isArray()) {
      throw wrong(key, "a list");
    }
    return node.get(key);
  }

  private JsonNode member(String key) {
    if (!has(key)) {
      throw Refusal.badInput("linkage.json.absent", where(key), key).asException();
    }
    return node.get(key);
  }

  private Where where(String key) {
    return Where.file(file).in(at(key));
  }

  private String at(String key) {
    return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
  }
}
