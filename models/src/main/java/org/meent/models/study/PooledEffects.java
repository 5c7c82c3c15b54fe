// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.Estimate.Estimated;
import org.meent.disclosure.output.FitEvidence;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.PooledEstimate;

/**
 * The planned effects over several linkages of the same records: every effect is estimated on each
 * linkage and pooled by Rubin's rules, so that the doubt about who is who is in the interval. An
 * estimand that one linkage cannot carry is refused. Units, criteria, balance, propensities and
 * gates are those of the best linkage.
 *
 * @param pooled the pooled effects
 * @param shares of each pooled estimate, how much of its variance is linkage
 */
public record PooledEffects(StudyEffects pooled, List<LinkageShare> shares) {

  /** Copies the list. */
  public PooledEffects {
    shares = List.copyOf(shares);
  }

  /** Effects of one linkage, which says nothing of its own doubt. */
  public static PooledEffects of(StudyEffects effects) {
    return new PooledEffects(effects, List.of());
  }

  /** The pooled effects, by name. */
  public SequencedMap<String, EffectResult> effects() {
    return pooled.effects();
  }

  /**
   * Pools.
   *
   * @param best the effects of the best linkage
   * @param draws the same effects of each linkage drawn from the posterior
   * @throws IllegalArgumentException if there are not at least two draws
   */
  public static PooledEffects of(
      StudyEffects best, List<SequencedMap<String, EffectResult>> draws) {
    if (draws.size() < 2) {
      throw new IllegalArgumentException("at least two linkages are pooled");
    }
    SequencedMap<String, EffectResult> effects = new LinkedHashMap<>();
    List<LinkageShare> shares = new ArrayList<>();
    List<StudyMember> members = new ArrayList<>(best.members());
    best.effects()
        .forEach(
            (name, result) -> {
              List<EffectResult> others =
                  draws.stream().map(draw -> Objects.requireNonNull(draw.get(name))).toList();
              effects.put(name, pooled(result, others, shares, members));
            });
    return new PooledEffects(new StudyEffects(effects, members), shares);
  }

  private static EffectResult pooled(
      EffectResult best,
      List<EffectResult> draws,
      List<LinkageShare> shares,
      List<StudyMember> members) {
    List<Estimate> rows = new ArrayList<>();
    for (Estimate row : best.rows()) {
      List<Optional<Estimate>> found =
          draws.stream()
              .map(draw -> draw.rows().stream().filter(other -> same(row, other)).findFirst())
              .toList();
      Consumer<PooledEstimate> seen =
          pooled -> {
            shares.add(
                new LinkageShare(
                    best.effect(),
                    words(row),
                    pooled.within(),
                    pooled.between(),
                    pooled.linkageShare()));
            int place = rows.size();
            members.replaceAll(
                member ->
                    member.effect().equals(best.effect()) && member.row() == place
                        ? member.with(pooled(member.estimate(), pooled))
                        : member);
          };
      rows.add(pooled(row, found, seen));
    }
    return best.withRows(rows);
  }

  /** The family reads the pooled figures; how they move together is that of the best linkage. */
  private static EffectEstimate pooled(EffectEstimate best, PooledEstimate pooled) {
    return best.withFigures(pooled.value(), pooled.se(), pooled.interval())
        .withDegreesOfFreedom(pooled.degreesOfFreedom());
  }

  /** A group that a linkage has nobody of is refused like any other estimand it cannot carry. */
  private static Estimate pooled(
      Estimate row, List<Optional<Estimate>> draws, Consumer<PooledEstimate> seen) {
    FitEvidence evidence = least(row, draws.stream().flatMap(Optional::stream).toList());
    if (row.result() instanceof Estimate.Refused) {
      return with(row, row.result(), evidence);
    }
    double[] values = new double[draws.size()];
    double[] errors = new double[draws.size()];
    for (int i = 0; i < values.length; i++) {
      if (draws.get(i).isEmpty()) {
        return with(row, new Estimate.Refused("no-units-in-a-linkage"), evidence);
      }
      switch (draws.get(i).get().result()) {
        case Estimated figures -> {
          values[i] = figures.value();
          errors[i] = figures.standardError();
        }
        case Estimate.Refused refused -> {
          return with(row, refused, evidence);
        }
      }
    }
    PooledEstimate pooled =
        PooledEstimate.of(values, errors, Math.max(1, evidence.residualDegreesOfFreedom()));
    seen.accept(pooled);
    Estimated figures =
        new Estimated(
            pooled.value(), pooled.se(), pooled.interval().lower(), pooled.interval().upper());
    return with(row, figures, evidence);
  }

  private static Estimate with(Estimate row, Estimate.Result result, FitEvidence evidence) {
    return new Estimate(
        row.method(),
        row.estimand(),
        row.arm(),
        row.reference(),
        row.group(),
        result,
        evidence,
        row.standing());
  }

  /**
   * Units are counted in the best linkage, as tables count them; the smallest category is that of
   * any linkage. A pooled mean is the mean of no table.
   */
  private static FitEvidence least(Estimate row, List<Estimate> draws) {
    FitEvidence least = row.evidence();
    for (Estimate draw : draws) {
      FitEvidence other = draw.evidence();
      least =
          new FitEvidence(
              least.treated(),
              least.controls(),
              Math.min(least.residualDegreesOfFreedom(), other.residualDegreesOfFreedom()),
              least.parameters(),
              Math.min(least.smallestCategory(), other.smallestCategory()),
              least.saturation(),
              "");
    }
    return least;
  }

  private static boolean same(Estimate row, Estimate other) {
    return words(row).equals(words(other))
        && row.arm().equals(other.arm())
        && row.reference().equals(other.reference());
  }

  private static String words(Estimate row) {
    StringBuilder words = new StringBuilder(row.method()).append(", ").append(row.estimand());
    row.group().forEach((name, code) -> words.append(", ").append(name).append(' ').append(code));
    return words.toString();
  }
}
