// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.stream.Collectors;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.yaml.Words;

/** What is said of possible harm wherever an effect leaves. */
final class HarmWords {
  private HarmWords() {}

  /**
   * The words behind the title of estimates: of a planned effect what is not measured and why; of
   * what stands beside it that it is a possible harm. Empty if there is nothing to say.
   */
  static String of(AnalysisPlan analysis, String estimated) {
    if (!analysis.effects().containsKey(estimated)) {
      return " (possible harm beside " + AnalysisPlan.planned(estimated) + ")";
    }
    String unmeasured =
        analysis.harm().unmeasured().entrySet().stream()
            .map(one -> Words.of(one.getKey()) + ": " + one.getValue().replaceAll("\\s+", " "))
            .collect(Collectors.joining("; "));
    return unmeasured.isEmpty() ? "" : ". Possible harm that is not measured: " + unmeasured;
  }
}
