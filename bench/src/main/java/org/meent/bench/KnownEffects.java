// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.meent.models.check.OverlapCheck;
import org.meent.models.check.OverlapLimits;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.DifferenceInMeans;
import org.meent.models.effect.DoublyRobust;
import org.meent.models.effect.DoublyRobustFit;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.frame.Frame;
import org.meent.models.frame.FrameBuilder;
import org.meent.models.frame.NumericCsv;

/**
 * Real data with known answers: {@code FOLDER} holds {@code nsw/} and {@code jobcorps/}. National
 * Supported Work treated against PSID-1 and CPS-1 (experimental answer 1,794.34), and Job Corps.
 */
public final class KnownEffects {
  private static final List<String> NAMES =
      List.of("age", "education", "black", "hispanic", "married", "nodegree", "re74", "re75");

  private KnownEffects() {}

  /** Prints verdicts and estimates. */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    NumericCsv experiment = NumericCsv.read(folder.resolve("nsw/nsw_dw.csv"), Set.of());
    for (String controls : List.of("psid_controls.csv", "cps_controls.csv")) {
      NumericCsv others = NumericCsv.read(folder.resolve("nsw").resolve(controls), Set.of());
      System.out.println("treated of the experiment against " + controls);
      show(DoublyRobust.withDefaults().fit(stacked(experiment, others), 1));
    }
    NumericCsv corps = NumericCsv.read(folder.resolve("jobcorps/jobcorps.csv"), Set.of());
    int[] arm = Arrays.stream(corps.numeric("assignment")).mapToInt(v -> (int) v).toArray();
    for (String outcome : List.of("pworky1", "pworky2", "pworky3", "pworky4", "earny4")) {
      Frame frame =
          Frame.builder()
              .covariate("female", corps.numeric("female"))
              .covariate("age", corps.numeric("age"))
              .treatment(arm, List.of("control", "job corps"))
              .outcome(outcome, corps.numeric(outcome))
              .build();
      print(outcome, DifferenceInMeans.of(frame, 1).estimate());
    }
  }

  private static void show(DoublyRobustFit fit) {
    List<OverlapVerdict> verdicts =
        OverlapCheck.of(OverlapLimits.withDefaults())
            .judge(fit.propensity(), fit.frame().treatment(), fit.frame().weights());
    for (OverlapVerdict verdict : verdicts) {
      if (verdict.carried()) {
        print("carried", fit.estimate(verdict.estimand()));
      } else {
        System.out.println(verdict.refusal(verdicts).sentence(Locale.ENGLISH));
      }
    }
  }

  private static void print(String label, EffectEstimate found) {
    System.out.printf(
        Locale.ROOT,
        "%s %s %.2f (%.2f) [%.2f, %.2f]%n",
        label,
        found.estimand().label(),
        found.value(),
        found.se(),
        found.lower(),
        found.upper());
  }

  private static Frame stacked(NumericCsv experiment, NumericCsv others) {
    int[] treated =
        IntStream.range(0, experiment.rows())
            .filter(i -> experiment.numeric("treat")[i] == 1)
            .toArray();
    FrameBuilder builder = Frame.builder();
    for (String name : NAMES) {
      builder.covariate(name, both(experiment, others, name, treated));
    }
    return builder
        .treatment(
            IntStream.range(0, treated.length + others.rows())
                .map(i -> i < treated.length ? 1 : 0)
                .toArray(),
            List.of("control", "supported work"))
        .outcome("re78", both(experiment, others, "re78", treated))
        .build();
  }

  private static double[] both(NumericCsv a, NumericCsv b, String name, int[] rows) {
    double[] first = a.numeric(name);
    double[] second = b.numeric(name);
    double[] both =
        Arrays.copyOf(
            IntStream.of(rows).mapToDouble(i -> first[i]).toArray(), rows.length + second.length);
    System.arraycopy(second, 0, both, rows.length, second.length);
    return both;
  }
}
