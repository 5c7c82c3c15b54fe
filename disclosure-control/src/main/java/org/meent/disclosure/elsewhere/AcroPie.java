// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pie chart of an ACRO session, whose counts stand in its summary. */
final class AcroPie {
  private static final Pattern SUMMARY =
      Pattern.compile("Pie chart of (.+?)\\. Categories and counts: \\{(.*)\\}\\.?");
  private static final Pattern PART = Pattern.compile("'?([^:']+?)'?: ([0-9]+)(?:, |$)");

  private AcroPie() {}

  /** The counts; empty where the summary holds none. */
  static Optional<Sheet> of(String id, String summary) {
    Matcher matcher = SUMMARY.matcher(summary.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<List<String>> rows = new ArrayList<>();
    Matcher part = PART.matcher(matcher.group(2));
    while (part.find()) {
      rows.add(List.of(part.group(1).strip(), part.group(2), id, "frequency"));
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sheet(id, List.of(matcher.group(1), "count", "output", "kind"), rows));
  }
}
