// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.reach;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.meent.models.frame.Frame;
import org.meent.models.frame.Grouping;
import org.meent.protocols.literature.Reference;

/**
 * What a policy would bring each group, and what it would do to the gap in outcomes between a group
 * and everybody else. Two groups may be given support equally often and still drift apart: so
 * outcomes are compared, and not scores.
 *
 * @param lines one for each group with enough rows
 * @param tooFew groups with too few rows of an arm
 */
@Reference(
    authors = "S. Zezulka, K. Genin (2024)",
    title = "From the fair distribution of predictions to the fair distribution of social goods",
    source = "ACM Conference on Fairness, Accountability, and Transparency",
    url = "https://doi.org/10.1145/3630106.3659020")
public record GroupGains(List<Line> lines, List<String> tooFew) {

  /** Copies the lists. */
  public GroupGains {
    lines = List.copyOf(lines);
    tooFew = List.copyOf(tooFew);
  }

  /**
   * One group.
   *
   * @param group as it is written in results
   * @param gain mean gain of the policy over today
   * @param se its standard error
   * @param lower lower end of its interval, which holds for all groups together
   * @param upper its upper end
   * @param gapToday mean outcome of the group less that of everybody else
   * @param gapUnder the same under the policy
   * @param changeSe standard error of the second less the first
   * @param changeLower lower end of its interval, which holds for all groups together
   * @param changeUpper its upper end
   */
  public record Line(
      String group,
      double gain,
      double se,
      double lower,
      double upper,
      double gapToday,
      double gapUnder,
      double changeSe,
      double changeLower,
      double changeUpper) {
    /** Whether the group would fall further behind. */
    public boolean widens() {
      return Math.abs(gapUnder) > Math.abs(gapToday);
    }
  }

  /**
   * Compares.
   *
   * @param under doubly robust score of each row under the policy, learned without the row
   * @param today what each row has today
   */
  public static GroupGains of(
      Frame frame, List<Grouping> groupings, double[] under, double[] today, long seed) {
    double[] gain = new double[under.length];
    for (int i = 0; i < gain.length; i++) {
      gain[i] = under[i] - today[i];
    }
    GroupFamily family = GroupFamily.of(frame, groupings, gain, seed);
    SequencedMap<String, GroupFamily.Mean> changes = new LinkedHashMap<>();
    GroupFamily.besideOthers(frame, groupings, gain, seed)
        .means()
        .forEach(mean -> changes.put(mean.part().written(), mean));
    List<Line> lines =
        family.means().stream()
            .filter(mean -> changes.containsKey(mean.part().written()))
            .map(mean -> line(frame, mean, changes, under, today))
            .toList();
    return new GroupGains(lines, family.tooFew());
  }

  private static Line line(
      Frame frame,
      GroupFamily.Mean mean,
      SequencedMap<String, GroupFamily.Mean> changes,
      double[] under,
      double[] today) {
    GroupFamily.Mean change = Objects.requireNonNull(changes.get(mean.part().written()));
    return new Line(
        mean.part().written(),
        mean.value(),
        mean.se(),
        mean.lower(),
        mean.upper(),
        gap(frame, mean.part().in(), today),
        gap(frame, mean.part().in(), under),
        change.se(),
        change.lower(),
        change.upper());
  }

  private static double gap(Frame frame, boolean[] in, double[] perRow) {
    return GroupFamily.mean(frame, in, perRow)
        - GroupFamily.mean(frame, GroupFamily.others(in), perRow);
  }
}
