// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.util.TreeMap;
import org.meent.linkage.flow.FlowStep;

/**
 * What a join found.
 *
 * @param left spells of the left source
 * @param leftMatched those with a partner
 * @param leftRepeated those with more than one partner
 * @param right spells of the right source
 * @param rightMatched those with a partner
 * @param rightRepeated those with more than one partner
 * @param pairs pairs
 */
public record JoinCounts(
    long left,
    long leftMatched,
    long leftRepeated,
    long right,
    long rightMatched,
    long rightRepeated,
    long pairs) {

  /**
   * The step of a flow of left spells: in = left spells, out = pairs; lost are those without a
   * partner, and each partner after the first is a duplication.
   */
  public FlowStep step(String name) {
    TreeMap<String, Long> losses = new TreeMap<>();
    TreeMap<String, Long> duplications = new TreeMap<>();
    if (left > leftMatched) {
      losses.put("no partner", left - leftMatched);
    }
    if (pairs > leftMatched) {
      duplications.put("several partners, as declared", pairs - leftMatched);
    }
    return new FlowStep(name, left, losses, duplications, pairs);
  }
}
