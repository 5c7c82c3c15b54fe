// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.meent.linkage.key.KeyRule;
import org.meent.linkage.spell.Delivery;
import org.meent.linkage.spell.DeliveryProfile;
import org.meent.linkage.spell.PlantedDamage;
import org.meent.linkage.spell.SpellRules;

/**
 * The damage table: {@code seeds persons}. Of each damage, in how many seeds which check found it.
 */
public final class DamageBench {
  private DamageBench() {}

  /** Prints the table; the last line is of deliveries without damage. */
  public static void main(String[] args) {
    int seeds = Integer.parseInt(args[0]);
    int persons = Integer.parseInt(args[1]);
    for (PlantedDamage damage : PlantedDamage.values()) {
      Map<DeliveryProfile.Check, Integer> by = new EnumMap<>(DeliveryProfile.Check.class);
      int found = 0;
      for (int seed = 0; seed < seeds; seed++) {
        List<PlantedDamage.Row> sound = PlantedDamage.sound(seed, persons);
        List<DeliveryProfile.Finding> findings =
            profile(damage.in(sound, seed)).differencesFrom(profile(sound));
        found += findings.isEmpty() ? 0 : 1;
        findings.forEach(finding -> by.merge(finding.check(), 1, Integer::sum));
      }
      System.out.printf(
          Locale.ROOT, "%-20s found %6.2f %%  by %s%n", damage.words(), 100.0 * found / seeds, by);
    }
    int alarms = 0;
    for (int seed = 0; seed < seeds; seed++) {
      List<PlantedDamage.Row> sound = PlantedDamage.sound(seed, persons);
      alarms += profile(sound.reversed()).differencesFrom(profile(sound)).isEmpty() ? 0 : 1;
    }
    System.out.printf(Locale.ROOT, "%-20s alarms %5.2f %%%n", "none", 100.0 * alarms / seeds);
  }

  private static DeliveryProfile profile(List<PlantedDamage.Row> rows) {
    Delivery delivery =
        new Delivery(new KeyRule(List.of("R")), SpellRules.withDefaults(), PlantedDamage::isKnown);
    rows.forEach(row -> delivery.row(row.set(), row.number(), row.start(), row.end(), row.state()));
    return delivery.profile();
  }
}
