// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meent.linkage.world.people.HouseholdDraw;
import org.meent.linkage.world.people.Municipalities;
import org.meent.linkage.world.people.ZrmDomain;
import org.meent.linkage.world.plan.Confounding;
import org.meent.linkage.world.plan.WorldPlan;

/** What holds in every world by construction. */
final class LifeSimulationTest {
  private static final int PERSONS = 1500;
  private static final WorldPlan PLAN =
      WorldPlan.withDefaults(PERSONS, 20261).withConfounding(Confounding.STRONG);
  private static final List<Life> LIVES = lives(PLAN, 0, PERSONS);

  private static List<Life> lives(WorldPlan plan, int from, int to) {
    Municipalities municipalities = new Municipalities(plan);
    HouseholdDraw draw = new HouseholdDraw(plan, municipalities);
    LifeSimulation simulation = new LifeSimulation(plan, municipalities);
    return java.util.stream.IntStream.range(from, to)
        .mapToObj(number -> simulation.life(draw.household(number)))
        .toList();
  }

  private static List<Life> planned() {
    return LIVES.stream().filter(life -> life.plan().isPresent()).toList();
  }

  @Test
  void aPersonRegeneratedAloneIsTheSame() {
    Life alone = lives(PLAN, 777, 778).getFirst();
    Life among = LIVES.get(777);
    assertThat(alone.states()).isEqualTo(among.states());
    assertThat(alone.jobs()).isEqualTo(among.jobs());
    assertThat(alone.caseworkers()).isEqualTo(among.caseworkers());
    assertThat(alone.spells()).isEqualTo(among.spells());
    assertThat(alone.provisions()).isEqualTo(among.provisions());
    assertThat(alone.household().head()).isEqualTo(among.household().head());
  }

  @Test
  void thePlaceboDoesExactlyNothingToAnybody() {
    assertThat(planned()).hasSizeGreaterThan(500);
    for (Life life : planned()) {
      Plan plan = life.plan().orElseThrow();
      PotentialOutcome placebo = plan.under(Instrument.PLACEBO.name());
      assertThat(placebo.alone()).isEqualTo(plan.under(PotentialOutcome.NONE).alone());
    }
  }

  /** Consistency: what is seen is the outcome under what was received. */
  @Test
  void whatHappenedIsThePotentialOutcomeOfTheArmThatWasReceived() {
    for (Life life : planned()) {
      Plan plan = life.plan().orElseThrow();
      int months = 0;
      for (int m = plan.month() + 1; m <= plan.month() + 24; m++) {
        months += life.states()[m] == State.WORK ? 1 : 0;
      }
      assertThat(plan.under(plan.arm()).natural().months24()).isEqualTo(months);
      String scheme = plan.fixed() ? PotentialOutcome.FIXED : PotentialOutcome.CHANGING;
      assertThat(plan.under(scheme).natural().months24()).isEqualTo(months);
    }
  }

  @Test
  void nobodyOutsideTheRulesGetsSupport() {
    for (Life life : LIVES) {
      for (Provision provision : life.provisions()) {
        assertThat(provision.instrument().eligible(life.household().traits())).isTrue();
      }
    }
    for (Life life : planned()) {
      double[] chances = life.plan().orElseThrow().propensities();
      for (Instrument instrument : Instrument.values()) {
        if (!instrument.eligible(life.household().traits())) {
          assertThat(chances[instrument.ordinal()]).isZero();
        }
      }
    }
  }

  @Test
  void theLotIsTheSameForEverybodyWhoIsEligible() {
    for (Life life : planned()) {
      Plan plan = life.plan().orElseThrow();
      if (plan.byLot()) {
        assertThat(java.util.Arrays.stream(plan.propensities()).filter(p -> p > 0).distinct())
            .hasSizeLessThanOrEqualTo(2); // equal but for rounding of the sum
      }
    }
  }

  @Test
  void spellsOfBenefitAreTheMonthsInBenefit() {
    for (Life life : LIVES) {
      boolean[] covered = new boolean[HouseholdDraw.MONTHS];
      for (BenefitSpell spell : life.spells()) {
        assertThat(spell.months()).isPositive();
        for (int m = Math.max(0, spell.start()); m < spell.end(); m++) {
          assertThat(covered[m]).isFalse();
          covered[m] = true;
        }
      }
      for (int m = 0; m < HouseholdDraw.MONTHS; m++) {
        assertThat(covered[m]).isEqualTo(life.inBenefit(m));
      }
    }
  }

  @Test
  void theDeadDoNotComeBackAndPensionStartsAtItsAge() {
    for (Life life : LIVES) {
      for (int m = 1; m < HouseholdDraw.MONTHS; m++) {
        if (life.states()[m - 1] == State.DEAD) {
          assertThat(life.states()[m]).isEqualTo(State.DEAD);
        }
        if (life.states()[m] == State.BENEFIT) {
          assertThat(life.household().head().age(m)).isBetween(18, HouseholdDraw.PENSION - 1);
        }
      }
    }
  }

  @Test
  void effectsVaryByPersonAsDocumented() {
    for (Life life : LIVES) {
      Provision talks = new Provision(Instrument.CONVERSATIONS, 0, 12, 30, 0);
      int mental = life.household().traits().score(ZrmDomain.GEESTELIJKE_GEZONDHEID);
      assertThat(TrueEffect.logHazard(talks, 12, life.household().traits()))
          .isEqualTo(mental <= 2 ? -0.2 : 0.15);
      Provision course = new Provision(Instrument.GROUP_COURSE, 0, 3, 30, 0);
      assertThat(Math.abs(TrueEffect.logHazard(course, 3, life.household().traits())))
          .isEqualTo(0.4);
    }
  }

  @Test
  void withoutEffectsNoInstrumentChangesAnything() {
    for (Life life : lives(PLAN.withEffects(0), 0, 200)) {
      life.plan()
          .ifPresent(
              plan -> {
                Outcome none = plan.under(PotentialOutcome.NONE).alone();
                for (Instrument instrument : Instrument.values()) {
                  assertThat(plan.under(instrument.name()).alone()).isEqualTo(none);
                }
              });
    }
  }
}
