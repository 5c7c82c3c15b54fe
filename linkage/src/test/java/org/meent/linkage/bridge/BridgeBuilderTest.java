// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.meent.linkage.bridge.BridgeBuilder.Built;
import org.meent.linkage.flow.FlowStep;

/** Whom a bridge carries, from when, and whom nobody can say it of. */
class BridgeBuilderTest {
  private static final Pseudonym EARLY = new Pseudonym("S", "000000123");
  private static final Pseudonym LATE = new Pseudonym("R", "000000456");

  /** One row of a source. */
  private record Row(String from, String earlier, String to, String later, long day) {}

  private static Built built(List<Row> rows) {
    BridgeBuilder builder = new BridgeBuilder(List.of("S"), List.of("R"));
    for (Row row : rows) {
      builder.add(
          new Pseudonym(row.from(), row.earlier()),
          new Pseudonym(row.to(), row.later()),
          row.day() < 0 ? OptionalLong.empty() : OptionalLong.of(row.day()));
    }
    return builder.build();
  }

  private static Row pair(String earlier, String later, long day) {
    return new Row("S", earlier, "R", later, day);
  }

  @Test
  void carriesWhatStartsBeforeTheDay() {
    Bridge bridge = built(List.of(pair("000000123", "000000456", 100))).bridge();
    assertThat(bridge.carry(EARLY, OptionalLong.of(99))).contains(LATE);
    assertThat(bridge.carry(EARLY, OptionalLong.of(100))).isEmpty();
    assertThat(bridge.carry(EARLY, OptionalLong.empty())).contains(LATE);
    assertThat(bridge.carry(LATE, OptionalLong.of(1))).isEmpty();
    assertThat(Bridge.none().carry(EARLY, OptionalLong.of(1))).isEmpty();
  }

  @Test
  void whatIsNoPairIsCounted() {
    Built built =
        built(
            List.of(
                pair("000000123", "000000456", 100),
                pair("000000123", "000000456", 100),
                new Row("R", "000000124", "R", "000000457", 100),
                new Row("S", "124", "R", "000000457", 100),
                new Row("S", "000000125", "S", "000000458", 100),
                pair("000000126", "000000459", -1)));
    assertThat(losses(built))
        .containsExactly(
            Map.of(
                "day is not known", 1L,
                "earlier pseudonym is not to be carried", 2L,
                "later pseudonym does not identify", 1L),
            Map.of("identical duplicate row", 1L),
            Map.of());
    assertThat(built.contradicted()).isZero();
  }

  /** Nobody concerned is carried, whichever row came first. */
  @Test
  void whatContradictsCarriesNobody() {
    List<Row> rows =
        new ArrayList<>(
            List.of(
                pair("000000123", "000000456", 100),
                pair("000000123", "000000457", 100),
                pair("000000201", "000000301", 100),
                pair("000000202", "000000301", 100),
                pair("000000211", "000000311", 100),
                pair("000000211", "000000311", 200),
                pair("000000221", "000000321", 100)));
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(rows, new Random(seed));
      Built built = built(rows);
      assertThat(built.contradicted()).isEqualTo(6);
      assertThat(losses(built).getLast())
          .isEqualTo(
              Map.of(
                  "one earlier pseudonym, several later ones", 2L,
                  "several earlier pseudonyms, one later one", 2L,
                  "one pair with days that differ", 2L));
      OptionalLong day = OptionalLong.of(1);
      for (String nobody : List.of("000000123", "000000201", "000000202", "000000211")) {
        assertThat(built.bridge().carry(new Pseudonym("S", nobody), day)).isEmpty();
      }
      assertThat(built.bridge().carry(new Pseudonym("S", "000000221"), day))
          .contains(new Pseudonym("R", "000000321"));
    }
  }

  private static List<Map<String, Long>> losses(Built built) {
    return built.steps().stream().map(FlowStep::losses).map(Map::copyOf).toList();
  }
}
