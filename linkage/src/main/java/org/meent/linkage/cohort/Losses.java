// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.flow.FlowStep;

/** Who is lost, in which step and why. A person is lost once, for the first reason that is told. */
final class Losses {
  private final boolean[] lost;
  private final List<FlowStep> steps = new ArrayList<>();
  private final SortedMap<String, Long> reasons = new TreeMap<>();
  private long present;

  Losses(int persons) {
    this.lost = new boolean[persons];
    this.present = persons;
  }

  void lose(int person, String reason) {
    if (!lost[person]) {
      lost[person] = true;
      reasons.merge(reason, 1L, Long::sum);
    }
  }

  void endStep(String name) {
    long now = reasons.values().stream().mapToLong(Long::longValue).sum();
    steps.add(new FlowStep(name, present, reasons, new TreeMap<>(), present - now));
    present -= now;
    reasons.clear();
  }

  Flow flow(String of) {
    return new Flow(of, steps);
  }

  int[] kept() {
    return IntStream.range(0, lost.length).filter(person -> !lost[person]).toArray();
  }
}
