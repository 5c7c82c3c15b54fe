// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.List;
import org.meent.linkage.quality.ErrorEstimator;

/** One linkage from files to result. */
final class LinkageRun {
  private final LinkageJob job;

  LinkageRun(LinkageJob job) {
    this.job = job;
  }

  LinkageResult run() {
    try (Workers workers = new Workers(job.threads())) {
      List<CsvTable> tables =
          workers.map(
              job.right().isPresent() ? 2 : 1,
              i ->
                  CsvReader.read(
                      i == 0 ? job.left() : job.right().orElseThrow(),
                      job.idColumn(),
                      column -> FieldChoice.reads(job, column)));
      FieldChoice choice = FieldChoice.of(job, tables, workers);
      IdColumn left = tables.getFirst().ids();
      IdColumn right = tables.getLast().ids();
      List<FieldColumn> columns = choice.columns(tables, workers);
      tables.clear();
      return job.right().isPresent()
          ? link(choice, columns, left, right, workers)
          : dedupe(choice, columns, left, workers);
    }
  }

  private LinkageResult link(
      FieldChoice choice,
      List<FieldColumn> columns,
      IdColumn allLeft,
      IdColumn allRight,
      Workers workers) {
    List<IdenticalRows> identical =
        workers.map(2, side -> IdenticalRows.of(columns, side == 1, false));
    IdenticalRows left = identical.getFirst();
    IdenticalRows right = identical.getLast();
    List<String> warnings = new ArrayList<>();
    if (!left.isEmpty() || !right.isEmpty()) {
      warnings.add("identical-records-left-out:" + (left.left() + right.left()));
    }
    if (left.keep().length == 0 || right.keep().length == 0) {
      return nothing(choice, allLeft, allRight, warnings);
    }
    List<FieldColumn> compared =
        warnings.isEmpty()
            ? columns
            : columns.stream()
                .map(c -> c.with(left.codes(c.left()), right.codes(c.right())))
                .toList();
    Comparison comparison = Comparison.of(compared, job.mostRounds(), workers);
    ScoredPairs pairs = comparison.pairs();
    boolean[] linked = new boolean[pairs.size()];
    List<LinkageResult.Link> links = new ArrayList<>();
    for (int e : Assignment.best(pairs, comparison.fields(), job.threshold())) {
      linked[e] = true;
      links.add(
          new LinkageResult.Link(
              allLeft.text(left.keep()[pairs.left()[e]]),
              allRight.text(right.keep()[pairs.right()[e]]),
              pairs.probability()[e]));
    }
    return new LinkageResult(
        job,
        choice.guesses(),
        links,
        List.of(),
        comparison.report(),
        comparison.quality(linked, warnings));
  }

  private LinkageResult dedupe(
      FieldChoice choice, List<FieldColumn> columns, IdColumn ids, Workers workers) {
    IdenticalRows rows = IdenticalRows.of(columns, false, true);
    List<String> warnings = new ArrayList<>();
    List<FieldColumn> compared = columns;
    if (!rows.isEmpty()) {
      warnings.add("identical-records-compared-once:" + rows.left());
      compared = columns.stream().map(c -> c.with(rows.codes(c.left()), new int[0])).toList();
    }
    Comparison comparison = Comparison.of(compared, job.mostRounds(), workers);
    ScoredPairs pairs = comparison.pairs();
    int[] cluster =
        Clusters.find(comparison.fields(), comparison.estimation().model(), pairs, job.threshold());
    return new LinkageResult(
        job,
        choice.guesses(),
        List.of(),
        members(columns, rows, cluster, ids),
        comparison.report(),
        comparison.quality(cluster, warnings));
  }

  private static List<LinkageResult.ClusterMember> members(
      List<FieldColumn> columns, IdenticalRows rows, int[] cluster, IdColumn ids) {
    int[] position = new int[ids.size()];
    for (int k = 0; k < rows.keep().length; k++) {
      position[rows.keep()[k]] = k;
    }
    List<LinkageResult.ClusterMember> members = new ArrayList<>(ids.size());
    for (int row = 0; row < ids.size(); row++) {
      int stand = rows.standsFor()[row];
      boolean joins = stand == row || IdenticalRows.samePerson(columns, row);
      int person = joins ? rows.keep()[cluster[position[stand]]] : row;
      members.add(new LinkageResult.ClusterMember(ids.text(row), ids.text(person)));
    }
    return members;
  }

  private LinkageResult nothing(
      FieldChoice choice, IdColumn left, IdColumn right, List<String> warnings) {
    LinkageModel model =
        new LinkageModel(
            left.size(), right.size(), List.of(), List.of(), 0, 0, 0, 0, false, List.of());
    return new LinkageResult(
        job,
        choice.guesses(),
        List.of(),
        List.of(),
        model,
        new ErrorEstimator().report(0, false, warnings));
  }
}
