// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.forest.ArmResult;
import org.meent.models.forest.FitColumns;
import org.meent.models.forest.FitJob;
import org.meent.models.forest.PointwiseInterval;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.run.RandomStream;

/**
 * Whether a fit finds effects that are known, on the kinds of {@link HardTruths}: {@code kind,kind…
 * n draws trees first}, through a CSV file as anybody would. Prints for each estimand how often it
 * was carried, how often both kinds of interval hold the truth, the mean error and its mean
 * standard error, and for the rows the error of the effects beside their spread, the cover of the
 * intervals, and how often differences were claimed.
 */
public final class TruthBench {
  private static final int MANY = 400_000;

  private TruthBench() {}

  /** Draws, fits and prints. */
  public static void main(String[] args) throws IOException {
    List<String> kinds =
        args[0].equals("all") ? HardTruths.names() : Arrays.asList(args[0].split(","));
    for (String kind : kinds) {
      run(kind, Integer.parseInt(args[1]), Integer.parseInt(args[2]), args);
    }
  }

  private static void run(String name, int n, int draws, String[] args) throws IOException {
    HardTruths.Kind kind = HardTruths.named(name);
    Map<Estimand, Double> truth = truths(name, kind);
    Map<Estimand, Tally> found = new EnumMap<>(Estimand.class);
    Rows rows = new Rows();
    int refused = 0;
    double before = ForestBench.cpu();
    Path file = Files.createTempFile("truth", ".csv");
    for (int draw = 0; draw < draws; draw++) {
      long seed = Long.parseLong(args[4]) + draw;
      Drawn drawn = draw(name, kind, n, seed);
      drawn.write(file, kind);
      FitJob job = FitJob.withDefaults(file, "w", "y").withColumns(columns(file, kind));
      try {
        ArmResult arm =
            job.withTrees(Integer.parseInt(args[3]))
                .withSeed(seed)
                .withInterval(PointwiseInterval.PLAIN)
                .run()
                .arms()
                .getFirst();
        arm.estimates()
            .forEach(
                e ->
                    found
                        .computeIfAbsent(e.estimand(), k -> new Tally())
                        .add(e, truth.get(e.estimand())));
        rows.add(arm, drawn.effect);
      } catch (RefusalException e) {
        refused++;
        if (refused == 1) {
          System.out.println("  refused: " + e.getMessage());
        }
      }
    }
    Files.delete(file);
    double cpu = (ForestBench.cpu() - before) / draws;
    System.out.printf(
        Locale.ROOT,
        "%s n %d p %d draws %d refused %d cpu-s %.2f each%n",
        name,
        n,
        kind.covariates(),
        draws,
        refused,
        cpu);
    found.forEach((estimand, tally) -> tally.print(estimand, truth.get(estimand), draws));
    rows.print();
  }

  private static FitColumns columns(Path file, HardTruths.Kind kind) {
    FitColumns columns =
        FitColumns.of(file, "w", "y")
            .withCovariates(IntStream.range(0, kind.covariates()).mapToObj(j -> "x" + j).toList());
    columns = kind.clusters() > 0 ? columns.withClusters(List.of("c")) : columns;
    return kind.weighted() ? columns.withWeights("v") : columns;
  }

  private record Drawn(
      double[][] x,
      int[] treatment,
      double[] outcome,
      double[] effect,
      double[] propensity,
      double[] weight,
      int[] cluster) {
    void write(Path file, HardTruths.Kind kind) throws IOException {
      try (BufferedWriter out = Files.newBufferedWriter(file)) {
        for (int j = 0; j < kind.covariates(); j++) {
          out.write("x" + j + ",");
        }
        out.write("w,y,v,c\n");
        for (int i = 0; i < outcome.length; i++) {
          for (int j = 0; j < kind.covariates(); j++) {
            out.write(Double.isNaN(x[j][i]) ? "," : x[j][i] + ",");
          }
          out.write(treatment[i] + "," + outcome[i] + "," + weight[i] + "," + cluster[i] + "\n");
        }
      }
    }
  }

  private static Drawn draw(String name, HardTruths.Kind kind, int n, long seed) {
    Drawn drawn =
        new Drawn(
            new double[kind.covariates()][n],
            new int[n],
            new double[n],
            new double[n],
            new double[n],
            new double[n],
            new int[n]);
    RandomStream random = RandomStream.of(seed, name);
    HardTruths.Level[] levels = new HardTruths.Level[Math.max(1, kind.clusters())];
    for (int c = 0; c < levels.length; c++) {
      double shared = kind.clusters() > 0 ? 0.5 : 0;
      levels[c] =
          new HardTruths.Level(shared * random.nextGaussian(), shared * random.nextGaussian());
    }
    double[] x = new double[kind.covariates()];
    for (int i = 0; i < n; i++) {
      int c = random.nextInt(levels.length);
      HardTruths.Row row = kind.shape().row(random, x, levels[c]);
      for (int j = 0; j < x.length; j++) {
        drawn.x[j][i] = x[j];
      }
      drawn.treatment[i] = random.nextDouble() < row.propensity() ? 1 : 0;
      drawn.outcome[i] = drawn.treatment[i] == 1 ? row.treated() : row.untreated();
      drawn.effect[i] = row.effect();
      drawn.propensity[i] = row.propensity();
      drawn.weight[i] = row.weight();
      drawn.cluster[i] = c;
    }
    return drawn;
  }

  /** Averages over a large draw. */
  private static Map<Estimand, Double> truths(String name, HardTruths.Kind kind) {
    HardTruths.Kind many =
        kind.clusters() > 0
            ? new HardTruths.Kind(kind.covariates(), MANY / 20, kind.weighted(), kind.shape())
            : kind;
    Drawn all = draw(name, many, MANY, 999_983);
    Map<Estimand, Double> truths = new EnumMap<>(Estimand.class);
    for (Estimand estimand : Estimand.values()) {
      double sum = 0;
      double mass = 0;
      for (int i = 0; i < MANY; i++) {
        double e = all.propensity[i];
        double share =
            switch (estimand) {
              case ATE -> 1;
              case ATT -> e;
              case ATC -> 1 - e;
              case OVERLAP -> e * (1 - e);
            };
        sum += all.weight[i] * share * all.effect[i];
        mass += all.weight[i] * share;
      }
      truths.put(estimand, sum / mass);
    }
    return truths;
  }

  private static final class Tally {
    private final int[] cover = new int[PointwiseInterval.values().length];
    private int count;
    private double error;
    private double square;
    private double se;

    void add(EffectEstimate e, double truth) {
      count++;
      error += e.value() - truth;
      square += (e.value() - truth) * (e.value() - truth);
      se += e.se();
      for (PointwiseInterval kind : PointwiseInterval.values()) {
        EffectEstimate wide = kind.widened(e);
        cover[kind.ordinal()] += wide.lower() <= truth && truth <= wide.upper() ? 1 : 0;
      }
    }

    void print(Estimand estimand, double truth, int draws) {
      double mean = error / count;
      System.out.printf(
          Locale.ROOT,
          "  %-7s true %.4f carried %d of %d: plain %.3f bias-aware %.3f error %.4f spread %.4f se"
              + " %.4f%n",
          estimand.label(),
          truth,
          count,
          draws,
          (double) cover[0] / count,
          (double) cover[1] / count,
          mean,
          StrictMath.sqrt(Math.max(0, square / count - mean * mean)),
          se / count);
    }
  }

  private static final class Rows {
    private int count;
    private int claimed;
    private double rmse;
    private double flat;
    private final double[] cover = new double[PointwiseInterval.values().length];

    void add(ArmResult arm, double[] truth) {
      double[] effect = arm.fit().effects().effect();
      double[] se = arm.fit().effects().se();
      double mean = Arrays.stream(truth).average().orElse(0);
      double square = 0;
      double spread = 0;
      for (int i = 0; i < truth.length; i++) {
        square += (effect[i] - truth[i]) * (effect[i] - truth[i]) / truth.length;
        spread += (truth[i] - mean) * (truth[i] - mean) / truth.length;
        for (PointwiseInterval kind : PointwiseInterval.values()) {
          boolean in = Math.abs(effect[i] - truth[i]) <= kind.standardErrors() * se[i];
          cover[kind.ordinal()] += in ? 1.0 / truth.length : 0;
        }
      }
      count++;
      rmse += StrictMath.sqrt(square);
      flat += StrictMath.sqrt(spread);
      claimed += arm.checks().patternFound() ? 1 : 0;
    }

    void print() {
      System.out.printf(
          Locale.ROOT,
          "  rows    rmse %.4f of a spread of %.4f, cover plain %.3f bias-aware %.3f, differences"
              + " claimed %d of %d%n",
          rmse / count,
          flat / count,
          cover[0] / count,
          cover[1] / count,
          claimed,
          count);
    }
  }
}
