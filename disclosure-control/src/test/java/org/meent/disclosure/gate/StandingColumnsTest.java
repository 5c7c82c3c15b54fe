// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.FitEvidence;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.Standing;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.rule.RuleSet;

/** What leaves of a declared family, and what never does. */
class StandingColumnsTest {
  /** Of the controls 40 live in a and 60 in b. */
  private static Estimate row(String group, long treated, Standing standing) {
    long controls = group.isEmpty() ? 100 : group.equals("a") ? 40 : 60;
    return new Estimate(
        "doubly-robust",
        "ate",
        "work",
        "none",
        group.isEmpty() ? Estimate.everybody() : Estimate.group("home", group),
        new Estimate.Estimated(1.5, 0.5, 0.5, 2.5),
        FitEvidence.ofModel(treated, controls, treated + controls - 2, 1, treated),
        standing);
  }

  private static Releasable released(Estimate... rows) {
    EstimateTable table =
        new EstimateTable(
            "effects",
            "effects",
            new Population("p", "people", 1000),
            "earnings (euros)",
            EstimateTable.ARM,
            List.of(rows));
    Decision decision =
        Gate.under(RuleSet.named("cbs-ra")).judge(List.of(table)).decisions().getFirst();
    return switch (decision) {
      case Decision.Release release -> release.releasable();
      case Decision.Protected part -> part.releasable();
      case Decision.Referral referral -> throw new AssertionError("referred");
      case Decision.Refusal refusal -> throw new AssertionError("refused");
    };
  }

  private static List<String> headings(Releasable table) {
    return table.columns().stream().map(Block.Column::heading).skip(12).toList();
  }

  private static List<String> family(Releasable table, int row) {
    List<String> cells = table.rows().get(row);
    return cells.subList(12, cells.size());
  }

  @Test
  void withoutAFamilyATableIsAsItWas() {
    Releasable table = released(row("", 100, Standing.ALONE));
    assertThat(headings(table)).isEmpty();
    assertThat(table.rows().getFirst()).hasSize(12);
  }

  @Test
  void bothIntervalsLeaveAndTheRestIsStamped() {
    Releasable table =
        released(
            row("", 100, new Standing.Simultaneous(0.25, 2.75)),
            row("", 100, Standing.EXPLORATORY));
    assertThat(headings(table)).containsExactly("family", "family_lower", "family_upper");
    assertThat(family(table, 0)).containsExactly("declared", "0.25", "2.75");
    assertThat(family(table, 1)).containsExactly("exploratory", "", "");
  }

  /** Four treated in a group: its figures are left out, and so is what the family says of them. */
  @Test
  void aHiddenRowHidesItsFamilyToo() {
    Standing ends = new Standing.Simultaneous(0.25, 2.75);
    Releasable table = released(row("a", 4, ends), row("b", 96, ends), row("", 100, ends));
    for (int row = 0; row < table.rows().size(); row++) {
      boolean hidden = table.rows().get(row).get(5).equals(Releasable.MARK);
      assertThat(family(table, row).subList(1, 3))
          .as(table.rows().get(row).get(4))
          .isEqualTo(hidden ? List.of(Releasable.MARK, Releasable.MARK) : List.of("0.25", "2.75"));
    }
    assertThat(table.rows().getFirst().get(5)).isEqualTo(Releasable.MARK);
  }

  /** An adjusted p-value can be that of a hidden row: only what it comes to leaves. */
  @Test
  void anAdjustedPNeverLeaves() {
    Releasable table =
        released(
            row("", 100, new Standing.Discovery(0.049876)),
            row("b", 96, new Standing.Discovery(0.050123)),
            row("a", 4, new Standing.Discovery(0.050123)));
    assertThat(headings(table)).containsExactly("family", "found_in_family");
    assertThat(family(table, 0)).containsExactly("declared", "yes");
    assertThat(family(table, 2)).containsExactly("declared", Releasable.MARK);
    assertThat(table.rows().toString()).doesNotContain("0.0498", "0.0501", "0.05,");
  }
}
