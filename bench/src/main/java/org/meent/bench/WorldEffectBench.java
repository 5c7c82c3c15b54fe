// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.meent.linkage.cohort.Cohort;
import org.meent.linkage.world.plan.Confounding;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.linkage.world.tree.WorldTree;
import org.meent.models.check.OverlapCheck;
import org.meent.models.check.OverlapLimits;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.DifferenceInMeans;
import org.meent.models.effect.DoublyRobust;
import org.meent.models.effect.DoublyRobustFit;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.forest.Calibration;
import org.meent.models.forest.CausalFit;
import org.meent.models.forest.CausalForest;
import org.meent.models.forest.CausalModel;
import org.meent.models.frame.Frame;
import org.meent.models.frame.FrameBuilder;
import org.meent.models.learner.Design;
import org.meent.models.learner.Parallel;
import org.meent.models.policy.PolicySearch;
import org.meent.models.policy.PolicyTree;
import org.meent.protocols.AnalysisPlan;

/**
 * What studies find in worlds whose truth is known: {@code examples first worlds persons
 * none|mild|strong trees}. Lines begin with the world's seed, so that they can be averaged: the
 * averages of each design beside the truth, then for trials the forest's effects per person and the
 * rule learned from them.
 */
public final class WorldEffectBench {
  private static final List<String> ASKED =
      List.of("language", "zrm_health", "zrm_mental", "zrm_work", "born", "months_on_benefit");

  private WorldEffectBench() {}

  /** Makes worlds, runs both designs, prints. */
  public static void main(String[] args) throws IOException {
    int first = Integer.parseInt(args[1]);
    int persons = Integer.parseInt(args[3]);
    Confounding confounding = Confounding.valueOf(args[4].toUpperCase(Locale.ROOT));
    int trees = Integer.parseInt(args[5]);
    for (int seed = first; seed < first + Integer.parseInt(args[2]); seed++) {
      Path folder = Files.createTempDirectory("world");
      WorldPlan plan = WorldPlan.withDefaults(persons, seed).withConfounding(confounding);
      WorldTree.write(plan, List.of("sav"), 2, folder.resolve("data"), done -> {});
      Path truths = Files.move(folder.resolve("data/truth"), folder.resolve("truth"));
      WorldStudies studies = new WorldStudies(Path.of(args[0]), folder);
      studies.writeWho(truths);
      WorldTruth truth = WorldTruth.read(truths);
      SignedStudies.Assembled trials = studies.assemble("world");
      one(seed, "trials", trials, truth, trees);
      one(seed, "landmark", studies.landmark(), truth, trees);
      averages(seed, "clones", studies.assemble("world-clones"), truth, true);
      remove(folder);
    }
  }

  private static void one(
      int seed, String design, SignedStudies.Assembled study, WorldTruth truth, int trees) {
    averages(seed, design, study, truth, false);
    for (String arm : List.of("training", "conversations")) {
      if (trees > 0) {
        persons(seed, design, arm, study, truth, trees);
      }
    }
  }

  private static void averages(
      int seed, String design, SignedStudies.Assembled study, WorldTruth truth, boolean alone) {
    for (String arm : List.of("training", "conversations", "orientation")) {
      AnalysisPlan.Effect plan = plan(study, arm);
      Frame frame = frame(study.cohort(), plan, compared(study.cohort(), plan));
      double everybody = average(study.cohort(), plan, truth, false, alone);
      double treated = average(study.cohort(), plan, truth, true, alone);
      print(seed, design, DifferenceInMeans.of(frame, 1).estimate(), alone ? everybody : treated);
      DoublyRobustFit fit = DoublyRobust.withDefaults().withSplits(1).withThreads(2).fit(frame, 1);
      for (OverlapVerdict verdict :
          OverlapCheck.of(OverlapLimits.withDefaults())
              .judge(fit.propensity(), frame.treatment(), frame.weights())) {
        boolean att = verdict.estimand() == Estimand.ATT;
        if (verdict.carried() && (verdict.estimand() == Estimand.ATE || (att && !alone))) {
          print(seed, design, fit.estimate(verdict.estimand()), att ? treated : everybody);
        }
      }
    }
  }

  private static AnalysisPlan.Effect plan(SignedStudies.Assembled study, String arm) {
    return study.protocol().analysis().effects().values().stream()
        .filter(effect -> effect.arm().equals(arm) && effect.outcome().equals("months_in_work"))
        .findFirst()
        .orElseThrow();
  }

  private static void print(int seed, String design, EffectEstimate found, double known) {
    System.out.printf(
        Locale.ROOT,
        "%d %s %s %s %s %.4f [%.4f, %.4f] true %.4f error %.4f in se %.2f %s%n",
        seed,
        design,
        found.arm(),
        found.method(),
        found.estimand().label(),
        found.value(),
        found.lower(),
        found.upper(),
        known,
        found.value() - known,
        (found.value() - known) / found.se(),
        found.lower() <= known && known <= found.upper() ? "held" : "missed");
  }

  /** The true average over the persons compared, or over those of them who got the arm. */
  private static double average(
      Cohort cohort, AnalysisPlan.Effect plan, WorldTruth truth, boolean treated, boolean alone) {
    double sum = 0;
    double count = 0;
    for (int unit : compared(cohort, plan)) {
      double effect = truth.effect(plan.arm(), who(cohort, unit), alone);
      if (!Double.isNaN(effect) && (!treated || cohort.arms().get(unit).equals(plan.arm()))) {
        sum += cohort.weight(unit) * effect;
        count += cohort.weight(unit);
      }
    }
    return sum / count;
  }

  private static int who(Cohort cohort, int unit) {
    return (int) ((Cohort.Numbers) cohort.column(WorldStudies.WHO)).value(unit);
  }

  private static int[] compared(Cohort cohort, AnalysisPlan.Effect plan) {
    return IntStream.range(0, cohort.rows())
        .filter(i -> Set.of(plan.arm(), plan.reference()).contains(cohort.arms().get(i)))
        .filter(i -> !cohort.closed().get(i).contains(plan.arm()))
        .filter(i -> !cohort.column(WorldStudies.WHO).isMissing(i))
        .toArray();
  }

  private static void persons(
      int seed,
      String design,
      String arm,
      SignedStudies.Assembled study,
      WorldTruth truth,
      int trees) {
    Cohort cohort = study.cohort();
    AnalysisPlan.Effect plan = plan(study, arm);
    int[] units = compared(cohort, plan);
    Frame frame = frame(cohort, plan, units);
    CausalFit fit =
        CausalModel.withDefaults()
            .withForest(CausalForest.withDefaults().withTrees(trees))
            .withThreads(2)
            .withSplits(1)
            .fit(frame, 1, new Design(new double[frame.names().size()][0], 0));
    double[] known =
        IntStream.of(units).mapToDouble(u -> truth.effect(arm, who(cohort, u), false)).toArray();
    double[] effect = fit.effects().effect();
    System.out.printf(
        Locale.ROOT,
        "%d %s persons %s rows %d pehe %.4f drawn in %.4f, one effect as found %.4f, as true %.4f,"
            + " slope of the truth %.3f tenths held %.2f%n",
        seed,
        design,
        arm,
        units.length,
        distance(effect, known),
        distance(drawnIn(fit), known),
        distance(one(fit.estimate(Estimand.OVERLAP).value(), known.length), known),
        distance(one(mean(known), known.length), known),
        slope(effect, known),
        tenths(effect, fit.effects().se(), known));
    policy(seed, design, arm, frame, fit, known);
  }

  /**
   * The effects drawn towards their mean by the coefficient of their differences in the calibration
   * test, between nothing and all of it.
   */
  private static double[] drawnIn(CausalFit fit) {
    double[] effect = fit.effects().effect();
    double mean = mean(effect);
    double kept = Math.max(0, Math.min(1, Calibration.of(fit).differences()));
    return Arrays.stream(effect).map(tau -> mean + kept * (tau - mean)).toArray();
  }

  private static double[] one(double effect, int rows) {
    double[] all = new double[rows];
    Arrays.fill(all, effect);
    return all;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static Frame frame(Cohort cohort, AnalysisPlan.Effect plan, int[] units) {
    FrameBuilder builder = Frame.builder();
    for (String name : plan.covariates()) {
      Cohort.Column column = cohort.column(name);
      builder.covariate(
          name,
          IntStream.of(units)
              .mapToDouble(
                  i ->
                      switch (column) {
                        case Cohort.Numbers numbers -> numbers.value(i);
                        case Cohort.Codes codes ->
                            codes.isMissing(i)
                                ? Double.NaN
                                : Double.parseDouble(codes.values().get(i));
                      })
              .toArray());
    }
    if (cohort.units().repeats()) {
      builder.clusters(
          IntStream.of(units).mapToObj(i -> "%010d".formatted(cohort.units().person(i))).toList());
    }
    builder.weights(IntStream.of(units).mapToDouble(cohort::weight).toArray());
    Cohort.Numbers outcome = (Cohort.Numbers) cohort.column(plan.outcome());
    return builder
        .treatment(
            IntStream.of(units).map(i -> cohort.arms().get(i).equals(plan.arm()) ? 1 : 0).toArray(),
            List.of(plan.reference(), plan.arm()))
        .outcome(plan.outcome(), IntStream.of(units).mapToDouble(outcome::value).toArray())
        .build();
  }

  private static double distance(double[] a, double[] b) {
    double square = 0;
    for (int i = 0; i < a.length; i++) {
      square += (a[i] - b[i]) * (a[i] - b[i]) / a.length;
    }
    return StrictMath.sqrt(square);
  }

  /** Least squares of the truth on the prediction; one is right. */
  private static double slope(double[] predicted, double[] known) {
    double meanP = mean(predicted);
    double meanK = mean(known);
    double cross = 0;
    double square = 0;
    for (int i = 0; i < known.length; i++) {
      cross += (predicted[i] - meanP) * (known[i] - meanK);
      square += (predicted[i] - meanP) * (predicted[i] - meanP);
    }
    return cross / square;
  }

  /**
   * An effect of one person is one draw of a life and in nobody's interval; the mean of a tenth of
   * the people, in the order of their predicted effects, is known better. The share of tenths whose
   * true mean lies within 2.87 of the mean standard error around the mean prediction.
   */
  private static double tenths(double[] predicted, double[] se, double[] known) {
    int[] order =
        IntStream.range(0, known.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> predicted[i]).thenComparingInt(i -> i))
            .mapToInt(i -> i)
            .toArray();
    int held = 0;
    for (int t = 0; t < 10; t++) {
      int[] part = Arrays.copyOfRange(order, t * order.length / 10, (t + 1) * order.length / 10);
      double p = IntStream.of(part).mapToDouble(i -> predicted[i]).average().orElse(0);
      double k = IntStream.of(part).mapToDouble(i -> known[i]).average().orElse(0);
      double s = IntStream.of(part).mapToDouble(i -> se[i]).average().orElse(0);
      held += Math.abs(p - k) <= 2.87 * s ? 1 : 0;
    }
    return held / 10.0;
  }

  private static void policy(
      int seed, String design, String arm, Frame frame, CausalFit fit, double[] known) {
    double[][] columns = frame.columns();
    List<double[]> asked = new ArrayList<>();
    for (String name : ASKED) {
      double[] values = columns[frame.names().indexOf(name)];
      double mean = Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(0);
      asked.add(Arrays.stream(values).map(v -> Double.isNaN(v) ? Math.rint(mean) : v).toArray());
    }
    double[][] x = asked.toArray(double[][]::new);
    double[] scores = fit.scores().doublyRobust();
    int n = known.length;
    try (Parallel parallel = new Parallel(2)) {
      PolicySearch search = PolicySearch.withDefaults().withFewest(Math.max(30, n / 50));
      PolicyTree learned =
          search.search(x, new double[][] {new double[n], scores}, parallel).tree();
      PolicyTree best = search.search(x, new double[][] {new double[n], known}, parallel).tree();
      int[] today = frame.treatment();
      double now = IntStream.range(0, n).mapToDouble(i -> today[i] * known[i]).sum() / n;
      System.out.printf(
          Locale.ROOT,
          "%d %s policy %s learned %.4f best tree %.4f everybody %.4f today %.4f%n",
          seed,
          design,
          arm,
          value(learned, x, known),
          value(best, x, known),
          mean(known),
          now);
    }
  }

  private static double value(PolicyTree tree, double[][] x, double[] known) {
    double sum = 0;
    for (int i = 0; i < known.length; i++) {
      int row = i;
      sum += tree.arm(Arrays.stream(x).mapToDouble(c -> c[row]).toArray()) * known[i];
    }
    return sum / known.length;
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
