// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.meent.disclosure.protect.PrimaryRule;

/** A specification in its own words: absolute input, rule sets written out as numbers. */
final class SpecText {

  private SpecText() {}

  static String of(Path input, ProtectionSpec spec) {
    StringBuilder text = new StringBuilder("input: ");
    text.append(quoted(input.toAbsolutePath().normalize().toString()));
    text.append("\ndimensions:\n");
    spec.dimensions()
        .forEach(
            (name, columns) ->
                text.append("  ").append(quoted(name)).append(": ").append(list(columns)));
    spec.measure().ifPresent(name -> text.append("measure: ").append(quoted(name)).append('\n'));
    spec.contributor()
        .ifPresent(name -> text.append("contributor: ").append(quoted(name)).append('\n'));
    text.append("rules:\n").append(rules(spec.rules()));
    text.append("standard: ").append(spec.standard().name().toLowerCase(Locale.ROOT));
    return text.append('\n').toString();
  }

  private static String rules(List<PrimaryRule> rules) {
    StringBuilder text = new StringBuilder();
    List<String> dominance = new ArrayList<>();
    int threshold = 0;
    for (PrimaryRule rule : rules) {
      switch (rule) {
        case PrimaryRule.Threshold(int minimum) -> threshold = Math.max(threshold, minimum);
        case PrimaryRule.PPercent(java.math.BigDecimal p) ->
            text.append("  p-percent: ").append(p.toPlainString()).append('\n');
        case PrimaryRule.Dominance(int n, java.math.BigDecimal k) ->
            dominance.add("{n: " + n + ", k: " + k.toPlainString() + "}");
        case PrimaryRule.PriorPosterior(java.math.BigDecimal p, java.math.BigDecimal q) ->
            text.append(
                "  prior-posterior: {p: %s, q: %s}\n"
                    .formatted(p.toPlainString(), q.toPlainString()));
      }
    }
    if (threshold > 0) {
      text.append("  threshold: ").append(threshold).append('\n');
    }
    if (!dominance.isEmpty()) {
      text.append("  dominance: [").append(String.join(", ", dominance)).append("]\n");
    }
    return text.toString();
  }

  private static String list(List<String> columns) {
    return columns.stream().map(SpecText::quoted).collect(Collectors.joining(", ", "[", "]\n"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
