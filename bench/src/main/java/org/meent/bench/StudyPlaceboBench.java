// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.meent.disclosure.output.Estimate;
import org.meent.linkage.design.PlaceboStudy;
import org.meent.linkage.design.PlaceboStudy.Scheme;
import org.meent.linkage.design.PlaceboWorld;
import org.meent.models.check.OverlapLimits;
import org.meent.models.study.EffectAnalysis;
import org.meent.models.study.EffectResult;

/**
 * The placebo table through studies: {@code keys seeds persons}, the first being the folder of the
 * demonstration keys. For each design and outcome the share of seeds in which an arm that does
 * nothing is found to do something at 5 %, from files and protocol to cohort, weights and averages.
 */
public final class StudyPlaceboBench {
  private static final int MONTHS = 36;
  private static final double CRITICAL = 1.959963984540054;

  private final SignedStudies studies;
  private final Path folder;

  private StudyPlaceboBench(Path keyFolder, Path folder) {
    this.studies = new SignedStudies(keyFolder);
    this.folder = folder;
  }

  /** A difference within strata, pooled by how many persons of both arms each holds. */
  private record Found(double estimate, double standardError) {
    static Found of(EffectResult result) {
      double sum = 0;
      double squares = 0;
      double total = 0;
      for (Estimate row : result.rows()) {
        if (!row.group().isEmpty() && row.result() instanceof Estimate.Estimated figures) {
          double share =
              1 / (1.0 / row.evidence().treated() + 1.0 / Math.max(1, row.evidence().controls()));
          sum += share * figures.value();
          squares += share * share * figures.standardError() * figures.standardError();
          total += share;
        }
      }
      return new Found(sum / total, StrictMath.sqrt(squares) / total);
    }
  }

  /** Prints the table. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("placebo");
    StudyPlaceboBench bench = new StudyPlaceboBench(Path.of(args[0]), folder);
    for (Scheme scheme : Scheme.values()) {
      List<Found> exits = new ArrayList<>();
      List<Found> work = new ArrayList<>();
      for (int seed = 1; seed <= Integer.parseInt(args[1]); seed++) {
        PlaceboWorld world = PlaceboWorld.draw(seed, Integer.parseInt(args[2]), MONTHS);
        SequencedMap<String, EffectResult> effects = bench.effects(PlaceboStudy.of(world, scheme));
        exits.add(Found.of(effects.get("exit")));
        work.add(Found.of(effects.get("work")));
      }
      print(scheme, "exit", exits);
      print(scheme, "months", work);
    }
  }

  private SequencedMap<String, EffectResult> effects(PlaceboStudy drawn) throws IOException {
    for (var file : drawn.files().entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    SignedStudies.Assembled study = studies.assemble(folder);
    return EffectAnalysis.figures(
        study.protocol(), study.cohort(), OverlapLimits.withDefaults(), 1);
  }

  private static void print(Scheme scheme, String outcome, List<Found> found) {
    double mean = found.stream().mapToDouble(Found::estimate).average().orElseThrow();
    double squares =
        found.stream().mapToDouble(one -> StrictMath.pow(one.estimate() - mean, 2)).sum();
    double spread = StrictMath.sqrt(squares / (found.size() - 1));
    long rejected =
        found.stream()
            .filter(one -> Math.abs(one.estimate()) > CRITICAL * one.standardError())
            .count();
    System.out.printf(
        Locale.ROOT,
        "%-32s %-7s rejected %5.1f %%  mean %+.4f (%.4f)  se/spread %.2f%n",
        scheme.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        outcome,
        100.0 * rejected / found.size(),
        mean,
        spread / StrictMath.sqrt(found.size()),
        found.stream().mapToDouble(Found::standardError).average().orElseThrow() / spread);
  }
}
