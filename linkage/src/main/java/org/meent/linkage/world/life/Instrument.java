// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

import org.meent.linkage.world.people.Traits;
import org.meent.linkage.world.people.ZrmDomain;

/**
 * The kinds of support that a caseworker can start. Codes of two digits are those that Statistics
 * Netherlands publishes for the statistics of re-integration; the others begin with X because their
 * true codes are not public.
 */
public enum Instrument {
  /** Short training. */
  TRAINING("X01", "kortdurende scholing", 3, 6),
  /** Job coach; 30 is a published code. */
  JOB_COACH("30", "jobcoach/begeleiding op de werkplek", 6, 24),
  /** Trial placement; 23 is a published code. */
  TRIAL_PLACEMENT("23", "proefplaatsing t.b.v. loonwaardebepaling", 2, 3),
  /** Help with debts. */
  DEBT_HELP("X03", "schuldhulp", 12, 36),
  /** Intensive conversations. */
  CONVERSATIONS("X04", "intensieve begeleidingsgesprekken", 6, 24),
  /** Volunteering. */
  VOLUNTEERING("X05", "vrijwilligerswerk", 12, 36),
  /** An information session that does nothing to anybody: the placebo. */
  PLACEBO("X06", "orientatiebijeenkomst", 1, 1),
  /** A group course that helps one half and harms the other: the crossing. */
  GROUP_COURSE("X07", "groepscursus", 3, 4),
  /** Wage-cost subsidy for whom cannot earn the minimum wage. */
  WAGE_SUBSIDY("X10", "loonkostensubsidie", 24, 48);

  private static final int SUBSIDY_BELOW = 80;
  private static final int COACH_BELOW = 95;
  private static final int TRIAL_FROM = 55;

  private final String code;
  private final String label;
  private final int shortest;
  private final int longest;

  Instrument(String code, String label, int shortest, int longest) {
    this.code = code;
    this.label = label;
    this.shortest = shortest;
    this.longest = longest;
  }

  /** The code in files. */
  public String code() {
    return code;
  }

  /** What it is, in Dutch, as files have it. */
  public String label() {
    return label;
  }

  /** How many months it is planned for, for a uniform number in [0, 1). */
  public int months(double uniform) {
    return shortest + (int) (uniform * (longest - shortest + 1));
  }

  /** Whether the rules allow it for a person; nobody outside the rules gets it. */
  public boolean eligible(Traits traits) {
    return switch (this) {
      case TRAINING, CONVERSATIONS, VOLUNTEERING, PLACEBO, GROUP_COURSE -> true;
      case JOB_COACH ->
          traits.capacity() < COACH_BELOW || traits.score(ZrmDomain.LICHAMELIJKE_GEZONDHEID) <= 2;
      case TRIAL_PLACEMENT -> traits.capacity() >= TRIAL_FROM;
      case DEBT_HELP -> traits.score(ZrmDomain.FINANCIEN) <= 3;
      case WAGE_SUBSIDY -> traits.capacity() < SUBSIDY_BELOW;
    };
  }
}
