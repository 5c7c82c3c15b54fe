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
 * @param method how they are compared and linked
 * @param asks what is to be told besides the links
 */
public record LinkageJob(
    Path left,
    Optional<Path> right,
    String idColumn,
    List<FieldSpec> fields,
    LinkageMethod method,
    LinkageAsks asks) {

  /** Copies the list. */
  public LinkageJob {
    fields = List.copyOf(fields);
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
        new LinkageMethod(2, 0.5, 200),
        LinkageAsks.nothing());
  }

  /** The same with another left file. */
  public LinkageJob withLeft(Path file) {
    return new LinkageJob(file, right, idColumn, fields, method, asks);
  }

  /** The same with a right file. */
  public LinkageJob withRight(Path file) {
    return new LinkageJob(left, Optional.of(file), idColumn, fields, method, asks);
  }

  /** The same with another id column. */
  public LinkageJob withIdColumn(String column) {
    return new LinkageJob(left, right, column, fields, method, asks);
  }

  /** The same with given fields. */
  public LinkageJob withFields(List<FieldSpec> given) {
    return new LinkageJob(left, right, idColumn, given, method, asks);
  }

  /** The same with another number of threads. */
  public LinkageJob withThreads(int number) {
    return with(method.withThreads(number));
  }

  /** The same with another threshold. */
  public LinkageJob withThreshold(double probability) {
    return with(method.withThreshold(probability));
  }

  /** The same with another number of rounds of EM. */
  public LinkageJob withMostRounds(int rounds) {
    return with(method.withMostRounds(rounds));
  }

  /** The same with the error told apart for the values of these columns of the left file. */
  public LinkageJob withSubgroups(List<String> columns) {
    return with(asks.withSubgroups(columns));
  }

  /** The same with pairs that clerks judged. */
  public LinkageJob withLabels(Path file) {
    return with(asks.withLabels(file));
  }

  /** The same with linkages drawn from the posterior. */
  public LinkageJob withDraws(int number) {
    return with(asks.withDraws(number));
  }

  /** The same with that many of the least sure pairs explained. */
  public LinkageJob withExplained(int number) {
    return with(asks.withExplained(number));
  }

  private LinkageJob with(LinkageMethod other) {
    return new LinkageJob(left, right, idColumn, fields, other, asks);
  }

  private LinkageJob with(LinkageAsks other) {
    return new LinkageJob(left, right, idColumn, fields, method, other);
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
