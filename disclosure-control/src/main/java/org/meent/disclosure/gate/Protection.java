// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.disclosure.gate.SecondarySuppression.Pattern;
import org.meent.disclosure.gate.SecondarySuppression.Unprotectable;
import org.meent.disclosure.output.Evidence.Sign;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.protect.LinearTable;
import org.meent.disclosure.protect.Standard;

/**
 * What is left out of all outputs of a request together.
 *
 * <p>Counts first, over all outputs. A mean never stands where its count is left out, for mean and
 * sum would give the count back. Then the sums of each measure.
 */
final class Protection {
  private final CellSystem system;
  private final Pattern counts;
  private final Map<String, Pattern> sums;
  private final Map<CellKey, String> reasons;

  private Protection(
      CellSystem system, Pattern counts, Map<String, Pattern> sums, Map<CellKey, String> reasons) {
    this.system = system;
    this.counts = counts;
    this.sums = sums;
    this.reasons = reasons;
  }

  static Protection of(List<StatisticalOutput> outputs, SensitiveCells sensitive)
      throws Unprotectable {
    CellSystem counts = RequestCells.counts(outputs, sensitive.minimum());
    Pattern countPattern =
        SecondarySuppression.protect(
            counts,
            LinearTable.Kind.COUNTS,
            sensitive.counts(counts, outputs),
            SensitiveCells.alone(counts, counts, "", ""));
    List<Population> populations = outputs.stream().map(StatisticalOutput::population).toList();
    Map<String, Pattern> sums = new HashMap<>();
    Map<CellKey, String> reasons = new HashMap<>();
    for (Map.Entry<String, List<SumCell>> measure : byMeasure(outputs).entrySet()) {
      List<SumCell> shown = measure.getValue();
      boolean negatives = shown.stream().anyMatch(sum -> sum.sign() == Sign.ANY);
      CellSystem system = RequestCells.sums(shown, populations, negatives);
      sums.put(
          measure.getKey(),
          SecondarySuppression.protect(
              system,
              negatives ? LinearTable.Kind.SIGNED_AMOUNTS : LinearTable.Kind.AMOUNTS,
              sensitive.sums(system, counts, shown, reasons),
              SensitiveCells.alone(
                  counts, system, CellKey.units(""), CellKey.sum(measure.getKey(), ""))));
    }
    return new Protection(counts, countPattern, sums, reasons);
  }

  private static SortedMap<String, List<SumCell>> byMeasure(List<StatisticalOutput> outputs) {
    SortedMap<String, List<SumCell>> byMeasure = new TreeMap<>();
    for (StatisticalOutput output : outputs) {
      for (SumCell sum : RequestCells.sums(output)) {
        byMeasure.computeIfAbsent(sum.measure(), m -> new ArrayList<>()).add(sum);
      }
    }
    return byMeasure;
  }

  boolean hidesCount(CellKey units) {
    return counts.all().contains(units);
  }

  /** A count of units of this request. */
  long count(CellKey units) {
    return system.value(units);
  }

  boolean smallCount(CellKey units) {
    return counts.primary().contains(units);
  }

  /** Whether nobody is in a cell. */
  boolean zero(CellKey units) {
    return system.value(units) == 0;
  }

  /** Whether a mean is left out: its sum or its count is. */
  boolean hidesMean(String measure, CellKey sum, CellKey units) {
    Pattern pattern = sums.get(measure);
    return hidesCount(units) || (pattern != null && pattern.all().contains(sum));
  }

  /** The rule by which a sum is sensitive by itself; empty if it is not. */
  String reason(CellKey sum) {
    return reasons.getOrDefault(sum, "");
  }

  /** Sensitive cells that could not have the interval that their rule demands. */
  Set<CellKey> exactOnly() {
    Set<CellKey> cells = new HashSet<>(counts.exactOnly());
    sums.values().forEach(pattern -> cells.addAll(pattern.exactOnly()));
    return cells;
  }

  /** Whether someone who is alone in a cell learns no other one from it. */
  boolean holdsForInsiders() {
    return counts.standard() == Standard.INSIDER
        && sums.values().stream().allMatch(pattern -> pattern.standard() == Standard.INSIDER);
  }
}
