// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meent.linkage.cohort.UnitColumn.State;
import org.meent.linkage.design.MonthlyHistories;
import org.meent.protocols.CohortPlan.Treatment;

/**
 * The arms as the designs number them: {@link MonthlyHistories#NONE} for the arm of who starts
 * nothing, declared or not; then the arms with a code in the order of the protocol; then what can
 * be started but is no arm, which is open to nobody.
 */
final class ArmNumbers {
  private final Map<String, Integer> numberOfCode = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private final boolean noneIsAnArm;

  ArmNumbers(Treatment treatment) {
    String none = "";
    for (Map.Entry<String, String> arm : treatment.arms().entrySet()) {
      if (arm.getValue().equals(Treatment.ABSENT)) {
        none = arm.getKey();
      }
    }
    noneIsAnArm = !none.isEmpty();
    names.add(none);
    treatment
        .arms()
        .forEach(
            (arm, code) -> {
              if (!code.equals(Treatment.ABSENT)) {
                numberOfCode.put(code, names.size());
                names.add(arm);
              }
            });
  }

  /** The number of what one row says was started. */
  int of(State state, String code) {
    return switch (state) {
      case NO_ROW -> MonthlyHistories.NONE;
      case KNOWN -> numberOfCode.getOrDefault(code, outside());
      case NOT_KNOWN -> outside() + 1;
      case SEVERAL -> several();
    };
  }

  /** The number of two rows in one month. */
  int both(int one, int other) {
    return one == other ? one : several();
  }

  private int outside() {
    return names.size();
  }

  private int several() {
    return names.size() + 2;
  }

  /** The number for histories, in which everything that is no arm is the same. */
  int started(int number) {
    return Math.min(number, outside());
  }

  /** Why nobody with that number first has an arm; empty if it is one. */
  String obstacle(int number) {
    if (number == MonthlyHistories.NONE) {
      return noneIsAnArm ? "" : "no row in the treatment source";
    }
    if (number < names.size()) {
      return "";
    }
    return number == outside()
        ? "instrument outside the declared arms"
        : number == several() ? "several instruments started" : "instrument is not known";
  }

  /** The arms that are not closed, one bit each. */
  int open(Set<String> closed) {
    int open = 0;
    for (int arm = noneIsAnArm ? 0 : 1; arm < names.size(); arm++) {
      open |= closed.contains(names.get(arm)) ? 0 : 1 << arm;
    }
    return open;
  }

  String name(int arm) {
    return names.get(arm);
  }
}
