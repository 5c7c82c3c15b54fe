// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.List;

/**
 * The compared records and what came of it.
 *
 * @param fields the fields
 * @param keys keys for blocking
 * @param rules the chosen rules and the blocks that they refused
 * @param estimation model and probabilities
 * @param report the model in words
 */
record Comparison(
    LinkageFields fields,
    List<BlockingKey> keys,
    List<BlockingIndex> rules,
    Estimation estimation,
    LinkageModel report) {
  private static final double MIN_BUDGET = 3e6;
  private static final double PAIRS_PER_RECORD = 3;

  static Comparison of(List<FieldColumn> columns, int mostRounds, Workers workers) {
    LinkageFields fields = LinkageFields.of(columns, workers);
    List<BlockingKey> keys = BlockingKey.of(fields);
    double records = (double) fields.rowsLeft() + fields.rowsRight();
    double budget = Math.max(MIN_BUDGET, PAIRS_PER_RECORD * records);
    List<BlockingRule> rules =
        fields.allPairs() <= MIN_BUDGET
            ? List.of(BlockingRule.none())
            : new BlockingPlanner(fields, keys, budget).plan();
    List<BlockingIndex> indexes =
        workers.map(rules.size(), r -> BlockingIndex.of(fields, keys, rules.get(r), budget / 2));
    CandidatePairs candidates = CandidatePairs.find(fields, indexes, workers);
    List<LinkageModel.Rule> ruleReport = new ArrayList<>();
    for (BlockingIndex index : indexes) {
      ruleReport.add(index.report(keys));
      index.release();
    }
    Estimation estimation = Estimation.of(fields, candidates, mostRounds, workers);
    LinkageModel report = ModelReport.of(estimation, candidates.size(), ruleReport);
    return new Comparison(fields, keys, indexes, estimation, report);
  }

  /** Whether no blocking was needed. */
  boolean comparesAllPairs() {
    return rules.size() == 1 && rules.getFirst().rule().keys().length == 0;
  }

  ScoredPairs pairs() {
    return estimation.pairs();
  }
}
