// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.meent.linkage.design.CensoringWeights;
import org.meent.linkage.design.CloneCensorWeight;
import org.meent.linkage.design.Deviation;
import org.meent.linkage.design.Landmark;
import org.meent.linkage.design.MonthlyHistories;
import org.meent.linkage.design.PlaceboWorld;
import org.meent.linkage.design.RiskDifference;
import org.meent.linkage.design.SequentialTrials;
import org.meent.linkage.design.Trial;
import org.meent.linkage.design.TrialRows;

/**
 * The placebo table: {@code seeds persons}. For each design the share of seeds in which an arm that
 * does nothing is found to do something at 5 %, the mean difference in risk, and the ratio of the
 * mean standard error to the spread of the estimates.
 */
public final class PlaceboBench {
  private static final int MONTHS = 36;
  private static final double CRITICAL = 1.959963984540054;

  private PlaceboBench() {}

  /** Prints the table. */
  public static void main(String[] args) {
    int seeds = Integer.parseInt(args[0]);
    int persons = Integer.parseInt(args[1]);
    Map<String, Function<PlaceboWorld, RiskDifference>> designs = new LinkedHashMap<>();
    SequentialTrials trials = SequentialTrials.withDefaults().withTrials(0, 17).withFollowUp(12);
    designs.put(
        "landmark",
        world -> risk(world, new Landmark(6, 6, 18).rows(world.histories(), Deviation.FOLLOWED)));
    designs.put("sequential trials", world -> risk(world, trials.rows(world.histories())));
    designs.put(
        "sequential trials, censored at deviation",
        world -> risk(world, trials.with(Deviation.CENSORED).rows(world.histories())));
    designs.put(
        "clone, censor, weight",
        world ->
            risk(
                world,
                new CloneCensorWeight(new Trial(0, 6, 18), Deviation.FOLLOWED)
                    .rows(world.histories())));
    designs.put("naive: ever treated in 24 months", PlaceboBench::naive);
    designs.forEach((name, design) -> print(name, design, seeds, persons));
  }

  private static RiskDifference risk(PlaceboWorld world, TrialRows rows) {
    CensoringWeights weights = CensoringWeights.stratified(rows, world.strata());
    return RiskDifference.of(rows, weights, world.strata(), PlaceboWorld.PLACEBO, 0);
  }

  /** What no design does: the arm is learnt from the time in which the outcome may come. */
  private static RiskDifference naive(PlaceboWorld world) {
    MonthlyHistories histories = world.histories();
    MonthlyHistories hindsight = new MonthlyHistories(histories.persons(), 26);
    for (int person = 0; person < histories.persons(); person++) {
      hindsight.setOpen(person, 0, histories.open(person, 0));
      if (histories.event(person) < 24) {
        hindsight.setEvent(person, histories.event(person) + 1);
      }
      for (int month = 0; month < 24; month++) {
        if (histories.started(person, month) != MonthlyHistories.NONE) {
          hindsight.setStarted(person, 0, histories.started(person, month));
        }
      }
    }
    return risk(
        new PlaceboWorld(hindsight, world.strata()),
        new Landmark(1, 1, 24).rows(hindsight, Deviation.FOLLOWED));
  }

  private static void print(
      String name, Function<PlaceboWorld, RiskDifference> design, int seeds, int persons) {
    double sum = 0;
    double squares = 0;
    double errors = 0;
    int rejected = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      RiskDifference found = design.apply(PlaceboWorld.draw(seed, persons, MONTHS));
      sum += found.estimate();
      squares += found.estimate() * found.estimate();
      errors += found.standardError();
      rejected += Math.abs(found.z()) > CRITICAL ? 1 : 0;
    }
    double mean = sum / seeds;
    double spread = StrictMath.sqrt((squares - seeds * mean * mean) / (seeds - 1));
    System.out.printf(
        Locale.ROOT,
        "%-42s rejected %5.1f %%  mean %+.4f (%.4f)  se/spread %.2f%n",
        name,
        100.0 * rejected / seeds,
        mean,
        spread / StrictMath.sqrt(seeds),
        errors / seeds / spread);
  }
}
