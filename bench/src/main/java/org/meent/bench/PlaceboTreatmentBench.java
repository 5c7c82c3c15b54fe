// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.util.Locale;
import org.meent.models.check.Criteria;
import org.meent.models.check.PlaceboTreatment;
import org.meent.models.forest.CausalFit;
import org.meent.models.forest.CausalForest;
import org.meent.models.forest.CausalModel;
import org.meent.models.frame.Frame;
import org.meent.models.learner.Design;

/**
 * How often a treatment that nobody got is called effective, one shuffle per draw: {@code design n
 * draws}.
 */
public final class PlaceboTreatmentBench {
  private PlaceboTreatmentBench() {}

  /** Prints the share of draws and, over all, the share of the gates' own shuffles. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[1]);
    int draws = Integer.parseInt(args[2]);
    int rejected = 0;
    double all = 0;
    int warned = 0;
    for (int draw = 1; draw <= draws; draw++) {
      Frame frame = ForestBench.frame(Simulated.of(args[0], n, 20, draw));
      CausalFit fit =
          CausalModel.withDefaults()
              .withForest(CausalForest.withDefaults().withTrees(100).withSeed(draw))
              .fit(frame, 1, new Design(new double[20][0], 0));
      double[] outcome = fit.centred().outcome();
      rejected +=
          PlaceboTreatment.of(frame, fit.propensity(), outcome, 1, draw).share() > 0 ? 1 : 0;
      PlaceboTreatment gate =
          PlaceboTreatment.of(
              frame, fit.propensity(), outcome, PlaceboTreatment.SHUFFLES, draw + 1_000_000L);
      all += gate.share() / draws;
      warned += gate.gate(Criteria.shipped()).verdict().label().equals("warned") ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%s n %d draws %d rejected %.3f, within gates %.3f, gates that warned %d%n",
        args[0],
        n,
        draws,
        (double) rejected / draws,
        all,
        warned);
  }
}
