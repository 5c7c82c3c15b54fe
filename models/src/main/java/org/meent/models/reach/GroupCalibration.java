// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.reach;

import java.util.List;
import org.meent.models.check.GateResult;
import org.meent.models.frame.Frame;
import org.meent.models.frame.Grouping;
import org.meent.protocols.literature.Reference;

/**
 * Whether effects that were predicted per row hold on average in each group: the mean prediction
 * beside the doubly robust mean, with intervals of the difference that hold for all groups
 * together.
 *
 * @param lines one for each group with enough rows
 * @param tooFew groups with too few rows of an arm
 */
public record GroupCalibration(List<Line> lines, List<String> tooFew) {

  /** Copies the lists. */
  public GroupCalibration {
    lines = List.copyOf(lines);
    tooFew = List.copyOf(tooFew);
  }

  /**
   * One group.
   *
   * @param group as it is written in results
   * @param predicted the mean of the predicted effects
   * @param shown the doubly robust mean effect
   * @param lower lower end of the simultaneous interval of shown less predicted
   * @param upper its upper end
   */
  public record Line(String group, double predicted, double shown, double lower, double upper) {
    /** Whether the group's predictions may be right. */
    public boolean holds() {
      return lower <= 0 && upper >= 0;
    }
  }

  /**
   * Compares.
   *
   * @param shown doubly robust score of each row
   * @param predicted effect of each row, learned without it
   */
  @Reference(
      authors = "U. Hébert-Johnson, M. Kim, O. Reingold, G. Rothblum (2018)",
      title = "Multicalibration: calibration for the (computationally-identifiable) masses",
      source = "Proceedings of the 35th International Conference on Machine Learning, PMLR 80")
  public static GroupCalibration of(
      Frame pair, List<Grouping> groupings, double[] shown, double[] predicted, long seed) {
    double[] beyond = new double[shown.length];
    for (int i = 0; i < beyond.length; i++) {
      beyond[i] = shown[i] - predicted[i];
    }
    GroupFamily family = GroupFamily.of(pair, groupings, beyond, seed);
    List<Line> lines =
        family.means().stream()
            .map(
                mean -> {
                  double expected = GroupFamily.mean(pair, mean.part().in(), predicted);
                  return new Line(
                      mean.part().written(),
                      expected,
                      expected + mean.value(),
                      mean.lower(),
                      mean.upper());
                })
            .toList();
    return new GroupCalibration(lines, family.tooFew());
  }

  /** Warned if predictions of any group are off. */
  public GateResult gate() {
    if (lines.isEmpty()) {
      return GateResult.notRun("group-calibration", "groups-off");
    }
    long off = lines.stream().filter(line -> !line.holds()).count();
    return GateResult.atMost("group-calibration", "groups-off", off, 0);
  }
}
