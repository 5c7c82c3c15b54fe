// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meent.linkage.spell.BenefitEnd.Cause;

/** A couple on one benefit, 700; persons 10 and 20. */
class HouseholdBenefitsTest {
  private static final long[] MEMBERS = {10, 20};
  private static final SpellRules HALF_OPEN =
      SpellRules.withDefaults().with(SpellRules.End.FIRST_DAY_AFTER);

  private static SpellTable benefits(int endOfFirst, int endOfSecond) {
    return SpellTable.read(
        HALF_OPEN,
        new long[] {700, 700},
        new int[] {100, 100},
        new int[] {endOfFirst, endOfSecond},
        new int[] {0, 1});
  }

  private static SpellTable job(long person, int start, int end) {
    return SpellTable.read(
        HALF_OPEN, new long[] {person}, new int[] {start}, new int[] {end}, new int[] {1});
  }

  private static List<Cause> causes(SpellTable benefits, SpellTable jobs) {
    return new HouseholdBenefits(30)
        .ends(benefits, MEMBERS, jobs).stream().map(BenefitEnd::cause).toList();
  }

  @Test
  void aPartnersJobEndsItForBoth() {
    assertThat(causes(benefits(200, 200), job(20, 201, 400)))
        .containsExactly(Cause.PARTNER_JOB, Cause.OWN_JOB);
  }

  @Test
  void aLaterEndOfOneMemberIsCutAndTold() {
    List<BenefitEnd> ends =
        new HouseholdBenefits(30).ends(benefits(200, 260), MEMBERS, job(10, 200, 400));
    assertThat(ends)
        .containsExactly(
            new BenefitEnd(700, 10, 100, 200, Cause.OWN_JOB, false),
            new BenefitEnd(700, 20, 100, 200, Cause.PARTNER_JOB, true));
  }

  @Test
  void aJobThatComesTooLateOrStoppedBeforeIsNoCause() {
    assertThat(causes(benefits(200, 200), job(20, 231, 400)))
        .containsExactly(Cause.OTHER, Cause.OTHER);
    assertThat(causes(benefits(200, 200), job(20, 150, 200)))
        .containsExactly(Cause.OTHER, Cause.OTHER);
  }

  @Test
  void anOpenBenefitHasNotEnded() {
    assertThat(causes(benefits(Spell.OPEN, Spell.OPEN), job(20, 150, Spell.OPEN)))
        .containsExactly(Cause.NOT_ENDED, Cause.NOT_ENDED);
  }

  @Test
  void bothMayGoToWork() {
    SpellTable jobs =
        SpellTable.read(
            HALF_OPEN,
            new long[] {10, 20},
            new int[] {200, 190},
            new int[] {300, 300},
            new int[] {1, 1});
    assertThat(causes(benefits(200, 200), jobs)).containsExactly(Cause.BOTH_JOBS, Cause.BOTH_JOBS);
  }

  @Test
  void whatIsPrintedShowsNobody() {
    assertThat(new BenefitEnd(700, 10, 1, 2, Cause.OTHER, false))
        .hasToString("end of a benefit: OTHER");
  }
}
