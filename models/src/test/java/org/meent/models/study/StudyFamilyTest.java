// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.meent.protocols.AnalysisPlan.Method.CAUSAL_FOREST;
import static org.meent.protocols.AnalysisPlan.Method.DIFFERENCE_IN_MEANS;
import static org.meent.protocols.AnalysisPlan.Method.DOUBLY_ROBUST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.Standing;
import org.meent.models.check.OverlapLimits;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.forest.FitJob;
import org.meent.models.forest.FitResult;
import org.meent.models.study.DrawnStudy.Dials;
import org.meent.protocols.AnalysisPlan.Method;
import org.meent.protocols.EffectFamilyPlan;
import org.meent.protocols.EffectFamilyPlan.Kind;

/** Planned effects are those of {@code fit}, and the declared family holds all at once. */
final class StudyFamilyTest {
  private static final int ROWS = 600;

  @TempDir private Path folder;

  private static DrawnStudy study(Kind kind, List<String> effects, List<Method> methods) {
    return DrawnStudy.of(Dials.good())
        .with("on-y", "y", DIFFERENCE_IN_MEANS, DOUBLY_ROBUST)
        .with("on-z", "z", DIFFERENCE_IN_MEANS, DOUBLY_ROBUST)
        .withFamily(new EffectFamilyPlan(kind, effects, methods));
  }

  private static StudyEffects run(DrawnStudy study) {
    return EffectAnalysis.of(study.protocol(), study.cohort(), OverlapLimits.withDefaults(), 2);
  }

  private static List<Estimate> rows(StudyEffects effects) {
    return effects.effects().values().stream().flatMap(e -> e.rows().stream()).toList();
  }

  /** The same rows as a file give the same figures to the last bit: it is the same code. */
  @Test
  void theForestOfAStudyIsThatOfFit() throws IOException {
    DrawnStudy drawn = DrawnStudy.of(Dials.good()).with("effect", "y", CAUSAL_FOREST);
    StringBuilder text = new StringBuilder("w,y,x1,x2,sex\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(drawn.treated(i) ? 1 : 0).append(',').append(decimal(drawn.y(i)));
      text.append(',').append(decimal(drawn.x1(i))).append(',').append(decimal(drawn.x2(i)));
      text.append(',').append(i % 2 == 0 ? "m" : "v").append('\n');
    }
    Path file = Files.writeString(folder.resolve("data.csv"), text.toString());
    FitJob job = FitJob.withDefaults(file, "w", "y").withTrees(100).withSeed(7);
    FitResult fit =
        job.withColumns(
                job.columns().withCovariates(List.of("x1", "x2")).withGroups(List.of("sex")))
            .run();
    List<EffectEstimate> expected = new ArrayList<>();
    expected.add(fit.arms().getFirst().estimates().getFirst());
    expected.addAll(fit.arms().getFirst().groups().estimates());

    List<Estimate> found = rows(run(drawn));
    assertThat(found).hasSize(3).hasSameSizeAs(expected);
    for (int k = 0; k < expected.size(); k++) {
      assertThat(found.get(k).result())
          .isEqualTo(
              new Estimate.Estimated(
                  expected.get(k).value(),
                  expected.get(k).se(),
                  expected.get(k).lower(),
                  expected.get(k).upper()));
    }
  }

  private static String decimal(double value) {
    return java.math.BigDecimal.valueOf(value).toPlainString();
  }

  /** The spread of the influences of persons on a figure is its standard error. */
  @Test
  void influencesBelongToTheirPersons() {
    StudyEffects effects =
        run(study(Kind.SIMULTANEOUS, List.of("on-y", "on-z"), List.of(Method.values())));
    assertThat(effects.members()).hasSize(2 * (4 + 3));
    for (StudyMember member : effects.members()) {
      double square = Arrays.stream(member.influence()).map(v -> v * v).sum();
      assertThat(Math.sqrt(square))
          .isEqualTo(member.estimate().se(), within(0.03 * member.estimate().se()));
      assertThat(Arrays.stream(member.influence()).sum()).isEqualTo(0, within(1e-9));
      assertThat(member.influence()).hasSize(ROWS);
    }
    StudyMember women =
        effects.members().stream()
            .filter(m -> rowOf(effects, m).group().containsValue("2"))
            .findFirst()
            .orElseThrow();
    assertThat(IntStream.range(0, ROWS).filter(i -> women.influence()[i] != 0))
        .allMatch(i -> i % 2 == 1);
  }

  private static Estimate rowOf(StudyEffects effects, StudyMember member) {
    return Objects.requireNonNull(effects.effects().get(member.effect())).rows().get(member.row());
  }

  /**
   * Oracle: a multiplier bootstrap over persons of the largest t of all figures, which shares no
   * code with the quantile that is used. 4,000 draws leave a standard error of about 0.03.
   */
  @Test
  void simultaneousIntervalsAreThoseOfABootstrapOverPersons() {
    DrawnStudy study = study(Kind.SIMULTANEOUS, List.of("on-y", "on-z"), List.of(DOUBLY_ROBUST));
    StudyEffects raw = run(study);
    double critical = bootstrap(raw.members().stream().map(StudyMember::influence).toList());
    StudyEffects adjusted = raw.adjusted(study.protocol().analysis());
    for (StudyMember member : raw.members()) {
      EffectEstimate own = member.estimate();
      Standing.Simultaneous ends = (Standing.Simultaneous) rowOf(adjusted, member).standing();
      double pointwise =
          new TDistribution(own.degreesOfFreedom()).inverseCumulativeProbability(0.975);
      double used = (ends.upper() - own.value()) / (own.upper() - own.value()) * pointwise;
      assertThat(used).isEqualTo(critical, within(0.1));
      assertThat(ends.lower()).isLessThan(own.lower());
    }
    assertThat(rows(adjusted))
        .filteredOn(row -> !row.method().equals("doubly-robust"))
        .isNotEmpty()
        .allMatch(row -> row.standing() instanceof Standing.Exploratory);
  }

  private static double bootstrap(List<double[]> influences) {
    SplittableRandom random = new SplittableRandom(3);
    double[] largest = new double[4000];
    for (int draw = 0; draw < largest.length; draw++) {
      double[] multiplier = random.doubles(ROWS).map(u -> u < 0.5 ? -1 : 1).toArray();
      for (double[] influence : influences) {
        double sum = 0;
        double square = 0;
        for (int i = 0; i < ROWS; i++) {
          sum += multiplier[i] * influence[i];
          square += influence[i] * influence[i];
        }
        largest[draw] = Math.max(largest[draw], Math.abs(sum) / Math.sqrt(square));
      }
    }
    Arrays.sort(largest);
    return largest[(int) (0.95 * largest.length)];
  }

  /** Benjamini and Hochberg by their definition, on the p-values of the rows themselves. */
  @Test
  void falseDiscoveriesCountEverythingDeclared() {
    DrawnStudy study = study(Kind.FALSE_DISCOVERY, List.of("on-y", "on-z"), List.of(DOUBLY_ROBUST));
    StudyEffects raw = run(study);
    StudyEffects adjusted = raw.adjusted(study.protocol().analysis());
    double[] p =
        raw.members().stream()
            .map(StudyMember::estimate)
            .mapToDouble(
                e ->
                    2
                        * new TDistribution(e.degreesOfFreedom())
                            .cumulativeProbability(-Math.abs(e.value() / e.se())))
            .toArray();
    for (int k = 0; k < p.length; k++) {
      double own = p[k];
      double least =
          Arrays.stream(p)
              .filter(other -> other >= own)
              .map(other -> other * p.length / Arrays.stream(p).filter(q -> q <= other).count())
              .min()
              .orElseThrow();
      Standing.Discovery found =
          (Standing.Discovery) rowOf(adjusted, raw.members().get(k)).standing();
      assertThat(found.p()).isEqualTo(Math.min(1, least), within(1e-12));
    }
  }

  @Test
  void withoutAFamilyNothingIsAdjusted() {
    DrawnStudy study = DrawnStudy.of(Dials.good()).with("effect", "y", DIFFERENCE_IN_MEANS);
    StudyEffects raw = run(study);
    assertThat(raw.members()).isEmpty();
    assertThat(rows(raw.adjusted(study.protocol().analysis())))
        .allMatch(row -> row.standing() instanceof Standing.Alone);
  }

  /** Pooled over linkages the family reads the pooled figures. */
  @Test
  void aPooledFigureIsAdjustedAsItStandsPooled() {
    DrawnStudy study = study(Kind.SIMULTANEOUS, List.of("on-y"), List.of(DIFFERENCE_IN_MEANS));
    StudyEffects best = run(study);
    StudyEffects other =
        run(
            DrawnStudy.of(Dials.good().withEffect(1.0, 1.2))
                .with("on-y", "y", DIFFERENCE_IN_MEANS, DOUBLY_ROBUST)
                .with("on-z", "z", DIFFERENCE_IN_MEANS, DOUBLY_ROBUST));
    StudyEffects pooled =
        PooledEffects.of(best, List.of(best.effects(), other.effects()))
            .pooled()
            .adjusted(study.protocol().analysis());
    Estimate row = rows(pooled).getFirst();
    Estimate.Estimated figures = (Estimate.Estimated) row.result();
    Standing.Simultaneous ends = (Standing.Simultaneous) row.standing();
    assertThat(figures.value())
        .isGreaterThan(((Estimate.Estimated) rows(best).getFirst().result()).value());
    assertThat((ends.lower() + ends.upper()) / 2).isEqualTo(figures.value(), within(1e-9));
    assertThat(ends.upper()).isGreaterThan(figures.upper());
  }
}
