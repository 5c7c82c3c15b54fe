// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.flow.FlowStep;

/**
 * Who is lost, in which step and why. A unit is lost once, for the first reason that is told; of a
 * person the reason stays that took the unit which got furthest.
 */
final class Losses {
  private boolean[] lost;
  private int[] person;
  private final String[] ends;
  private final int[] furthest;
  private final List<FlowStep> steps = new ArrayList<>();
  private final SortedMap<String, Long> reasons = new TreeMap<>();
  private long present;

  /** One unit for each person. */
  Losses(int persons) {
    this.lost = new boolean[persons];
    this.person = IntStream.range(0, persons).toArray();
    this.ends = new String[persons];
    this.furthest = new int[persons];
    this.present = persons;
    Arrays.fill(ends, "");
    Arrays.fill(furthest, -1);
  }

  void lose(int unit, String reason) {
    if (!lost[unit]) {
      lost[unit] = true;
      reasons.merge(reason, 1L, Long::sum);
      if (steps.size() > furthest[person[unit]]) {
        furthest[person[unit]] = steps.size();
        ends[person[unit]] = reason;
      }
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

  /**
   * A step in which units that are not lost become others, each one or more; what is added is a
   * duplication.
   *
   * @param unitOfRow the unit behind each of those that units are from now on, ascending
   */
  void become(String name, String reason, int[] unitOfRow) {
    long gone = reasons.values().stream().mapToLong(Long::longValue).sum();
    long added = unitOfRow.length - (present - gone);
    SortedMap<String, Long> more = new TreeMap<>(added == 0 ? Map.of() : Map.of(reason, added));
    steps.add(new FlowStep(name, present, reasons, more, unitOfRow.length));
    person = IntStream.of(unitOfRow).map(unit -> person[unit]).toArray();
    present = unitOfRow.length;
    lost = new boolean[unitOfRow.length];
    reasons.clear();
  }

  /** Forgets the units that are lost: from now on units are the places in what is returned. */
  int[] compact() {
    int[] kept = IntStream.range(0, lost.length).filter(unit -> !lost[unit]).toArray();
    lost = new boolean[kept.length];
    person = IntStream.of(kept).map(unit -> person[unit]).toArray();
    return kept;
  }

  /** A last step in which units of one person count once. */
  void countOnce(String name, String reason, int persons) {
    Map<String, Long> further = persons == present ? Map.of() : Map.of(reason, present - persons);
    steps.add(new FlowStep(name, present, new TreeMap<>(further), new TreeMap<>(), persons));
    present = persons;
  }

  /** Where each person ended, once all steps are done and lost units are forgotten. */
  List<String> ends() {
    String[] all = ends.clone();
    for (int present : person) {
      all[present] = GroupFlow.IN_COHORT;
    }
    return List.of(all);
  }

  Flow flow(String of) {
    return new Flow(of, steps);
  }
}
