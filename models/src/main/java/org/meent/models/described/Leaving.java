// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.described;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import org.meent.models.described.Answer.Why;

/**
 * How people left by the last time that released curves show, with a support and with what it is
 * compared with: of 100, how many in each way. Curves are of everybody in a comparison.
 *
 * @param arm the support
 * @param reference what it is compared with
 * @param time the last time, as the table writes it
 * @param population whom the curves speak of, in one line
 * @param exits each way of leaving, all that were released
 */
public record Leaving(
    String arm, String reference, String time, String population, List<Exit> exits) {
  private static final List<String> COLUMNS =
      List.of("curve", "exit", "time", "at_risk", "value", "band_lower", "band_upper");
  private static final String DIFFERENCE = "difference";

  /** Copies the exits. */
  public Leaving {
    exits = List.copyOf(exits);
  }

  /**
   * One way of leaving.
   *
   * @param kind the way, as the protocol calls it
   * @param without share that left so under the reference; empty where it was left out
   * @param with share that left so with the support; empty where it was left out
   * @param difference the difference, by a band that holds for the whole curve
   */
  public record Exit(String kind, OptionalDouble without, OptionalDouble with, Answer difference) {}

  /**
   * Reads curves of leaving; empty if the sheet is another kind of table.
   *
   * @param arms the arms of the study
   * @throws org.meent.protocols.refusal.RefusalException if curves are not of two of the arms
   */
  static Optional<Leaving> of(ReleasedSheet sheet, Set<String> arms) {
    if (!sheet.columns().equals(COLUMNS)) {
      return Optional.empty();
    }
    Set<String> sides = new LinkedHashSet<>();
    Set<String> kinds = new LinkedHashSet<>();
    // The last row of each curve and way of leaving stands: times ascend.
    SequencedMap<List<String>, Integer> last = new LinkedHashMap<>();
    for (int row = 0; row < sheet.rows().size(); row++) {
      String curve = sheet.text(row, "curve");
      if (arms.contains(curve)) {
        sides.add(curve);
        kinds.add(sheet.text(row, "exit"));
      }
      if (arms.contains(curve) || curve.equals(DIFFERENCE)) {
        last.put(List.of(curve, sheet.text(row, "exit")), row);
      }
    }
    if (sides.size() != 2) {
      throw ReleasedSheet.wrong(sheet.id(), -1);
    }
    List<String> both = List.copyOf(sides);
    List<Exit> exits = new ArrayList<>();
    for (String kind : kinds) {
      exits.add(
          new Exit(
              kind,
              share(sheet, last, both.get(0), kind),
              share(sheet, last, both.get(1), kind),
              difference(sheet, last, kind)));
    }
    String time = sheet.text(last.lastEntry().getValue(), "time");
    return Optional.of(new Leaving(both.get(1), both.get(0), time, sheet.population(), exits));
  }

  private static OptionalDouble share(
      ReleasedSheet sheet, Map<List<String>, Integer> last, String curve, String kind) {
    Integer row = last.get(List.of(curve, kind));
    return row == null ? OptionalDouble.empty() : sheet.figure(row, "value");
  }

  private static Answer difference(
      ReleasedSheet sheet, Map<List<String>, Integer> last, String kind) {
    Integer row = last.get(List.of(DIFFERENCE, kind));
    if (row == null) {
      return new Answer.NoFigure(Why.LEFT_OUT);
    }
    OptionalDouble lower = sheet.figure(row, "band_lower");
    OptionalDouble upper = sheet.figure(row, "band_upper");
    if (lower.isEmpty() || upper.isEmpty()) {
      return new Answer.NoFigure(Why.LEFT_OUT);
    }
    if (lower.getAsDouble() > upper.getAsDouble()) {
      throw ReleasedSheet.wrong(sheet.id(), row);
    }
    return Answer.of(lower.getAsDouble(), upper.getAsDouble());
  }
}
