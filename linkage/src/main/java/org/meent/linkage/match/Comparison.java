// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.List;
import org.meent.linkage.quality.ErrorEstimator;
import org.meent.linkage.quality.LinkageQuality;

/**
 * The compared records and what came of it.
 *
 * @param fields the fields
 * @param keys keys for blocking
 * @param rules the chosen rules
 * @param estimation model and probabilities
 * @param report the model in words
 */
record Comparison(
    LinkageFields fields,
    List<BlockingKey> keys,
    List<BlockingRule> rules,
    Estimation estimation,
    LinkageModel report) {
  private static final double MIN_BUDGET = 3e6;
  private static final double PAIRS_PER_RECORD = 3;

  static Comparison of(List<FieldColumn> columns, int mostRounds, Workers workers) {
    LinkageFields fields = LinkageFields.of(columns, workers);
    List<BlockingKey> keys = BlockingKey.of(fields);
    double records = (double) fields.rowsLeft() + fields.rowsRight();
    double budget = Math.max(MIN_BUDGET, PAIRS_PER_RECORD * records);
    List<BlockingRule> rules = new BlockingPlanner(fields, keys, budget).plan();
    List<BlockingIndex> indexes =
        workers.map(rules.size(), r -> BlockingIndex.of(fields, keys, rules.get(r), budget / 2));
    List<LinkageModel.Rule> ruleReport = new ArrayList<>();
    for (int r = 0; r < rules.size(); r++) {
      BlockingIndex index = indexes.get(r);
      ruleReport.add(
          new LinkageModel.Rule(
              rules.get(r).describe(fields, keys),
              index.pairs(),
              index.refusedBlocks(),
              index.refusedPairs()));
    }
    CandidatePairs candidates = CandidatePairs.find(fields, indexes, workers);
    Estimation estimation = Estimation.of(fields, candidates, mostRounds, workers);
    LinkageModel report = ModelReport.of(estimation, candidates.size(), ruleReport);
    return new Comparison(fields, keys, rules, estimation, report);
  }

  ScoredPairs pairs() {
    return estimation.pairs();
  }

  /** The own-error report of one-to-one links. */
  LinkageQuality quality(boolean[] linked, List<String> warnings) {
    ErrorEstimator estimator = new ErrorEstimator();
    for (int e = 0; e < linked.length; e++) {
      add(estimator, pairs().left()[e], pairs().right()[e], pairs().probability()[e], linked[e]);
    }
    return report(estimator, warnings);
  }

  /** The own-error report of clusters. */
  LinkageQuality quality(int[] cluster, List<String> warnings) {
    ErrorEstimator estimator = new ErrorEstimator();
    ClusterPairs within = ClusterPairs.of(cluster, pairs());
    for (int e = 0; e < within.left().length; e++) {
      add(estimator, within.left()[e], within.right()[e], within.probability()[e], true);
    }
    for (int e = 0; e < pairs().size(); e++) {
      int left = pairs().left()[e];
      int right = pairs().right()[e];
      if (cluster[left] != cluster[right]) {
        add(estimator, left, right, pairs().probability()[e], false);
      }
    }
    return report(estimator, warnings);
  }

  private void add(
      ErrorEstimator estimator, int left, int right, double probability, boolean linked) {
    int captures = 0;
    if (probability > 1e-3) {
      for (BlockingRule rule : rules) {
        captures += rule.holds(fields, keys, left, right) ? 1 : 0;
      }
    }
    estimator.add(probability, linked, captures);
  }

  private LinkageQuality report(ErrorEstimator estimator, List<String> warnings) {
    List<String> all = new ArrayList<>(warnings);
    if (pairs().size() == 0) {
      all.add("no-pair-could-be-compared");
    }
    double lost = BlockingLoss.of(estimation.model(), keys, rules);
    return estimator.report(lost, estimation.converged(), all);
  }
}
