// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meent.linkage.flow.FlowStep;
import org.meent.linkage.key.KeyRule;
import org.meent.linkage.spell.DeliveryProfile.Check;
import org.meent.linkage.spell.PlantedDamage.Row;
import org.meent.protocols.run.RandomStream;

/** Every planted damage is found, in every seed; and a sound delivery raises no alarm. */
class PlantedDamageTest {
  private static final int SEEDS = 40;

  /** The check that must find each damage whatever else does. */
  private static final Map<PlantedDamage, Check> FINDS =
      new EnumMap<>(
          Map.of(
              PlantedDamage.LOST_CHUNK, Check.ROWS,
              PlantedDamage.DOUBLED_SPELL, Check.ROWS,
              PlantedDamage.LEADING_ZEROS_LOST, Check.SHORT_KEYS,
              PlantedDamage.SETS_IGNORED, Check.SETS,
              PlantedDamage.OTHER_KIND_OF_KEY, Check.UNKNOWN_PERSONS,
              PlantedDamage.DECIMAL_KEY, Check.KEYS));

  private static DeliveryProfile profile(List<Row> rows) {
    Delivery delivery =
        new Delivery(new KeyRule(List.of("R")), SpellRules.withDefaults(), PlantedDamage::isKnown);
    rows.forEach(row -> delivery.row(row.set(), row.number(), row.start(), row.end(), row.state()));
    return delivery.profile();
  }

  @ParameterizedTest
  @EnumSource
  void everyDamageIsFound(PlantedDamage damage) {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<Row> sound = PlantedDamage.sound(seed, 150);
      DeliveryProfile accepted = profile(sound);
      List<Check> found =
          profile(damage.in(sound, seed)).differencesFrom(accepted).stream()
              .map(DeliveryProfile.Finding::check)
              .toList();
      assertThat(found).as("%s, seed %d", damage, seed).isNotEmpty();
      if (FINDS.containsKey(damage)) {
        assertThat(found).as("%s, seed %d", damage, seed).contains(FINDS.get(damage));
      }
    }
  }

  @Test
  void aSoundDeliveryInAnotherOrderRaisesNoAlarm() {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<Row> sound = PlantedDamage.sound(seed, 150);
      List<Row> shuffled = new ArrayList<>(sound);
      int[] order = java.util.stream.IntStream.range(0, sound.size()).toArray();
      RandomStream.of(seed).shuffle(order, order.length);
      for (int i = 0; i < order.length; i++) {
        shuffled.set(i, sound.get(order[i]));
      }
      assertThat(profile(shuffled).differencesFrom(profile(sound))).isEmpty();
    }
  }

  /** A doubled spell tells itself, without any profile to compare with. */
  @Test
  void aDoubledSpellIsCountedByTheTable() {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<Row> identified =
          PlantedDamage.sound(seed, 150).stream().filter(row -> row.set().equals("R")).toList();
      SpellCounts counts = profile(PlantedDamage.DOUBLED_SPELL.in(identified, seed)).spells();
      long before = profile(identified).spells().of(SpellFault.DOUBLED);
      assertThat(counts.of(SpellFault.DOUBLED)).isEqualTo(before + 1);
    }
  }

  /** Who joins by number alone gets more rows than were identified: the flow does not balance. */
  @Test
  void rowsJoinedWithoutTheirSetDoNotBalance() {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<Row> sound = PlantedDamage.sound(seed, 150);
      long identified = profile(sound).spells().rows();
      long joined = profile(PlantedDamage.SETS_IGNORED.in(sound, seed)).spells().rows();
      assertThatThrownBy(
              () -> new FlowStep("join", identified, new TreeMap<>(), new TreeMap<>(), joined))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("does not balance");
    }
  }
}
