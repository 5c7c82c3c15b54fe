// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.meent.disclosure.output.GroupMean;
import org.meent.disclosure.output.GroupMean.Values;
import org.meent.disclosure.output.RowOutput;

/**
 * The mean of a bin or segment and the numbers that it gives away: a share gives two counts, a mean
 * of amounts a sum.
 *
 * @param output the output that shows it
 * @param units which number of units it is the mean of
 * @param mean the mean
 */
record MeanCell(RowOutput output, CellKey units, GroupMean mean) {

  /** The counts of those who have it and those who do not; none for amounts. */
  SequencedMap<CellKey, Long> counts() {
    SequencedMap<CellKey, Long> counts = new LinkedHashMap<>();
    if (mean.values() == Values.ZERO_ONE) {
      counts.put(units.with(mean.measure(), "1"), mean.cell().sum());
      counts.put(units.with(mean.measure(), "0"), mean.cell().units() - mean.cell().sum());
    }
    return counts;
  }

  /** The sum; none for a share. */
  List<SumCell> sums() {
    if (mean.values() == Values.ZERO_ONE) {
      return List.of();
    }
    CellKey sum = units.in(CellKey.sum(mean.measure(), output.population().id()));
    return List.of(new SumCell(output.id(), mean.measure(), sum, units, mean.cell(), mean.sign()));
  }

  boolean hidden(Protection protection) {
    List<CellKey> counts = new ArrayList<>(counts().keySet());
    counts.add(units);
    return counts.stream().anyMatch(protection::hidesCount)
        || sums().stream()
            .anyMatch(sum -> protection.hidesMean(sum.measure(), sum.key(), sum.units()));
  }
}
