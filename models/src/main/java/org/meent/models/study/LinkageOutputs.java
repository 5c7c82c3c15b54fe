// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.FitEvidence;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.Population;
import org.meent.linkage.pairing.PairingAccount;
import org.meent.linkage.quality.Estimate;
import org.meent.linkage.quality.GroupQuality;
import org.meent.linkage.quality.LinkageQuality;
import org.meent.linkage.source.LinkageAccount;
import org.meent.protocols.CohortPlan.Treatment;

/**
 * What of a linkage may be asked out: who has a row of a source and who has none, by subgroup, and
 * the error that a linkage by probability knows of itself. All count persons of the whole
 * population, so that the gate protects them together with each other and with the flow.
 */
final class LinkageOutputs {
  private static final String LINKED = "linked";
  private static final String UNLINKED = "not linked";
  private static final String METHOD = "own-error";
  private static final double Z = 1.959963984540054;

  private final LinkageAccount account;
  private final Population everybody;
  private final Treatment treatment;

  LinkageOutputs(LinkageAccount account, Population everybody, Treatment treatment) {
    this.account = account;
    this.everybody = everybody;
    this.treatment = treatment;
  }

  /**
   * How a table names having a row. A row in the source of the treatment is an arm: such a table
   * shows the arms of everybody, and bears their names, so that the gate sees it and the tables by
   * arm as one.
   *
   * @param variable the variable
   * @param linked its code for persons with a row
   * @param unlinked its code for persons without
   */
  private record Words(String variable, String linked, String unlinked) {}

  private Words words(String source) {
    if (!treatment.from().equals(source)) {
      return new Words("linkage of " + source, LINKED, UNLINKED);
    }
    String absent = Treatment.ABSENT;
    String started =
        treatment.arms().sequencedEntrySet().stream()
            .filter(arm -> !arm.getValue().equals(absent))
            .map(java.util.Map.Entry::getKey)
            .findFirst()
            .orElse(LINKED);
    String none =
        treatment.arms().sequencedEntrySet().stream()
            .filter(arm -> arm.getValue().equals(absent))
            .map(java.util.Map.Entry::getKey)
            .findFirst()
            .orElse(UNLINKED);
    return new Words(EstimateTable.ARM, started, none);
  }

  /** Persons with and without a row of a source, by a subgroup. */
  FrequencyTable byGroup(String id, String source, String subgroup) {
    Words words = words(source);
    LinkageAccount.Group group = group(join(source), subgroup);
    List<List<Long>> counts =
        IntStream.range(0, group.codes().size())
            .mapToObj(i -> List.of(group.linked().get(i), group.unlinked().get(i)))
            .toList();
    return new FrequencyTable(
        id,
        "Persons with and without a row in " + source + ", by " + subgroup,
        everybody,
        "persons",
        new Dimension(subgroup, subgroup, group.codes()),
        new Dimension(words.variable(), "in " + source, List.of(words.linked(), words.unlinked())),
        new Evidence.Counts(counts, Evidence.Zeros.SAFE));
  }

  /** Links that are right, matches that were found, and matches that blocking lost. */
  EstimateTable error(String id, String source) {
    Words words = words(source);
    LinkageAccount.Join join = join(source);
    LinkageQuality quality =
        join.pairing().map(PairingAccount::quality).orElseThrow(IllegalArgumentException::new);
    List<org.meent.disclosure.output.Estimate> rows = new ArrayList<>();
    FitEvidence all = evidence(join.persons(), account.population() - join.persons());
    var whole = org.meent.disclosure.output.Estimate.everybody();
    rows.add(row(words, "precision", whole, quality.precision(), all));
    rows.add(row(words, "recall", whole, quality.recall(), all));
    rows.add(row(words, "blocking-loss", whole, quality.blockingLoss(), all));
    for (GroupQuality group : quality.groups()) {
      LinkageAccount.Group counts = group(join, group.column());
      int at = counts.codes().indexOf(group.value());
      FitEvidence evidence = evidence(counts.linked().get(at), counts.unlinked().get(at));
      var among = org.meent.disclosure.output.Estimate.group(group.column(), group.value());
      rows.add(row(words, "precision", among, group.precision(), evidence));
      rows.add(row(words, "recall", among, group.recall(), evidence));
      rows.add(row(words, "blocking-loss", among, group.blockingLoss(), evidence));
    }
    return new EstimateTable(
        id,
        "Estimated error of the linkage of " + source,
        everybody,
        "share of links or matches",
        words.variable(),
        rows);
  }

  private static org.meent.disclosure.output.Estimate row(
      Words words,
      String what,
      SortedMap<String, String> group,
      Estimate share,
      FitEvidence evidence) {
    double error = (share.upper() - share.lower()) / (2 * Z);
    return new org.meent.disclosure.output.Estimate(
        METHOD,
        what,
        words.linked(),
        words.unlinked(),
        group,
        new org.meent.disclosure.output.Estimate.Estimated(
            share.value(), error, share.lower(), share.upper()),
        evidence);
  }

  private static FitEvidence evidence(long linked, long unlinked) {
    return FitEvidence.ofModel(
        linked, unlinked, Math.max(0, linked + unlinked - 1), 1, Math.min(linked, unlinked));
  }

  private LinkageAccount.Join join(String source) {
    return account.joins().stream()
        .filter(join -> join.source().equals(source))
        .findFirst()
        .orElseThrow();
  }

  private static LinkageAccount.Group group(LinkageAccount.Join join, String subgroup) {
    return join.groups().stream()
        .filter(group -> group.variable().equals(subgroup))
        .findFirst()
        .orElseThrow();
  }
}
