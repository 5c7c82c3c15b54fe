// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The parts that count in bounded memory, against exact counting. */
class SketchesTest {
  private static final SipHash HASH = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

  /** Test vectors of Aumasson and Bernstein (2012), appendix A, and of their reference code. */
  @Test
  void sipHashGivesThePublishedValues() {
    byte[] input = new byte[15];
    for (int i = 0; i < input.length; i++) {
      input[i] = (byte) i;
    }
    assertThat(HASH.of(input, 0, 15)).isEqualTo(0xa129ca6149be45e5L);
    assertThat(HASH.of(input, 0, 0)).isEqualTo(0x726fdb47dd0e0e31L);
    assertThat(HASH.of(input, 0, 8)).isEqualTo(HASH.of(0x0706050403020100L));
  }

  @Test
  void aSumIsExactInAnyOrder() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 200; i++) {
      ExactSum sum = new ExactSum();
      BigDecimal expected = BigDecimal.ZERO;
      for (int n = random.nextInt(40); n >= 0; n--) {
        double value =
            Math.scalb(random.nextDouble() - 0.5, random.nextInt(-1070, 1020))
                * (random.nextInt(10) == 0 ? 0 : 1);
        sum.add(value);
        expected = expected.add(new BigDecimal(value));
      }
      assertThat(sum.value()).isEqualByComparingTo(expected);
    }
    ExactSum extremes = new ExactSum();
    extremes.add(Double.MAX_VALUE);
    extremes.add(Double.MIN_VALUE);
    extremes.add(-Double.MAX_VALUE);
    assertThat(extremes.value()).isEqualByComparingTo(new BigDecimal(Double.MIN_VALUE));
    assertThat(new ExactSum().value()).isEqualByComparingTo(BigDecimal.ZERO);
  }

  /** Two-pass textbook formula on the same numbers; 1e9 + small numbers break the naive one. */
  @Test
  void momentsHoldWhereNaiveSumsDoNot() {
    Moments.Account account = new Moments.Account();
    for (double value : new double[] {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16}) {
      account.add(value);
    }
    Moments moments = account.moments().orElseThrow();
    assertThat(moments.mean().doubleValue()).isEqualTo(1e9 + 10, within(1e4));
    // variance 30, a well-known example of catastrophic cancellation
    assertThat(moments.deviation()).isEqualByComparingTo("5.47723");
    account.add(1e200);
    assertThat(account.moments()).isEmpty();
  }

  @Test
  void distinctIsExactWhileItFitsAndNearAboveThat() {
    SplittableRandom random = new SplittableRandom(7);
    DistinctCount few = new DistinctCount();
    Set<Integer> exact = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      int value = random.nextInt(1500);
      exact.add(value);
      few.add(HASH.of(value));
    }
    assertThat(few.estimate()).isEqualTo(exact.size());
    assertThat(few.isExact()).isTrue();
    DistinctCount many = new DistinctCount();
    DistinctCount backwards = new DistinctCount();
    for (int i = 0; i < 200_000; i++) {
      many.add(HASH.of(i));
      backwards.add(HASH.of(199_999 - i));
    }
    // four standard errors of 1.2/sqrt(2048)
    assertThat((double) many.estimate()).isEqualTo(200_000, within(200_000 * 0.107));
    assertThat(backwards.estimate()).isEqualTo(many.estimate());
    assertThat(many.isExact()).isFalse();
  }

  @Test
  void aSampleOfUnitsIsTheSameUnitsInBothVersions() {
    KeySample old = sample(0, 50_000, 3000, 0);
    KeySample now = sample(5_000, 55_000, 9000, 7);
    UnitComparison units = new UnitComparison(old, now);
    assertThat(old.depth()).isEqualTo(now.depth()).isPositive();
    assertThat((double) old.shared(now)).isEqualTo(45_000, within(4_500.0));
    // every seventh unit has another value in the new version
    assertThat(units.equalShare(0, 0)).isEqualTo(6 / 7.0, within(0.04));
    KeySample whole = sample(0, 1000, 1 << 20, 0);
    assertThat(whole.unitCount()).isEqualTo(1000);
    assertThat(whole.repeated()).isEqualTo(500);
  }

  /** Even units have two rows; with a step, every so many units have another value. */
  private static KeySample sample(int from, int to, int numbers, int step) {
    KeySample sample = new KeySample(1, numbers);
    for (int unit = from; unit < to; unit++) {
      long[][] hashes = {{HASH.of(step > 0 && unit % step == 0 ? -unit - 1 : unit)}};
      for (int row = unit % 2; row < 2; row++) {
        sample.add(HASH.of(unit), hashes, 0);
      }
    }
    return sample;
  }

  @Test
  void onlyCodesWithALabelOrManyRowsAreNamed() {
    CodeCounts counts = new CodeCounts(CodeCounts.MOST);
    for (String code : List.of("A", "B", "C")) {
      byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < (code.equals("A") ? 10 : 9); i++) {
        counts.add(HASH.of(bytes, 0, 1), () -> code);
      }
    }
    CodeList list = counts.list(Map.of("B", "labelled", "D", "does not occur")).orElseThrow();
    assertThat(list.shown())
        .containsExactly(
            new CodeList.Shown("A", "", 10),
            new CodeList.Shown("B", "labelled", 9),
            new CodeList.Shown("D", "does not occur", 0));
    assertThat(list.rareCodes()).isEqualTo(1);
    assertThat(list.rareRows()).isEqualTo(9);
    for (int i = 0; i < CodeCounts.MOST; i++) {
      counts.add(HASH.of(i), () -> "x");
    }
    assertThat(counts.list(Map.of())).isEmpty();
  }
}
