// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.meent.models.frame.NumericCsv;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The labels of the arms, the reference first. Refused: a label that means "unknown", and one arm
 * written in two ways, such as {@code 1} and {@code 1.0}.
 */
final class ArmLabels {
  /** Words in which files say that a value is unknown. */
  private static final Set<String> UNKNOWN =
      Set.of("na", "n/a", "nan", "null", "none given", ".", "#n/a", "unknown", "onbekend");

  /** Words for "not treated" that come first, whatever the alphabet says. */
  private static final Set<String> NOT =
      Set.of("no", "none", "control", "nee", "geen", "controle", "false", "onwaar", "untreated");

  private ArmLabels() {}

  /** The reference asked for, or else a word for "not treated", or else the smallest. */
  static List<String> ordered(List<String> different, FitColumns columns) {
    demandClear(different, columns);
    Optional<String> asked = columns.arms().reference();
    if (asked.isPresent() && !different.contains(asked.get())) {
      throw FitJob.refusal("models.fit.no-reference", asked.get());
    }
    Optional<String> first = asked.isPresent() ? asked : notTreated(different);
    if (first.isEmpty()) {
      return different;
    }
    Stream<String> others = different.stream().filter(label -> !label.equals(first.get()));
    return Stream.concat(first.stream(), others).toList();
  }

  /**
   * Whether the reference was a guess that a reader should see: words, none of which says "not".
   */
  static boolean guessed(List<String> labels, FitColumns columns) {
    return columns.arms().reference().isEmpty()
        && notTreated(labels).isEmpty()
        && labels.stream().anyMatch(label -> key(label).equals(word(label)));
  }

  private static Optional<String> notTreated(List<String> labels) {
    List<String> found = labels.stream().filter(label -> NOT.contains(word(label))).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static void demandClear(List<String> different, FitColumns columns) {
    Where where = Where.file(String.valueOf(columns.data().getFileName())).in(columns.treatment());
    Map<String, String> seen = new HashMap<>();
    for (String label : different) {
      if (UNKNOWN.contains(word(label))) {
        throw Refusal.badInput("models.fit.unknown-arm", where).asException();
      }
      String before = seen.put(key(label), label);
      if (before != null) {
        throw Refusal.badInput("models.fit.arm-twice", where, before, label).asException();
      }
    }
  }

  private static String word(String label) {
    return label.strip().toLowerCase(Locale.ROOT);
  }

  /** The same for labels that say the same. */
  private static String key(String label) {
    return NumericCsv.number(label).map(value -> Double.toString(value + 0.0)).orElse(word(label));
  }
}
