// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.flow.FlowStep;

/** Who is lost, in which step and why. A unit is lost once, for the first reason that is told. */
final class Losses {
  private boolean[] lost;
  private final List<FlowStep> steps = new ArrayList<>();
  private final SortedMap<String, Long> reasons = new TreeMap<>();
  private long present;

  Losses(int units) {
    this.lost = new boolean[units];
    this.present = units;
  }

  void lose(int unit, String reason) {
    if (!lost[unit]) {
      lost[unit] = true;
      reasons.merge(reason, 1L, Long::sum);
    }
  }

  boolean isLost(int unit) {
    return lost[unit];
  }

  void endStep(String name) {
    long now = reasons.values().stream().mapToLong(Long::longValue).sum();
    steps.add(new FlowStep(name, present, reasons, new TreeMap<>(), present - now));
    present -= now;
    reasons.clear();
  }

  /** A step in which units become several; nobody may have been lost yet. */
  void multiply(String name, String reason, int units) {
    Map<String, Long> added = units == present ? Map.of() : Map.of(reason, units - present);
    steps.add(new FlowStep(name, present, new TreeMap<>(), new TreeMap<>(added), units));
    present = units;
    lost = new boolean[units];
  }

  /** Forgets the units that are lost: from now on units are the places in what is returned. */
  int[] compact() {
    int[] kept = IntStream.range(0, lost.length).filter(unit -> !lost[unit]).toArray();
    lost = new boolean[kept.length];
    return kept;
  }

  /** A last step in which units of one person count once. */
  void countOnce(String name, String reason, int persons) {
    Map<String, Long> further = persons == present ? Map.of() : Map.of(reason, present - persons);
    steps.add(new FlowStep(name, present, new TreeMap<>(further), new TreeMap<>(), persons));
    present = persons;
  }

  Flow flow(String of) {
    return new Flow(of, steps);
  }
}
