// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.util.ArrayList;
import java.util.List;

/**
 * A household has one benefit, so a partner's job ends it for both.
 *
 * <p>Spells are keyed by the household's benefit, and their state is the member's place in a list
 * of person keys. Spells of a member that touch or overlap are one. Each then ends on the first day
 * after its start on which a spell of any member ends; days that a member's own row has beyond it
 * are cut off, and told. What ended it is looked for in the jobs: a job that holds on the day of
 * the end, or on one of the {@code within} days after it, counts, also when it began earlier. So a
 * member without a job of their own whose partner went to work left for the partner's job, and not
 * for an unknown reason.
 *
 * @param within days after the end, not negative
 */
public record HouseholdBenefits(int within) {
  /** Checks the days. */
  public HouseholdBenefits {
    if (within < 0 || within > Spell.FARTHEST) {
      throw new IllegalArgumentException("days after the end must not be negative");
    }
  }

  /**
   * The ends of all members' benefit spells, by benefit, start, and place of the member.
   *
   * @param benefits spells by key of the benefit; state = place of the member in {@code members}
   * @param members keys of persons
   * @param jobs spells of work by key of person, of any state
   */
  public List<BenefitEnd> ends(SpellTable benefits, long[] members, SpellTable jobs) {
    List<BenefitEnd> ends = new ArrayList<>();
    SpellAlgebra algebra = new SpellAlgebra();
    Track runs = new Track();
    Track work = new Track();
    SpellFeed feed = benefits.feed();
    while (feed.next()) {
      algebra.merge(feed.spells(), 0, runs);
      for (int i = 0; i < runs.size(); i++) {
        int end = firstEndAfter(runs, runs.start(i));
        BenefitEnd.Cause cause = cause(runs, i, end, members, jobs, work);
        boolean shortened = end < runs.end(i);
        long person = members[runs.state(i)];
        ends.add(new BenefitEnd(feed.person(), person, runs.start(i), end, cause, shortened));
      }
    }
    return ends;
  }

  private static int firstEndAfter(Track runs, int day) {
    int first = Spell.OPEN;
    for (int i = 0; i < runs.size(); i++) {
      if (runs.end(i) > day) {
        first = Math.min(first, runs.end(i));
      }
    }
    return first;
  }

  private BenefitEnd.Cause cause(
      Track runs, int run, int end, long[] members, SpellTable jobs, Track work) {
    if (end == Spell.OPEN) {
      return BenefitEnd.Cause.NOT_ENDED;
    }
    boolean own = false;
    boolean partner = false;
    for (int i = 0; i < runs.size(); i++) {
      boolean self = runs.state(i) == runs.state(run);
      boolean together = runs.start(i) < end && runs.end(i) >= end;
      if (self || together) {
        boolean works = works(members[runs.state(i)], end, jobs, work);
        own |= self && works;
        partner |= !self && works;
      }
    }
    if (own && partner) {
      return BenefitEnd.Cause.BOTH_JOBS;
    }
    if (own) {
      return BenefitEnd.Cause.OWN_JOB;
    }
    return partner ? BenefitEnd.Cause.PARTNER_JOB : BenefitEnd.Cause.OTHER;
  }

  private boolean works(long person, int end, SpellTable jobs, Track work) {
    jobs.loadPerson(person, work);
    return SpellMeasures.coveredDays(work, new Window(end, end + within + 1)) > 0;
  }
}
