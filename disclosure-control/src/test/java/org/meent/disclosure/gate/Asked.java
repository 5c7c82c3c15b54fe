// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.rule.RuleSet;

/** Outputs asked out under the rules of Statistics Netherlands: at least 10 units everywhere. */
final class Asked {
  static final SortedMap<String, String> ALL = new TreeMap<>();

  private Asked() {}

  static Population population(long units) {
    return new Population("pop", "everybody in it", units);
  }

  static SortedMap<String, String> group(String variable, String code) {
    return new TreeMap<>(Map.of(variable, code));
  }

  static FrequencyTable counts(String id, Dimension rows, Dimension columns, long[][] counts) {
    List<List<Long>> cells =
        Stream.of(counts).map(row -> java.util.Arrays.stream(row).boxed().toList()).toList();
    long all = cells.stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
    return new FrequencyTable(
        id,
        "Counts",
        population(all),
        "persons",
        rows,
        columns,
        new Evidence.Counts(cells, Evidence.Zeros.SAFE));
  }

  static Judgement judge(StatisticalOutput... outputs) {
    return Gate.under(RuleSet.named("cbs-ra")).judge(List.of(outputs));
  }

  static Decision decide(StatisticalOutput output) {
    return judge(output).decisions().getFirst();
  }

  /** The table as it leaves, cells joined by a bar. */
  static List<String> shown(Decision decision) {
    Releasable releasable =
        switch (decision) {
          case Decision.Release release -> release.releasable();
          case Decision.Protected part -> part.releasable();
          case Decision.Referral referral -> throw new AssertionError(codes(referral));
          case Decision.Refusal refusal -> throw new AssertionError(codes(refusal));
        };
    return releasable.rows().stream().map(row -> String.join("|", row)).toList();
  }

  /** The sentences' codes of everything that was found, changes first. */
  static List<String> codes(Decision decision) {
    return Stream.concat(decision.changes().stream(), decision.findings().stream())
        .map(Finding::code)
        .toList();
  }

  static void isReleased(StatisticalOutput output) {
    Decision decision = decide(output);
    assertThat(decision).as("%s", codes(decision)).isInstanceOf(Decision.Release.class);
  }

  static void isRefused(StatisticalOutput output, String code) {
    Decision decision = decide(output);
    assertThat(decision).as("%s", codes(decision)).isInstanceOf(Decision.Refusal.class);
    assertThat(codes(decision)).contains(code);
  }

  static void isReferred(StatisticalOutput output, String code) {
    Decision decision = decide(output);
    assertThat(decision).as("%s", codes(decision)).isInstanceOf(Decision.Referral.class);
    assertThat(codes(decision)).contains(code);
  }
}
