// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.meent.models.effect.ClusterVariance;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.EffectFamily;
import org.meent.models.effect.Estimand;
import org.meent.models.effect.FalseDiscovery;
import org.meent.models.effect.Interval;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Difference in differences where groups start at different times: the effect of each starting
 * group in each period, compared only with those who have not started by then (those who started
 * earlier are never a comparison). Periods before the start show whether the groups moved alike;
 * their effects should be zero.
 *
 * @param effects one per starting group and period
 * @param byExposure the same averaged over groups, by periods since the start
 * @param average over all groups and periods from the start on
 * @param family the effects by exposure, with intervals that hold for all of them at once
 */
public record GroupTimeEffects(
    List<Effect> effects, List<Effect> byExposure, Effect average, EffectFamily family) {
  /** The start of a unit that never starts. */
  public static final int NEVER = Integer.MAX_VALUE;

  private static final int FEWEST = 10;

  /** Copies the lists. */
  public GroupTimeEffects {
    effects = List.copyOf(effects);
    byExposure = List.copyOf(byExposure);
  }

  /**
   * One effect on those who started.
   *
   * @param start the period in which the group started; {@code -1} for an average over groups
   * @param exposure periods since the start; negative before it
   * @param value in units of the outcome
   * @param se standard error
   * @param interval 95 % interval
   * @param units units of the group
   * @param comparisons units compared with
   */
  public record Effect(
      int start,
      int exposure,
      double value,
      double se,
      Interval interval,
      long units,
      long comparisons) {}

  /**
   * Estimates {@code ATT(g, t)}: from the start on against the last period before it, earlier
   * against the period before.
   *
   * @param outcome by unit and period
   * @param start the period in which each unit starts, or {@link #NEVER}
   * @param cluster cluster of each unit, from 0
   * @throws org.meent.protocols.refusal.RefusalException if no group can be compared
   */
  @Reference(
      authors = "B. Callaway, P. H. C. Sant'Anna (2021)",
      title = "Difference-in-differences with multiple time periods",
      source = "Journal of Econometrics 225, 200-230",
      url = "https://doi.org/10.1016/j.jeconom.2020.12.001")
  public static GroupTimeEffects of(double[][] outcome, int[] start, int[] cluster, int clusters) {
    int periods = outcome[0].length;
    TreeSet<Integer> starts = new TreeSet<>();
    Arrays.stream(start).filter(s -> s > 0 && s < periods).forEach(starts::add);
    Panel panel = new Panel(outcome, start, cluster, clusters);
    List<Effect> effects = new ArrayList<>();
    List<double[]> influences = new ArrayList<>();
    for (int group : starts) {
      for (int t = 1; t < periods; t++) {
        panel.compare(group, t, effects, influences);
      }
    }
    if (effects.isEmpty()) {
      throw Refusal.refused("models.quasi.no-comparison", Where.field("start"), FEWEST)
          .asException();
    }
    List<double[]> ofExposure = new ArrayList<>();
    List<Effect> byExposure = panel.byExposure(effects, influences, ofExposure);
    Effect average = panel.average(e -> e.exposure() >= 0, 0, effects, influences, ofExposure);
    return new GroupTimeEffects(effects, byExposure, average, panel.family(byExposure, ofExposure));
  }

  /**
   * The p-value that groups moved alike before the start, whatever the dependence between periods;
   * {@code NaN} if no period shows it.
   */
  public double preTrendP() {
    double[] before =
        family.members().stream()
            .filter(member -> Integer.parseInt(member.estimate().group()) < 0)
            .mapToDouble(EffectFamily.Adjusted::p)
            .toArray();
    return Arrays.stream(FalseDiscovery.whatever(before)).min().orElse(Double.NaN);
  }

  private record Panel(double[][] outcome, int[] start, int[] cluster, int clusters) {

    void compare(int group, int t, List<Effect> effects, List<double[]> influences) {
      int base = t >= group ? group - 1 : t - 1;
      int last = Math.max(t, base);
      double[] sum = new double[2];
      long[] count = new long[2];
      int[] side = new int[start.length];
      for (int i = 0; i < start.length; i++) {
        side[i] = start[i] == group ? 1 : start[i] > last ? 0 : -1;
        if (side[i] >= 0) {
          sum[side[i]] += outcome[i][t] - outcome[i][base];
          count[side[i]]++;
        }
      }
      if (Math.min(count[0], count[1]) < FEWEST) {
        return;
      }
      double[] mean = {sum[0] / count[0], sum[1] / count[1]};
      double[] influence = new double[start.length];
      for (int i = 0; i < start.length; i++) {
        if (side[i] >= 0) {
          double apart = outcome[i][t] - outcome[i][base] - mean[side[i]];
          influence[i] = (side[i] == 1 ? apart : -apart) / count[side[i]];
        }
      }
      influences.add(influence);
      effects.add(effect(group, t - group, mean[1] - mean[0], influence, count[1], count[0]));
    }

    private Effect effect(
        int group, int exposure, double value, double[] influence, long units, long others) {
      ClusterVariance variance = ClusterVariance.of(influence, cluster, clusters, null);
      double se = variance.standardError();
      return new Effect(
          group,
          exposure,
          value,
          se,
          Interval.of(value, se, variance.degreesOfFreedom()),
          units,
          others);
    }

    /** Averages over groups for each number of periods since the start. */
    List<Effect> byExposure(
        List<Effect> effects, List<double[]> influences, List<double[]> ofExposure) {
      TreeSet<Integer> exposures = new TreeSet<>();
      effects.forEach(e -> exposures.add(e.exposure()));
      List<Effect> averages = new ArrayList<>();
      for (int exposure : exposures) {
        averages.add(
            average(e -> e.exposure() == exposure, exposure, effects, influences, ofExposure));
      }
      return averages;
    }

    /** Averages some effects by the sizes of their groups, which count as fixed. */
    Effect average(
        Predicate<Effect> which,
        int exposure,
        List<Effect> effects,
        List<double[]> influences,
        List<double[]> found) {
      int[] part =
          IntStream.range(0, effects.size()).filter(k -> which.test(effects.get(k))).toArray();
      long units = Arrays.stream(part).mapToLong(k -> effects.get(k).units()).sum();
      long others = Arrays.stream(part).mapToLong(k -> effects.get(k).comparisons()).sum();
      double value = 0;
      double[] influence = new double[start.length];
      for (int k : part) {
        double share = (double) effects.get(k).units() / units;
        value += share * effects.get(k).value();
        for (int i = 0; i < influence.length; i++) {
          influence[i] += share * influences.get(k)[i];
        }
      }
      found.add(influence);
      return effect(-1, exposure, value, influence, units, others);
    }

    EffectFamily family(List<Effect> byExposure, List<double[]> influences) {
      List<EffectFamily.Member> members = new ArrayList<>();
      for (int k = 0; k < byExposure.size(); k++) {
        Effect e = byExposure.get(k);
        double[] sums = EffectFamily.byUnit(influences.get(k), cluster, clusters);
        double free =
            ClusterVariance.of(influences.get(k), cluster, clusters, null).degreesOfFreedom();
        EffectEstimate estimate =
            new EffectEstimate(
                "group-time",
                Estimand.ATT,
                "started",
                "not yet started",
                String.valueOf(e.exposure()),
                e.value(),
                e.se(),
                e.interval().lower(),
                e.interval().upper(),
                free,
                e.units(),
                e.comparisons());
        members.add(new EffectFamily.Member(estimate, sums, true));
      }
      return EffectFamily.of(members, 1);
    }
  }
}
