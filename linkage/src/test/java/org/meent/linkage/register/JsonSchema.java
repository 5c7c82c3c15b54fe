// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds JSON against the words of JSON Schema that our schemas use; another word is an error. */
public final class JsonSchema {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final JsonNode root;
  private final List<String> faults = new ArrayList<>();

  private JsonSchema(JsonNode root) {
    this.root = root;
  }

  /** What is wrong with a text by a shipped schema; empty if nothing is. */
  public static List<String> faults(String schema, String json) {
    JsonSchema check = new JsonSchema(MAPPER.readTree(shipped(schema)));
    check.check(check.root, MAPPER.readTree(json), "$");
    return check.faults;
  }

  private static String shipped(String schema) {
    String path = "/META-INF/meent/schemas/" + schema;
    try (InputStream in = JsonSchema.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(JsonNode schema, JsonNode value, String at) {
    for (String word : schema.propertyNames()) {
      JsonNode says = schema.get(word);
      boolean holds =
          switch (word) {
            case "$schema", "$defs", "title", "description", "properties" -> true;
            case "$ref" -> {
              check(root.get("$defs").get(says.stringValue().substring(8)), value, at);
              yield true;
            }
            case "type" -> type(says.stringValue(), value);
            case "const" -> value.equals(says);
            case "enum" -> says.valueStream().anyMatch(value::equals);
            case "pattern" -> value.stringValue().matches(says.stringValue());
            case "minLength" -> value.stringValue().length() >= says.intValue();
            case "minimum" -> value.doubleValue() >= says.doubleValue();
            case "maximum" -> value.doubleValue() <= says.doubleValue();
            case "required" -> says.valueStream().allMatch(one -> value.has(one.stringValue()));
            case "additionalProperties" -> {
              members(schema.get("properties"), value, at);
              yield true;
            }
            case "items" -> {
              value.valueStream().forEach(one -> check(says, one, at + "[]"));
              yield true;
            }
            default -> throw new IllegalArgumentException("this check does not know " + word);
          };
      if (!holds) {
        faults.add(at + ": " + word);
      }
    }
  }

  private void members(JsonNode properties, JsonNode value, String at) {
    for (String name : value.propertyNames()) {
      if (properties.has(name)) {
        check(properties.get(name), value.get(name), at + "." + name);
      } else {
        faults.add(at + ": unknown " + name);
      }
    }
  }

  private static boolean type(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> throw new IllegalArgumentException("this check does not know type " + type);
    };
  }
}
