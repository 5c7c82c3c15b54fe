// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.file.DataFile;
import org.meent.linkage.register.Register;
import org.meent.linkage.register.RegisterDictionary;
import org.meent.linkage.register.RegisterFileName;
import org.meent.linkage.register.RegisterFolder;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.refusal.RefusalException;

/** A small tree in all its files. */
final class WorldTreeTest {
  private static final WorldPlan PLAN = WorldPlan.withDefaults(900, 7);

  @TempDir private static Path folder;
  private static Path tree;
  private static WrittenWorld world;
  private static WorldSummary summary;

  @BeforeAll
  static void write() throws IOException {
    tree = folder.resolve("one");
    world = new WrittenWorld(tree);
    summary = WorldTree.write(PLAN, List.of("sav", "csv"), 1, tree, done -> {});
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).map(root::relativize).sorted().toList();
    }
  }

  @Test
  void twoThreadsWriteTheSameBytes() throws IOException {
    Path two = folder.resolve("two");
    WorldTree.write(PLAN, List.of("sav", "csv"), 2, two, done -> {});
    assertThat(files(two)).isEqualTo(files(tree));
    for (Path file : files(tree)) {
      assertThat(Files.mismatch(tree.resolve(file), two.resolve(file)))
          .as("%s", file)
          .isEqualTo(-1);
    }
  }

  /** Names of files and columns are those of the dictionary of registers; its own begin with X. */
  @Test
  void registersStandUnderTheirThemeAndTheDictionaryKnowsThem() throws IOException {
    RegisterDictionary dictionary = RegisterDictionary.shipped();
    Path themes = tree.resolve("G");
    for (Path file : files(themes)) {
      assertThat(file.getNameCount()).isGreaterThanOrEqualTo(3);
      RegisterFileName name = RegisterFileName.of(file.getFileName().toString()).orElseThrow();
      Register register = dictionary.require(name.register());
      for (Column column : DataFile.open(themes.resolve(file)).schema().columns()) {
        boolean own = column.name().startsWith("X") || register.name().equals("KINDOUDERTAB");
        assertThat(own || register.column(column.name()).isPresent())
            .as("%s in %s", column.name(), file)
            .isTrue();
      }
    }
  }

  @Test
  void theTenthReleaseIsNewerThanTheNinth() {
    RegisterFolder incomes = RegisterFolder.of(tree.resolve("G/InkomenBestedingen/INPATAB"));
    assertThat(incomes.newest())
        .extracting(entry -> entry.file().getFileName().toString())
        .contains("INPA2023TABV10.sav")
        .doesNotContain("INPA2023TABV9.sav");
  }

  @Test
  void theLibraryReadsWhatWasWrittenWithItsLabels() {
    Path file = tree.resolve("G/Bevolking/GBAPERSOONTAB/GBAPERSOON2024TABV1.sav");
    Schema schema = DataFile.open(file).schema();
    int sex = schema.index("GBAGESLACHT").orElseThrow();
    assertThat(schema.columns().get(sex).labels()).hasSize(3);
    assertThat(schema.columns().get(sex).label()).isEqualTo("Geslacht");
    long said =
        summary.files().stream()
            .filter(each -> each.path().endsWith("GBAPERSOON2024TABV1.sav"))
            .findFirst()
            .orElseThrow()
            .rows();
    assertThat(schema.rows()).isEqualTo(said);
  }

  @Test
  void aCorrectedReleaseDiffersInTheRowsThatTheTruthNames() throws IOException {
    List<String[]> old = world.register("G/InkomenBestedingen/INPATAB", "INPA2023TABV9");
    List<String[]> corrected = world.register("G/InkomenBestedingen/INPATAB", "INPA2023TABV10");
    assertThat(corrected).hasSameSizeAs(old);
    long differ = 0;
    for (int r = 0; r < old.size(); r++) {
      differ += java.util.Arrays.equals(old.get(r), corrected.get(r)) ? 0 : 1;
    }
    assertThat(differ).isEqualTo(world.planted("INPA2023TABV10", "RERELEASE"));
  }

  @Test
  void plantedErrorsAreAsManyAsTheTruthSays() throws IOException {
    List<String[]> people = world.register("G/Bevolking/GBAPERSOONTAB", "GBAPERSOON2024TABV1");
    assertThat(people.stream().filter(row -> !row[0].equals("R")).count())
        .isEqualTo(world.planted("GBAPERSOON2024TABV1", "KEY_SET"));
    assertThat(people.stream().filter(row -> row[1].equals("000000000")).count())
        .isEqualTo(world.planted("GBAPERSOON2024TABV1", "KEY_JUNK"));
    List<String[]> taught = world.register("G/Onderwijs/HOOGSTEOPLTAB", "HOOGSTEOPL2022TABV1");
    assertThat(taught.stream().filter(row -> row[3].equals("----")).count())
        .isEqualTo(world.planted("HOOGSTEOPL2022TABV1", "EDUCATION_UNKNOWN"))
        .isPositive();
    List<String[]> jobs = world.register("G/Spolis/SPOLISBUS/2022", "SPOLISBUS2022V2");
    assertThat(jobs.stream().filter(row -> row[7].startsWith("-")).count())
        .isEqualTo(world.planted("SPOLISBUS2022V2", "WAGE_NEGATIVE"));
    assertThat(jobs.stream().filter(row -> row[8].equals("400")).count())
        .isEqualTo(world.planted("SPOLISBUS2022V2", "HOURS_400"));
    List<String[]> spells =
        world.register("G/Socialezekerheid/BIJSTANDPERSOONBUS", "BIJSTANDPERSOON2024BUSV1");
    assertThat(spells.stream().filter(row -> row[3].compareTo(row[2]) < 0).count())
        .isEqualTo(world.planted("BIJSTANDPERSOON2024BUSV1", "SPELL_NEGATIVE"));
    assertThat(spells.stream().filter(row -> row[3].equals("88888888")).count())
        .isEqualTo(world.planted("BIJSTANDPERSOON2024BUSV1", "END_OPEN"))
        .isPositive();
  }

  @Test
  void whatWasDeliveredAndWhatIsMissingAreAllTheProvisions() throws IOException {
    long truth = world.truth("provisions").size();
    long delivered =
        world.register("L/Extern maatwerk/SRG", "SRGVOORZIENING2024BUSV1").stream()
            .filter(row -> !Set.of("29", "31", "59").contains(row[3]))
            .count();
    long missing = world.planted("SRGVOORZIENING2024BUSV1", "PROVISION_MISSING");
    assertThat(delivered + missing).isEqualTo(truth);
    assertThat(missing).isPositive();
  }

  /** The spells of one person touch, and none has two states at once. */
  @Test
  void economicSpellsTileEachLife() throws IOException {
    Map<String, String> ends = new HashMap<>();
    for (String[] row : world.register("G/InkomenBestedingen/SECMBUS", "SECMBUS2024V1")) {
      assertThat(row[3]).isGreaterThanOrEqualTo(row[2]);
      String before = ends.put(row[1], row[3]);
      assertThat(before == null || before.compareTo(row[2]) < 0).isTrue();
    }
  }

  @Test
  void aRowOfBenefitHasRoomForTwoPersons() throws IOException {
    List<String[]> rows =
        world.register("G/Socialezekerheid/BIJSTANDUITKERINGTAB", "BIJSTANDUITKERINGTAB2022V1");
    assertThat(rows).anyMatch(row -> row[2].equals("R") && row[3].length() == 9);
    assertThat(rows).anyMatch(row -> row[2].isEmpty() && row[3].isEmpty());
  }

  @Test
  void vendorsWriteTheSameThingsEachInItsOwnWay() throws IOException {
    String start = "L/Extern maatwerk/Gemeenten/levering1/MEENT_ZelfredzaamheidScore_leverancier";
    String first = Files.readString(tree.resolve(start + "1CBKV1.csv"), StandardCharsets.UTF_8);
    String second =
        Files.readString(tree.resolve(start + "2CBKV1.csv"), Charset.forName("windows-1252"));
    byte[] third = Files.readAllBytes(tree.resolve(start + "3CBKV1.csv"));
    assertThat(first).startsWith("RINPERSOONS;RINPERSOON;").contains("Financiën");
    assertThat(second).contains("Financiën").containsPattern(";[0-9]{2}-[0-9]{2}-20[0-9]{2};");
    assertThat(third).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(new String(third, StandardCharsets.UTF_8)).containsPattern(",4[3-6][0-9]{3},");
  }

  @Test
  void everyKeyOfTheUploadsIsAPersonOfTheTruth() throws IOException {
    Set<String> known = new HashSet<>();
    world.truth("persons").forEach(row -> known.add(row[1]));
    assertThat(known).hasSize(PLAN.persons());
    for (String[] row :
        world.register("L/Extern maatwerk/Gemeenten/levering2", "MEENT_ClientCBKV2")) {
      assertThat(known).contains(row[1]);
    }
  }

  @Test
  void aFolderWithSomethingInItIsLeftAlone() {
    assertThatThrownBy(() -> WorldTree.write(PLAN, List.of("csv"), 1, tree, done -> {}))
        .isInstanceOfSatisfying(
            RefusalException.class,
            refusal ->
                assertThat(refusal.refusals().getFirst().code())
                    .isEqualTo("linkage.world.not-empty"));
  }

  @Test
  void anUnknownFormatNamesTheNearest() {
    assertThatThrownBy(() -> WorldFormats.checked(List.of("sav", "cvs")))
        .isInstanceOfSatisfying(
            RefusalException.class,
            refusal ->
                assertThat(refusal.refusals().getFirst().sentence(Locale.ENGLISH))
                    .contains("nearest is csv"));
  }

  @Test
  void everyKnownFormatIsWritten() throws IOException {
    Path all = folder.resolve("all");
    WorldTree.write(WorldPlan.withDefaults(20, 7), WorldFormats.known(), 1, all, done -> {});
    for (Path file : files(all)) {
      if (!file.toString().endsWith(".csv") && !file.toString().endsWith(".json")) {
        assertThat(DataFile.open(all.resolve(file)).schema().columns()).isNotEmpty();
      }
    }
  }

  @Test
  void aWorldOfNobodyIsAProgrammingError() {
    assertThatThrownBy(() -> WorldPlan.withDefaults(0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
