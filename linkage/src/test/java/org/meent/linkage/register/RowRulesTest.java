// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.meent.linkage.key.KeyFault;
import org.meent.linkage.key.KeyRule;
import org.meent.linkage.register.BenefitRow.PersonCells;

class RowRulesTest {
  private static final KeyRule KEYS = new KeyRule(List.of("R"));
  private static final PersonCells ANN = new PersonCells("R", "000000012");
  private static final PersonCells BOB = new PersonCells("R", "000000345");

  @Test
  void aCoupleIsTwoPersonsWithOneBenefit() {
    BenefitRow.Split split = new BenefitRow(BOB, ANN, "20190301").split(KEYS);
    assertThat(split.losses()).isEmpty();
    assertThat(split.recipients())
        .extracting(BenefitRow.Recipient::pseudonym)
        .containsExactly(345L, 12L);
    assertThat(split.recipients())
        .extracting(BenefitRow.Recipient::benefit)
        .containsOnly(new BenefitRow.Benefit(12, 345, "20190301"));
  }

  @Test
  void aKeyThatDoesNotIdentifyIsALossAndNotNobody() {
    BenefitRow.Split split =
        new BenefitRow(ANN, new PersonCells("A", "000000345"), "20190301").split(KEYS);
    assertThat(split.recipients()).hasSize(1);
    assertThat(split.losses())
        .containsExactly(
            new BenefitRow.Loss(
                BenefitRow.Place.SECOND, Optional.of(KeyFault.SET_DOES_NOT_IDENTIFY)));
  }

  @Test
  void onePersonWrittenTwiceIsCountedOnce() {
    BenefitRow.Split split = new BenefitRow(ANN, ANN, "20190301").split(KEYS);
    assertThat(split.recipients()).hasSize(1);
    assertThat(split.losses())
        .containsExactly(new BenefitRow.Loss(BenefitRow.Place.SECOND, Optional.empty()));
  }

  /** Over many made rows: nobody is lost or made, and the order of a couple does not matter. */
  @Test
  void everyWrittenPersonIsARecipientOrALoss() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 2000; i++) {
      PersonCells first = cells(random);
      PersonCells second = cells(random);
      String start = random.nextBoolean() ? "20190301" : "20200101";
      BenefitRow.Split split = new BenefitRow(first, second, start).split(KEYS);
      int written = (first.isBlank() ? 0 : 1) + (second.isBlank() ? 0 : 1);
      assertThat(split.recipients().size() + split.losses().size()).isEqualTo(written);
      assertThat(split.recipients().stream().map(BenefitRow.Recipient::benefit).distinct().count())
          .isLessThanOrEqualTo(1);
      assertThat(benefits(new BenefitRow(second, first, start))).isEqualTo(benefits(split));
    }
  }

  private static Set<BenefitRow.Benefit> benefits(BenefitRow row) {
    return benefits(row.split(KEYS));
  }

  private static Set<BenefitRow.Benefit> benefits(BenefitRow.Split split) {
    Set<BenefitRow.Benefit> benefits = new HashSet<>();
    split.recipients().forEach(one -> benefits.add(one.benefit()));
    return benefits;
  }

  private static PersonCells cells(SplittableRandom random) {
    String[] sets = {"R", "R", "R", "S", "", "r"};
    String[] numbers = {"000000012", "000000345", "012345678", "000000001", "", "12"};
    return new PersonCells(sets[random.nextInt(6)], numbers[random.nextInt(6)]);
  }

  @Test
  void aHouseholdIsItsNumberOnADay() {
    HouseholdKey key = HouseholdKey.of("0000012", "20150401").orElseThrow();
    assertThat(key).isNotEqualTo(HouseholdKey.of("0000012", "20160401").orElseThrow());
    assertThat(key).isNotEqualTo(HouseholdKey.of("12", "20150401").orElseThrow());
    assertThat(key.start()).isEqualTo(LocalDate.of(2015, 4, 1));
    for (String day : List.of("", "20150231", "88888888", "2015-04-01", "2015041")) {
      assertThat(HouseholdKey.of("0000012", day)).isEmpty();
    }
    assertThat(HouseholdKey.of(" ", "20150401")).isEmpty();
  }
}
