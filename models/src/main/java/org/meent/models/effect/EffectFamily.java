// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Estimates that are read side by side (arms, groups, outcomes, horizons), with intervals that hold
 * all at once and p-values that count how many were tried. What was declared beforehand is judged
 * among the declared; anything else is exploratory and judged among everything.
 *
 * @param members in the order given
 */
public record EffectFamily(List<Adjusted> members) {

  /** Copies the list. */
  public EffectFamily {
    members = List.copyOf(members);
  }

  /**
   * An estimate on its way into a family.
   *
   * @param estimate with its own interval
   * @param influence of each unit of the whole data on it; see {@link #byUnit}
   * @param declared whether it was planned before the data were seen
   */
  public record Member(EffectEstimate estimate, double[] influence, boolean declared) {}

  /**
   * An estimate as a member of its family.
   *
   * @param estimate with its own interval
   * @param declared whether it was planned; otherwise it is exploratory
   * @param simultaneous interval that holds together with those of the whole family
   * @param p two-sided p-value that there is no effect
   * @param falseDiscovery Benjamini and Hochberg's adjusted p-value
   * @param falseDiscoveryWhatever Benjamini and Yekutieli's, whatever the dependence
   */
  public record Adjusted(
      EffectEstimate estimate,
      boolean declared,
      Interval simultaneous,
      double p,
      double falseDiscovery,
      double falseDiscoveryWhatever) {

    /** The stamp in results. */
    public String stamp() {
      return declared ? "declared" : "exploratory";
    }
  }

  /** Adjusts every member for the others. */
  public static EffectFamily of(List<Member> members, long seed) {
    List<Adjusted> everything = adjusted(members, seed);
    List<Member> planned = members.stream().filter(Member::declared).toList();
    if (planned.isEmpty() || planned.size() == members.size()) {
      return new EffectFamily(everything);
    }
    List<Adjusted> among = adjusted(planned, seed);
    List<Adjusted> found = new ArrayList<>();
    int next = 0;
    for (Adjusted member : everything) {
      found.add(member.declared ? among.get(next++) : member);
    }
    return new EffectFamily(found);
  }

  /**
   * Sums influences by unit, so that estimates over different rows can be set side by side.
   *
   * @param influence of each row
   * @param unit the unit of each row, such as its cluster in the whole data, from 0
   */
  public static double[] byUnit(double[] influence, int[] unit, int units) {
    double[] sums = new double[units];
    for (int i = 0; i < influence.length; i++) {
      sums[unit[i]] += influence[i];
    }
    return sums;
  }

  private static List<Adjusted> adjusted(List<Member> members, long seed) {
    if (members.isEmpty()) {
      return List.of();
    }
    double tail = MaxT.tail(members.stream().map(Member::influence).toList(), seed);
    double[] p = members.stream().mapToDouble(m -> twoSided(m.estimate)).toArray();
    double[] positive = FalseDiscovery.positive(p);
    double[] whatever = FalseDiscovery.whatever(p);
    List<Adjusted> adjusted = new ArrayList<>();
    for (int k = 0; k < p.length; k++) {
      Member member = members.get(k);
      adjusted.add(
          new Adjusted(
              member.estimate,
              member.declared,
              wider(member.estimate, tail),
              p[k],
              positive[k],
              whatever[k]));
    }
    return adjusted;
  }

  private static double twoSided(EffectEstimate e) {
    return e.se() > 0
        ? 2 * student(e).cumulativeProbability(-Math.abs(e.value() / e.se()))
        : e.value() == 0 ? 1 : 0;
  }

  /** The estimate's own interval, longer in the proportion of the t quantiles. */
  private static Interval wider(EffectEstimate e, double tail) {
    double ratio =
        -student(e).inverseCumulativeProbability(tail) / Interval.quantile(e.degreesOfFreedom());
    double half = (e.upper() - e.value()) * Math.max(1, ratio);
    return new Interval(e.value() - half, e.value() + half);
  }

  private static TDistribution student(EffectEstimate e) {
    return new TDistribution(null, e.degreesOfFreedom());
  }
}
