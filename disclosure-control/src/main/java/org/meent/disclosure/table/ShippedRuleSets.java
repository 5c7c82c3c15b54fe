// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.meent.disclosure.protect.PrimaryRule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the limits for cells from the rule-set files: {@code minimum-units}, {@code
 * dominance-N-share} and {@code p-percent-share}, the set's own before those it extends.
 */
final class ShippedRuleSets implements RuleSetSource {
  private static final String FOLDER = "META-INF/meent/rule-sets/";

  @Override
  public List<PrimaryRule> rules(String name) {
    Map<String, BigDecimal> limits = new TreeMap<>();
    if (!name.matches("[a-z0-9-]{1,40}") || !collect(name, limits, 0)) {
      return List.of();
    }
    List<PrimaryRule> rules = new ArrayList<>();
    limits.forEach(
        (id, value) -> {
          if (id.equals("minimum-units")) {
            rules.add(new PrimaryRule.Threshold(value.intValueExact()));
          } else if (id.equals("p-percent-share")) {
            rules.add(new PrimaryRule.PPercent(value.movePointRight(2)));
          } else if (id.matches("dominance-[1-9]-share")) {
            int n = id.charAt("dominance-".length()) - '0';
            rules.add(new PrimaryRule.Dominance(n, value.movePointRight(2)));
          }
        });
    return rules;
  }

  private static boolean collect(String name, Map<String, BigDecimal> limits, int depth) {
    JsonNode set = read(name);
    if (set == null || depth > 8) {
      return false;
    }
    for (JsonNode limit : set.path("limits")) {
      limits.putIfAbsent(limit.path("id").asString(""), limit.path("value").decimalValue());
    }
    for (JsonNode parent : set.path("extends")) {
      collect(parent.asString(""), limits, depth + 1);
    }
    return true;
  }

  private static @org.jspecify.annotations.Nullable JsonNode read(String name) {
    try (InputStream in =
        ShippedRuleSets.class.getClassLoader().getResourceAsStream(FOLDER + name + ".json")) {
      return in == null ? null : JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
