// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

import org.meent.linkage.world.people.HouseholdDraw;
import org.meent.protocols.run.RandomStream;

/**
 * The uniform numbers that decide a life, one for each month and question. What happened and what
 * would have happened under other support are decided by the same numbers (common random numbers),
 * so that their difference is the effect and no noise.
 */
final class MonthDraws {
  /** The questions that a month asks. */
  enum Question {
    SUPPORT,
    WHICH,
    LENGTH,
    CHANGE,
    WHO,
    PART_TIME,
    WORK,
    OTHER,
    KIND,
    DEATH,
    JOB,
    SCHEME
  }

  private static final int QUESTIONS = Question.values().length;

  private final double[] draws = new double[HouseholdDraw.MONTHS * QUESTIONS];

  MonthDraws(long seed, int household) {
    RandomStream stream = RandomStream.of(seed, "months", household);
    for (int i = 0; i < draws.length; i++) {
      draws[i] = stream.nextDouble();
    }
  }

  double of(int month, Question question) {
    return draws[month * QUESTIONS + question.ordinal()];
  }
}
