// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.linkage.format.Code;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.ValueLabel;
import org.meent.linkage.format.file.DataFile;
import org.meent.linkage.register.RegisterDictionary;
import org.meent.linkage.world.life.Instrument;
import org.meent.linkage.world.people.ZrmDomain;
import org.meent.linkage.world.plan.WorldPlan;

/** What is wrong in the files of a world is what its truth says, error by error. */
final class PlantedErrorsTest {
  private static final WorldPlan PLAN = WorldPlan.withDefaults(1_200, 11);
  private static final String SRG = "SRGVOORZIENING2024BUSV1";
  private static final String UPLOADS = "L/Extern maatwerk/Gemeenten/levering2";
  private static final String PAIR = "L/Extern maatwerk/Koppeling/XPERSONEN_";
  private static final Set<String> BESIDE = Set.of("29", "31", "59");
  private static final String LAST = "20241231";

  @TempDir private static Path folder;
  private static WrittenWorld world;

  @BeforeAll
  static void write() throws IOException {
    Path tree = folder.resolve("world");
    WorldTree.write(PLAN, List.of("csv", "sav"), 2, tree, done -> {});
    world = new WrittenWorld(tree);
  }

  /** What tells the rows with one kind of error apart. */
  private static Set<String> details(String defect) throws IOException {
    Set<String> details = new HashSet<>();
    for (String[] row : world.truth("defects")) {
      if (row[3].equals(defect)) {
        details.add(row[4]);
      }
    }
    return details;
  }

  /** The true provisions that were delivered, in the order of the files. */
  private static List<String[]> known() throws IOException {
    Set<String> missing = new HashSet<>();
    for (String[] row : world.truth("defects")) {
      if (row[3].equals("PROVISION_MISSING")) {
        missing.add(row[2] + row[4]);
      }
    }
    return world.truth("provisions").stream()
        .filter(row -> !missing.contains(row[0] + row[2]))
        .toList();
  }

  @Test
  void datesOfProvisionsDifferFromTheTrueOnesWhereTheTruthSaysSo() throws IOException {
    List<String[]> known = known();
    List<String[]> delivered =
        world.register("L/Extern maatwerk/SRG", SRG).stream()
            .filter(row -> !BESIDE.contains(row[3]))
            .toList();
    assertThat(delivered).hasSameSizeAs(known);
    long begins = 0;
    long ends = 0;
    for (int r = 0; r < known.size(); r++) {
      String[] truth = known.get(r);
      String[] row = delivered.get(r);
      assertThat(row[1] + row[3]).isEqualTo(truth[0] + Instrument.valueOf(truth[1]).code());
      assertThat(row[4]).isGreaterThanOrEqualTo(truth[2]);
      begins += row[4].equals(truth[2]) ? 0 : 1;
      ends += row[5].equals(truth[3].compareTo(LAST) < 0 ? truth[3] : "") ? 0 : 1;
    }
    assertThat(begins).isEqualTo(world.planted(SRG, "PROVISION_BEGIN_MOVED")).isPositive();
    assertThat(ends)
        .isEqualTo(
            world.planted(SRG, "PROVISION_END_MOVED")
                + world.planted(SRG, "PROVISION_NO_END")
                + world.planted(SRG, "PROVISION_LATE_END"));
    assertThat(world.planted(SRG, "PROVISION_END_MOVED")).isPositive();
  }

  @Test
  void aCoachedWorkplaceIsDeliveredTwice() throws IOException {
    long twice =
        world.register("L/Extern maatwerk/SRG", SRG).stream()
            .filter(row -> row[3].equals("29"))
            .count();
    assertThat(twice).isEqualTo(world.planted(SRG, "PROVISION_DOUBLE")).isPositive();
  }

  @Test
  void assessmentsBefore2020StandInTheOlderVersion() throws IOException {
    Set<String> names = new HashSet<>();
    for (ZrmDomain domain : ZrmDomain.values()) {
      names.add(domain.label());
    }
    Set<String> old = new HashSet<>();
    for (String[] row : world.register(UPLOADS, "MEENT_ZelfredzaamheidScoreCBKV2")) {
      boolean older = row[7].equals("X11");
      assertThat(row[4].compareTo("20200101") < 0).isEqualTo(older);
      assertThat(row[2].matches("X(0[1-9]|1[01])")).isEqualTo(older);
      assertThat(names.contains(row[2])).isNotEqualTo(older);
      if (older) {
        old.add(row[1] + row[4]);
      }
    }
    assertThat(old)
        .hasSize((int) world.planted("MEENT_ZelfredzaamheidScoreCBKV2", "SCORE_OLD_VERSION"))
        .isNotEmpty();
  }

  @Test
  void everySpellOfBenefitIsAdministered() throws IOException {
    List<String[]> rows = world.register(UPLOADS, "MEENT_InkomensvoorzieningCBKV2");
    assertThat(rows).isNotEmpty();
    for (String[] row : rows) {
      assertThat(row[4]).isGreaterThanOrEqualTo(row[2]);
      assertThat(row[5]).isGreaterThanOrEqualTo(row[4]);
      assertThat(row[8]).matches("X[01][0-9]");
      assertThat(row[9].isEmpty()).isEqualTo(row[3].isEmpty());
      assertThat(row[6].isEmpty()).isEqualTo(row[3].isEmpty());
      assertThat(row[3].isEmpty() || row[6].compareTo(row[3]) >= 0).isTrue();
    }
    for (int vendor = 1; vendor <= 3; vendor++) {
      String name = "MEENT_Inkomensvoorziening_leverancier" + vendor + "CBKV1.csv";
      assertThat(world.tree().resolve("L/Extern maatwerk/Gemeenten/levering1").resolve(name))
          .isNotEmptyFile();
    }
  }

  @Test
  void numbersThatAreNotOnePersonsAreThoseOfTheTruth() throws IOException {
    Map<String, Integer> left = new HashMap<>();
    for (String[] row : world.rows(PAIR + "LEFT.csv", ',')) {
      left.merge(row[7], 1, Integer::sum);
    }
    assertThat(left.values().stream().filter(count -> count > 1).count())
        .isEqualTo(world.planted("XPERSONEN_LEFT", "NUMBER_SHARED"))
        .isPositive();
    Set<String> known = new HashSet<>();
    world.truth("persons").forEach(row -> known.add("R" + row[1]));
    Set<String> strange = new HashSet<>();
    for (String[] row : world.rows(PAIR + "RIGHT.csv", ',')) {
      if (!known.contains(row[0])) {
        strange.add(row[0]);
      }
    }
    Set<String> said = details("TWIN");
    said.addAll(details("NUMBER_SECOND"));
    assertThat(strange).isEqualTo(said);
    assertThat(world.planted("XPERSONEN_RIGHT", "TWIN")).isPositive();
    assertThat(world.planted("XPERSONEN_RIGHT", "NUMBER_SECOND")).isPositive();
  }

  /** A change of sex between linked records has no other cause. */
  @Test
  void aSwappedPartnerShowsInTheSex() throws IOException {
    Map<String, String> sexes = new HashMap<>();
    world.rows(PAIR + "LEFT.csv", ',').forEach(row -> sexes.put(row[0], row[4]));
    world.rows(PAIR + "RIGHT.csv", ',').forEach(row -> sexes.put(row[0], row[4]));
    Set<String> swapped = details("PARTNER_SWAPPED");
    assertThat(swapped).isNotEmpty();
    for (String[] link : world.truth("links")) {
      boolean differs = !Objects.equals(sexes.get(link[0]), sexes.get(link[1]));
      assertThat(differs).isEqualTo(swapped.contains(link[1]));
    }
  }

  @Test
  void theKindOfJobIsLabelledAsTheDictionarySays() {
    Path file = world.tree().resolve("G/Spolis/SPOLISBUS/2022/SPOLISBUS2022V2.sav");
    Schema schema = DataFile.open(file).schema();
    Column column = schema.columns().get(schema.index("SSOORTBAAN").orElseThrow());
    List<ValueLabel> said =
        RegisterDictionary.shipped()
            .require("SPOLISBUS")
            .column("SSOORTBAAN")
            .orElseThrow()
            .labels()
            .stream()
            .map(each -> new ValueLabel(new Code.Text(each.code()), each.meaning().nl()))
            .toList();
    assertThat(column.labels()).isEqualTo(said).isNotEmpty();
  }
}
