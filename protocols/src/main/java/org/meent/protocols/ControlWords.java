// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;
import java.util.Locale;
import org.meent.protocols.yaml.Problems;
import org.meent.protocols.yaml.Spot;

/**
 * Words of enforcement. A study's outcome cannot be fraud, a sanction or a ranking of persons by
 * risk. Words are no proof of intent: an author who hides the matter behind another name meets the
 * ethics committee, not this list.
 */
final class ControlWords {
  private static final List<String> STEMS =
      List.of(
          "fraud",
          "sanct",
          "boete",
          "maatregel",
          "handhav",
          "terugvorder",
          "verwijtbaar",
          "enforce",
          "penalt",
          "punish",
          "overtred",
          "riskscore",
          "risicoscore",
          "riskrank",
          "schending");

  private ControlWords() {}

  static void check(String text, Spot at, Problems problems) {
    String letters = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    STEMS.stream()
        .filter(letters::contains)
        .findFirst()
        .ifPresent(stem -> problems.refused("protocols.study.control", at, stem));
  }
}
