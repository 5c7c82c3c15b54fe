// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.meent.linkage.quality.Calibration;
import org.meent.linkage.quality.ErrorEstimator;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** One linkage from files to result. */
final class LinkageRun {
  private final LinkageJob job;
  private final Workers workers;
  private final FieldChoice choice;
  private final List<FieldColumn> columns;
  private final List<EncodedRecords> encoded;
  private final IdColumn leftIds;
  private final IdColumn rightIds;
  private final List<Subgroups> subgroups;
  private final Optional<ClericalLabels> labels;
  private final List<String> warnings = new ArrayList<>();

  private LinkageRun(LinkageJob job, Workers workers) {
    this.job = job;
    this.workers = workers;
    List<CsvTable> tables =
        workers.map(
            job.right().isPresent() ? 2 : 1,
            i ->
                CsvReader.read(
                    i == 0 ? job.left() : job.right().orElseThrow(),
                    job.idColumn(),
                    column -> FieldChoice.reads(job, column)));
    this.choice = FieldChoice.of(job, tables, workers);
    this.leftIds = tables.getFirst().ids();
    this.rightIds = tables.getLast().ids();
    this.encoded = choice.isEncoded() ? encoded(choice, tables) : List.of();
    this.columns = choice.isEncoded() ? List.of() : choice.columns(tables, workers);
    this.subgroups = Subgroups.of(job, tables.getFirst());
    this.labels = job.asks().labels().map(file -> ClericalLabels.read(file, leftIds, rightIds));
  }

  static LinkageResult run(LinkageJob job) {
    if (job.asks().draws() > 0 && job.right().isEmpty()) {
      throw Refusal.usage("linkage.match.draws-one-file", Where.field("--draws")).asException();
    }
    try (Workers workers = new Workers(job.method().threads())) {
      LinkageRun run = new LinkageRun(job, workers);
      if (run.choice.isEncoded()) {
        return run.linkEncoded();
      }
      return job.right().isPresent() ? run.link() : run.dedupe();
    }
  }

  private static List<EncodedRecords> encoded(FieldChoice choice, List<CsvTable> tables) {
    boolean mixed = choice.fields().stream().anyMatch(field -> field.kind() != FieldKind.ENCODING);
    if (mixed || tables.size() == 1) {
      throw Refusal.refused(
              mixed ? "linkage.encode.mixed" : "linkage.encode.one-file",
              Where.file(tables.getFirst().file()))
          .asException();
    }
    List<EncodedRecords> records =
        tables.stream().map(table -> EncodedRecords.of(table, choice.fields())).toList();
    if (records.getFirst().width() != records.getLast().width()) {
      throw Refusal.badInput(
              "linkage.encode.widths",
              Where.file(tables.getLast().file()),
              64 * records.getFirst().width(),
              64 * records.getLast().width())
          .asException();
    }
    return records;
  }

  private LinkageResult linkEncoded() {
    int n = leftIds.size();
    int m = rightIds.size();
    EncodedComparison comparison =
        EncodedComparison.of(encoded.getFirst(), encoded.getLast(), workers);
    ScoredPairs pairs = comparison.pairs();
    IdenticalRows left = IdenticalRows.none(n);
    IdenticalRows right = IdenticalRows.none(m);
    Calibration calibration = calibrate(pairs, left, right);
    LinkageDraws named =
        new LinkageDraws(pairs, left, right, leftIds, rightIds, job.asks().draws());
    boolean[] linked = new boolean[pairs.size()];
    int[] best = Assignment.best(pairs, n, m, job.method().threshold());
    Arrays.stream(best).forEach(e -> linked[e] = true);
    ErrorEstimator error = new ErrorEstimator(calibration);
    for (int e = 0; e < linked.length; e++) {
      error.add(pairs.probability()[e], linked[e], ErrorEstimator.EVERY_RULE);
    }
    if (!subgroups.isEmpty()) {
      warnings.add("no-subgroups-of-encodings");
    }
    double share = comparison.matches() / ((double) n * m);
    LinkageModel model =
        new LinkageModel(n, m, List.of(), List.of(), (long) n * m, share, 0, 0, true, List.of());
    return new LinkageResult(
        job,
        choice.guesses(),
        Arrays.stream(best).mapToObj(named::link).toList(),
        named,
        List.of(),
        model,
        error.report(0, true, warnings, List.of()),
        List.of());
  }

  private LinkageResult link() {
    List<IdenticalRows> identical =
        workers.map(2, side -> IdenticalRows.of(columns, side == 1, false));
    IdenticalRows left = identical.getFirst();
    IdenticalRows right = identical.getLast();
    if (!left.isEmpty() || !right.isEmpty()) {
      warnings.add("identical-records-left-out:" + (left.left() + right.left()));
    }
    if (left.keep().length == 0 || right.keep().length == 0) {
      return nothing();
    }
    List<FieldColumn> compared =
        warnings.isEmpty()
            ? columns
            : columns.stream()
                .map(c -> c.with(left.codes(c.left()), right.codes(c.right())))
                .toList();
    Comparison comparison = Comparison.of(compared, job.method().mostRounds(), workers);
    Calibration calibration = calibrate(comparison.pairs(), left, right);
    ScoredPairs pairs = comparison.pairs();
    LinkageDraws named =
        new LinkageDraws(pairs, left, right, leftIds, rightIds, job.asks().draws());
    boolean[] linked = new boolean[pairs.size()];
    int[] best = Assignment.best(pairs, leftIds.size(), rightIds.size(), job.method().threshold());
    Arrays.stream(best).forEach(e -> linked[e] = true);
    OwnError error = new OwnError(comparison, groupsOf(left), calibration);
    return new LinkageResult(
        job,
        choice.guesses(),
        Arrays.stream(best).mapToObj(named::link).toList(),
        named,
        List.of(),
        comparison.report(),
        error.ofLinks(linked, warnings),
        PairExplanation.leastSure(comparison.estimation(), named, job.asks().explained()));
  }

  private LinkageResult dedupe() {
    IdenticalRows rows = IdenticalRows.of(columns, false, true);
    List<FieldColumn> compared = columns;
    if (!rows.isEmpty()) {
      warnings.add("identical-records-compared-once:" + rows.left());
      compared = columns.stream().map(c -> c.with(rows.codes(c.left()), new int[0])).toList();
    }
    Comparison comparison = Comparison.of(compared, job.method().mostRounds(), workers);
    ScoredPairs pairs = comparison.pairs();
    int[] cluster =
        Clusters.find(
            comparison.fields(), comparison.estimation().model(), pairs, job.method().threshold());
    Calibration calibration = calibrate(pairs, rows, rows);
    OwnError error = new OwnError(comparison, groupsOf(rows), calibration);
    LinkageDraws named = new LinkageDraws(pairs, rows, rows, leftIds, leftIds, 0);
    return new LinkageResult(
        job,
        choice.guesses(),
        List.of(),
        LinkageDraws.none(),
        members(columns, rows, cluster, leftIds),
        comparison.report(),
        error.ofClusters(cluster, warnings),
        PairExplanation.leastSure(comparison.estimation(), named, job.asks().explained()));
  }

  /** Labels move the probabilities of two files before links are chosen, of one file after. */
  private Calibration calibrate(ScoredPairs pairs, IdenticalRows left, IdenticalRows right) {
    if (labels.isEmpty()) {
      return Calibration.withoutLabels();
    }
    Calibration calibration = labels.get().apply(pairs, left, right);
    if (labels.get().neverCompared() > 0) {
      warnings.add("labelled-matches-never-compared:" + labels.get().neverCompared());
    }
    return calibration;
  }

  private List<Subgroups> groupsOf(IdenticalRows rows) {
    return subgroups.stream().map(subgroup -> subgroup.of(rows)).toList();
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

  private LinkageResult nothing() {
    LinkageModel model =
        new LinkageModel(
            leftIds.size(), rightIds.size(), List.of(), List.of(), 0, 0, 0, 0, false, List.of());
    return new LinkageResult(
        job,
        choice.guesses(),
        List.of(),
        LinkageDraws.none(),
        List.of(),
        model,
        new ErrorEstimator().report(0, false, warnings, List.of()),
        List.of());
  }
}
