// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meent.linkage.quality.Calibration;
import org.meent.linkage.quality.ErrorEstimator;
import org.meent.linkage.quality.GroupQuality;
import org.meent.linkage.quality.LinkageQuality;

/**
 * Sums what the compared pairs say about the error of a linkage, for all records and by subgroup.
 */
final class OwnError {
  private static final double HOPELESS = 1e-3;

  private final Comparison comparison;
  private final List<Subgroups> subgroups;
  private final ErrorEstimator all;
  private final ErrorEstimator[][] ofGroup;
  private final ExpectationMaximisation.Tally[][] tallies;

  OwnError(Comparison comparison, List<Subgroups> subgroups, Calibration calibration) {
    this.comparison = comparison;
    this.subgroups = List.copyOf(subgroups);
    this.all = new ErrorEstimator(calibration);
    this.ofGroup = new ErrorEstimator[subgroups.size()][];
    this.tallies = new ExpectationMaximisation.Tally[subgroups.size()][];
    MatchModel model = comparison.estimation().model();
    for (int s = 0; s < ofGroup.length; s++) {
      int size = subgroups.get(s).values().size();
      ofGroup[s] = new ErrorEstimator[size];
      tallies[s] = new ExpectationMaximisation.Tally[size];
      Arrays.setAll(ofGroup[s], g -> new ErrorEstimator(calibration));
      Arrays.setAll(tallies[s], g -> new ExpectationMaximisation.Tally(model));
    }
  }

  /** The own error of one-to-one links. */
  LinkageQuality ofLinks(boolean[] linked, List<String> warnings) {
    ScoredPairs pairs = comparison.pairs();
    for (int e = 0; e < linked.length; e++) {
      add(pairs.left()[e], pairs.right()[e], pairs.probability()[e], linked[e]);
      tally(e);
    }
    return report(warnings);
  }

  /** The own error of clusters. */
  LinkageQuality ofClusters(int[] cluster, List<String> warnings) {
    ScoredPairs pairs = comparison.pairs();
    ClusterPairs within = ClusterPairs.of(cluster, pairs);
    for (int e = 0; e < within.left().length; e++) {
      add(within.left()[e], within.right()[e], within.probability()[e], true);
    }
    for (int e = 0; e < pairs.size(); e++) {
      int left = pairs.left()[e];
      int right = pairs.right()[e];
      if (cluster[left] != cluster[right]) {
        add(left, right, pairs.probability()[e], false);
      }
      tally(e);
    }
    return report(warnings);
  }

  private void add(int left, int right, double probability, boolean linked) {
    int captures = 0;
    if (comparison.comparesAllPairs()) {
      captures = ErrorEstimator.EVERY_RULE;
    } else if (probability > HOPELESS) {
      for (BlockingIndex rule : comparison.rules()) {
        captures += rule.proposes(comparison.keys(), left, right) ? 1 : 0;
      }
    }
    all.add(probability, linked, captures);
    for (int s = 0; s < ofGroup.length; s++) {
      ofGroup[s][subgroups.get(s).ofRow()[left]].add(probability, linked, captures);
    }
  }

  /** Counts the levels of a pair in its subgroups, whose errors may differ from those of all. */
  private void tally(int pair) {
    ScoredPairs pairs = comparison.pairs();
    double probability = pairs.probability()[pair];
    if (tallies.length == 0 || probability < HOPELESS) {
      return;
    }
    double[] parts = new double[2];
    long pattern = pairs.patterns()[pairs.pattern()[pair]];
    comparison.estimation().model().matchParts(pattern, parts);
    for (int s = 0; s < tallies.length; s++) {
      tallies[s][subgroups.get(s).ofRow()[pairs.left()[pair]]].add(pattern, probability, parts);
    }
  }

  private LinkageQuality report(List<String> warnings) {
    List<String> told = new ArrayList<>(warnings);
    if (comparison.pairs().size() == 0) {
      told.add("no-pair-could-be-compared");
    }
    Estimation estimation = comparison.estimation();
    double lost = BlockingLoss.of(estimation.model(), comparison.keys(), comparison.rules());
    return all.report(lost, estimation.converged(), told, groups());
  }

  private List<GroupQuality> groups() {
    List<GroupQuality> groups = new ArrayList<>();
    for (int s = 0; s < ofGroup.length; s++) {
      Subgroups subgroup = subgroups.get(s);
      for (int g = 0; g < ofGroup[s].length; g++) {
        int group = g;
        long records = Arrays.stream(subgroup.ofRow()).filter(of -> of == group).count();
        if (records > 0) {
          double lost =
              BlockingLoss.ofGroup(
                  tallies[s][g].model(),
                  present(subgroup.ofRow(), g, records),
                  comparison.keys(),
                  comparison.rules());
          groups.add(
              ofGroup[s][g].group(subgroup.column(), subgroup.values().get(g), records, lost));
        }
      }
    }
    return groups;
  }

  private double[] present(int[] ofRow, int group, long records) {
    LinkageFields fields = comparison.fields();
    double[] present = new double[fields.count()];
    for (int row = 0; row < ofRow.length; row++) {
      for (int f = 0; ofRow[row] == group && f < present.length; f++) {
        present[f] += fields.left(row, f) >= 0 ? 1.0 / records : 0;
      }
    }
    return present;
  }
}
