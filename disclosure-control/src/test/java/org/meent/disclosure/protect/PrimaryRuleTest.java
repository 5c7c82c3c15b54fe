// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * Worked examples of the Handbook on Statistical Disclosure Control (HandbookSDC, section 4.2.1),
 * by their numbers there.
 */
class PrimaryRuleTest {

  private static CellContent cell(long total, long asked, long... largest) {
    return new CellContent(total, largest.length, largest, asked);
  }

  /** Example 1: X = 100,000, x1 = 50,000, x2 = 49,000: safe by (1,90), but known to within 2 %. */
  @Test
  void theSecondLargestKnowsTheLargest() {
    CellContent cell = cell(100_000, 0, 50_000, 49_000);
    assertThat(new PrimaryRule.Dominance(1, new BigDecimal(90)).level(cell)).isEmpty();
    assertThat(new PrimaryRule.PPercent(new BigDecimal(10)).level(cell)).hasValue(4_000);
    assertThat(new PrimaryRule.PPercent(new BigDecimal(2)).level(cell)).isEmpty();
  }

  /** Example 2: X = 110,000, x1 = 52,000, x2 = 50,000: safe by p = 10, unsafe by (2, 100/1.1). */
  @Test
  void twoKProtectsMoreThanPPercent() {
    CellContent cell = cell(110_000, 0, 52_000, 50_000);
    assertThat(new PrimaryRule.PPercent(new BigDecimal(10)).level(cell)).isEmpty();
    assertThat(new PrimaryRule.PPercent(new BigDecimal("15.3")).level(cell)).isEmpty();
    assertThat(new PrimaryRule.PPercent(new BigDecimal("15.4")).level(cell)).isPresent();
    // 100/90.9 * 102,000 - 110,000 = 2,211.2...
    assertThat(new PrimaryRule.Dominance(2, new BigDecimal("90.9")).level(cell)).hasValue(2_212);
  }

  /** (p, q) is (100 p / q) %: the ratio alone counts. */
  @Test
  void priorPosteriorIsPPercentOfTheRatio() {
    CellContent cell = cell(1_000, 0, 600, 300);
    OptionalLong level = new PrimaryRule.PPercent(new BigDecimal(20)).level(cell);
    assertThat(level).hasValue(20);
    assertThat(new PrimaryRule.PriorPosterior(new BigDecimal(10), new BigDecimal(50)).level(cell))
        .isEqualTo(level);
  }

  /** Foreign trade: the largest asked, and has more than the share. */
  @Test
  void onlyWhoAskedIsProtectedByTheRequestRule() {
    PrimaryRule share = new PrimaryRule.RequestShare(new BigDecimal(70));
    assertThat(share.level(cell(1_000, 0, 800, 100))).isEmpty();
    assertThat(share.level(cell(1_000, 100, 800, 100))).isEmpty();
    // 100/70 * 800 - 1,000 = 142.86
    assertThat(share.level(cell(1_000, 800, 800, 100))).hasValue(143);
    assertThat(share.level(cell(1_000, 700, 700, 100))).isEmpty();
  }

  /** Waivers: X - xs - xr < p/100 xs, with s the largest who is protected, r the largest other. */
  @Test
  void theLargestWhoAskedIsComparedWithTheLargestOther() {
    PrimaryRule rule = new PrimaryRule.RequestPPercent(new BigDecimal(20));
    // xs = 100, xr = 800: 1,000 - 900 = 100 is not below 20
    assertThat(rule.level(cell(1_000, 100, 800, 100))).isEmpty();
    // xs = 150, xr = 840: 1,000 - 990 = 10 is below 30
    assertThat(rule.level(cell(1_000, 150, 840, 150))).hasValue(20);
    // xs = 840, xr = 150: 10 is below 168
    assertThat(rule.level(cell(1_000, 840, 840, 150))).hasValue(158);
  }

  @Test
  void aSafetyRangeWidensTheThreshold() {
    PrimaryRule rule = new PrimaryRule.Threshold(3, new BigDecimal(30));
    assertThat(rule.level(cell(11, 0, 6, 5))).hasValue(4);
    assertThat(rule.level(cell(11, 0, 5, 4, 2))).isEmpty();
  }
}
