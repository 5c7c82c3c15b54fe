// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.meent.linkage.flow.FlowStep;

/**
 * What became of the rows of a delivery: {@code rows = spells + faults}, so nothing is used or
 * dropped in silence.
 *
 * @param rows rows that came in
 * @param faults rows that are no spells, by fault; faults that did not occur are absent
 * @param spells spells that can be used
 * @param open spells among them whose end is open
 * @param overlapping spells among them that start while an earlier spell of the same person in the
 *     same state lasts
 * @param conflicting spells among them that start while an earlier spell of the same person in
 *     another state lasts
 */
public record SpellCounts(
    long rows,
    Map<SpellFault, Long> faults,
    long spells,
    long open,
    long overlapping,
    long conflicting) {

  /**
   * Copies the faults and checks the balance.
   *
   * @throws IllegalArgumentException if rows are not spells and faults together
   */
  public SpellCounts {
    EnumMap<SpellFault, Long> copy = new EnumMap<>(SpellFault.class);
    copy.putAll(faults);
    copy.values().removeIf(count -> count == 0);
    faults = Collections.unmodifiableMap(copy);
    long lost = copy.values().stream().mapToLong(Long::longValue).sum();
    if (rows != spells + lost) {
      throw new IllegalArgumentException("rows are not spells and faults together");
    }
  }

  /** Rows with a fault. */
  public long of(SpellFault fault) {
    return faults.getOrDefault(fault, 0L);
  }

  /** Spells that overlap an earlier one, of the same state or of another. */
  public long overlaps() {
    return overlapping + conflicting;
  }

  /** The step of a flow: rows in, spells out, every fault a reason of loss. */
  public FlowStep step(String name) {
    TreeMap<String, Long> losses = new TreeMap<>();
    faults.forEach((fault, count) -> losses.put(fault.reason(), count));
    return new FlowStep(name, rows, losses, new TreeMap<>(), spells);
  }
}
