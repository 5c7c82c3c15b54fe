// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is linked with what, and how. Immutable; one default configuration for all files.
 *
 * <pre>{@code
 * LinkageResult result = LinkageJob.withDefaults()
 *     .withLeft(Path.of("a.csv")).withRight(Path.of("b.csv")).withIdColumn("id").run();
 * LinkageFiles.write(result, Path.of("out"));
 * }</pre>
 *
 * @param left the file whose records get a link, or are grouped
 * @param right the other file; empty to find records of the same person in {@code left}
 * @param idColumn the column that names a record in either file; never compared
 * @param fields the columns to compare; empty to have them guessed
 * @param threads threads; the result does not depend on them
 * @param threshold smallest probability of a link that is given out
 * @param mostRounds rounds after which EM gives up; the result then says that it did not converge
 * @param subgroups columns of the left file for whose values the error is told apart
 * @param labels pairs that clerks judged: left_id, right_id, match
 * @param draws one-to-one linkages to be drawn from the posterior besides the best one
 * @param explained how many of the least sure pairs are explained
 */
public record LinkageJob(
    Path left,
    Optional<Path> right,
    String idColumn,
    List<FieldSpec> fields,
    int threads,
    double threshold,
    int mostRounds,
    List<String> subgroups,
    Optional<Path> labels,
    int draws,
    int explained) {

  /** Copies the lists and checks the numbers. */
  public LinkageJob {
    fields = List.copyOf(fields);
    subgroups = List.copyOf(subgroups);
    if (threads < 1
        || mostRounds < 1
        || draws < 0
        || explained < 0
        || !(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException(
          "threads and rounds must be positive, the threshold in (0, 1)");
    }
  }

  /**
   * Files still to be named; id column {@code id}, guessed fields, two threads, threshold 0.5, 200
   * rounds.
   */
  public static LinkageJob withDefaults() {
    return new LinkageJob(
        Path.of(""),
        Optional.empty(),
        "id",
        List.of(),
        2,
        0.5,
        200,
        List.of(),
        Optional.empty(),
        0,
        0);
  }

  /** The same with another left file. */
  public LinkageJob withLeft(Path file) {
    return new LinkageJob(
        file,
        right,
        idColumn,
        fields,
        threads,
        threshold,
        mostRounds,
        subgroups,
        labels,
        draws,
        explained);
  }

  /** The same with a right file. */
  public LinkageJob withRight(Path file) {
    return new LinkageJob(
        left,
        Optional.of(file),
        idColumn,
        fields,
        threads,
        threshold,
        mostRounds,
        subgroups,
        labels,
        draws,
        explained);
  }

  /** The same with another id column. */
  public LinkageJob withIdColumn(String column) {
    return new LinkageJob(
        left,
        right,
        column,
        fields,
        threads,
        threshold,
        mostRounds,
        subgroups,
        labels,
        draws,
        explained);
  }

  /** The same with given fields. */
  public LinkageJob withFields(List<FieldSpec> given) {
    return new LinkageJob(
        left,
        right,
        idColumn,
        given,
        threads,
        threshold,
        mostRounds,
        subgroups,
        labels,
        draws,
        explained);
  }

  /** The same with another number of threads. */
  public LinkageJob withThreads(int number) {
    return new LinkageJob(
        left,
        right,
        idColumn,
        fields,
        number,
        threshold,
        mostRounds,
        subgroups,
        labels,
        draws,
        explained);
  }

  /** The same with another threshold. */
  public LinkageJob withThreshold(double probability) {
    return new LinkageJob(
        left,
        right,
        idColumn,
        fields,
        threads,
        probability,
        mostRounds,
        subgroups,
        labels,
        draws,
        explained);
  }

  /** The same with another number of rounds of EM. */
  public LinkageJob withMostRounds(int rounds) {
    return new LinkageJob(
        left, right, idColumn, fields, threads, threshold, rounds, subgroups, labels, draws,
        explained);
  }

  /** The same with the error told apart for the values of these columns of the left file. */
  public LinkageJob withSubgroups(List<String> columns) {
    return new LinkageJob(
        left,
        right,
        idColumn,
        fields,
        threads,
        threshold,
        mostRounds,
        columns,
        labels,
        draws,
        explained);
  }

  /** The same with pairs that clerks judged. */
  public LinkageJob withLabels(Path file) {
    return new LinkageJob(
        left,
        right,
        idColumn,
        fields,
        threads,
        threshold,
        mostRounds,
        subgroups,
        Optional.of(file),
        draws,
        explained);
  }

  /** The same with linkages drawn from the posterior. */
  public LinkageJob withDraws(int number) {
    return new LinkageJob(
        left,
        right,
        idColumn,
        fields,
        threads,
        threshold,
        mostRounds,
        subgroups,
        labels,
        number,
        explained);
  }

  /** The same with that many of the least sure pairs explained. */
  public LinkageJob withExplained(int number) {
    return new LinkageJob(
        left,
        right,
        idColumn,
        fields,
        threads,
        threshold,
        mostRounds,
        subgroups,
        labels,
        draws,
        number);
  }

  /**
   * Links.
   *
   * @throws org.meent.protocols.refusal.RefusalException if a file or field is not as it should be
   */
  public LinkageResult run() {
    return LinkageRun.run(this);
  }
}
