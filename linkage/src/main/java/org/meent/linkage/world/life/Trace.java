// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.linkage.world.people.HouseholdDraw;

/** What a walk through the months leaves behind. */
final class Trace {
  final State[] states = new State[HouseholdDraw.MONTHS];
  final int[] caseworkers = new int[HouseholdDraw.MONTHS];
  final boolean[] partTime = new boolean[HouseholdDraw.MONTHS];
  final int[] jobs = new int[HouseholdDraw.MONTHS];
  final List<BenefitSpell> spells = new ArrayList<>();

  void month(int month, Course course) {
    states[month] = course.state;
    caseworkers[month] = course.caseworker;
    partTime[month] = course.partTime;
    jobs[month] = course.state == State.WORK || course.partTime ? course.job : 0;
  }

  void spell(Course course, int end, Optional<ExitReason> reason) {
    spells.add(new BenefitSpell(course.since, end, reason, course.again));
  }
}
