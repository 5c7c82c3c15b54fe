// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.List;
import org.meent.linkage.quality.ErrorEstimator;
import org.meent.linkage.quality.LinkageQuality;

/** One linkage from files to result; every step in the order in which it is described. */
final class LinkageRun {
  private static final double MIN_LOG_ODDS = -10;
  private static final int PAIR_ROUNDS = 4;
  private static final double PAIR_TOLERANCE = 5e-4;
  private static final double MIN_BUDGET = 4e6;
  private static final double PAIRS_PER_RECORD = 6;

  private final LinkageJob job;

  LinkageRun(LinkageJob job) {
    this.job = job;
  }

  LinkageResult run() {
    try (Workers workers = new Workers(job.threads())) {
      List<CsvTable> tables =
          workers.map(
              job.right().isPresent() ? 2 : 1,
              i -> CsvReader.read(i == 0 ? job.left() : job.right().orElseThrow(), job.idColumn()));
      return link(tables, workers);
    }
  }

  private LinkageResult link(List<CsvTable> tables, Workers workers) {
    FieldChoice choice = FieldChoice.of(job, tables);
    String[] leftIds = tables.getFirst().ids();
    String[] rightIds = tables.getLast().ids();
    LinkageFields fields = choice.fields(tables, workers);
    tables.clear();
    List<BlockingKey> keys = BlockingKey.of(fields);
    double budget =
        Math.max(MIN_BUDGET, PAIRS_PER_RECORD * ((double) leftIds.length + rightIds.length));
    List<BlockingRule> rules = new BlockingPlanner(fields, keys, budget).plan();
    List<BlockingIndex> indexes =
        workers.map(rules.size(), r -> BlockingIndex.of(fields, keys, rules.get(r), budget / 3));
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
    ExpectationMaximisation.Outcome em = estimate(fields, candidates, workers);
    ScoredPairs pairs = ScoredPairs.keep(em.model(), candidates, MIN_LOG_ODDS);
    MatchModel model = refine(em.model(), pairs);
    LinkageModel report = report(model, em, candidates.size(), ruleReport);
    return fields.oneFile()
        ? clusters(choice, leftIds, model, pairs, keys, rules, report)
        : links(choice, leftIds, rightIds, model, pairs, keys, rules, report);
  }

  private static ExpectationMaximisation.Outcome estimate(
      LinkageFields fields, CandidatePairs candidates, Workers workers) {
    MatchModel start = MatchModel.start(fields);
    if (!fields.oneFile()) {
      start = start.withDependence(FieldDependence.of(fields, start, workers));
    }
    ExpectationMaximisation.Outcome em =
        ExpectationMaximisation.run(start, candidates.patterns(), candidates.counts());
    if (fields.oneFile()) {
      MatchModel next = em.model();
      next = next.withDependence(FieldDependence.of(fields, next, workers));
      em = ExpectationMaximisation.run(next, candidates.patterns(), candidates.counts());
    }
    return em;
  }

  /** Re-estimates from the pairs themselves: with term frequencies and one-to-one competition. */
  private static MatchModel refine(MatchModel start, ScoredPairs pairs) {
    MatchModel model = start;
    double[] parts = new double[2];
    for (int round = 0; round < PAIR_ROUNDS; round++) {
      score(model, pairs);
      ExpectationMaximisation.Tally tally = new ExpectationMaximisation.Tally(model);
      for (int i = 0; i < pairs.size(); i++) {
        model.matchParts(pairs.pattern()[i], parts);
        tally.add(pairs.pattern()[i], pairs.probability()[i], parts);
      }
      MatchModel next = tally.model();
      double change = ExpectationMaximisation.change(model, next);
      model = next;
      if (change < PAIR_TOLERANCE) {
        break;
      }
    }
    score(model, pairs);
    return model;
  }

  private static void score(MatchModel model, ScoredPairs pairs) {
    pairs.score(model);
    if (!model.fields().oneFile()) {
      OneToOnePosterior.solve(pairs, model.fields(), model.expectedMatches());
    }
  }

  private LinkageResult links(
      FieldChoice choice,
      String[] leftIds,
      String[] rightIds,
      MatchModel model,
      ScoredPairs pairs,
      List<BlockingKey> keys,
      List<BlockingRule> rules,
      LinkageModel report) {
    int[] chosen = Assignment.best(pairs, model.fields(), job.threshold());
    boolean[] linked = new boolean[pairs.size()];
    List<LinkageResult.Link> links = new ArrayList<>();
    for (int e : chosen) {
      linked[e] = true;
      links.add(
          new LinkageResult.Link(
              leftIds[pairs.left()[e]], rightIds[pairs.right()[e]], pairs.probability()[e]));
    }
    LinkageQuality quality = quality(model, pairs, linked, keys, rules, report);
    return new LinkageResult(job, choice.guesses(), links, List.of(), report, quality);
  }

  private LinkageResult clusters(
      FieldChoice choice,
      String[] ids,
      MatchModel model,
      ScoredPairs pairs,
      List<BlockingKey> keys,
      List<BlockingRule> rules,
      LinkageModel report) {
    int[] cluster = Clusters.find(model.fields(), model, pairs, job.threshold());
    boolean[] linked = new boolean[pairs.size()];
    for (int e = 0; e < linked.length; e++) {
      linked[e] = cluster[pairs.left()[e]] == cluster[pairs.right()[e]];
    }
    List<LinkageResult.ClusterMember> members = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      members.add(new LinkageResult.ClusterMember(ids[i], ids[cluster[i]]));
    }
    LinkageQuality quality = quality(model, pairs, linked, keys, rules, report);
    return new LinkageResult(job, choice.guesses(), List.of(), members, report, quality);
  }

  private static LinkageQuality quality(
      MatchModel model,
      ScoredPairs pairs,
      boolean[] linked,
      List<BlockingKey> keys,
      List<BlockingRule> rules,
      LinkageModel report) {
    ErrorEstimator estimator = new ErrorEstimator();
    for (int e = 0; e < pairs.size(); e++) {
      int captures = 0;
      if (pairs.probability()[e] > 1e-4) {
        for (BlockingRule rule : rules) {
          captures += rule.holds(model.fields(), keys, pairs.left()[e], pairs.right()[e]) ? 1 : 0;
        }
      }
      estimator.add(pairs.probability()[e], linked[e], captures);
    }
    return estimator.report(0, report.converged(), List.of());
  }

  private static LinkageModel report(
      MatchModel model,
      ExpectationMaximisation.Outcome em,
      long compared,
      List<LinkageModel.Rule> rules) {
    LinkageFields fields = model.fields();
    List<LinkageModel.Field> reports = new ArrayList<>();
    List<LinkageModel.Shared> shared = new ArrayList<>();
    for (int f = 0; f < fields.patternFields(); f++) {
      List<LinkageModel.Level> levels = new ArrayList<>();
      for (int level = 1; level <= fields.exact(f); level++) {
        double m = model.m(f, level);
        double u = fields.chance(f, level);
        levels.add(
            new LinkageModel.Level(
                fields.levels(f).get(level), m, u, StrictMath.log(m / u) / StrictMath.log(2)));
      }
      boolean swap = fields.isSwap(f);
      reports.add(
          new LinkageModel.Field(
              fields.name(f),
              swap ? "name-order" : fields.column(f).kind().label(),
              swap ? 0 : fields.column(f).impossible(),
              levels));
      for (int other = 0; other < fields.patternFields(); other++) {
        if (model.dependence().shared(f, other) > 0.001) {
          shared.add(
              new LinkageModel.Shared(
                  fields.name(f), fields.name(other), model.dependence().shared(f, other)));
        }
      }
    }
    double prior = model.expectedMatches() / Math.max(1, fields.allPairs());
    return new LinkageModel(
        fields.rowsLeft(),
        fields.oneFile() ? 0 : fields.rowsRight(),
        reports,
        rules,
        compared,
        prior,
        model.hasAddresses() ? model.movedShare() : 0,
        em.rounds(),
        em.converged(),
        shared);
  }
}
