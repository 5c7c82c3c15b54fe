// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

class RegisterDictionaryTest {
  private static final String OWN =
      """
      {"schema": "meent-register/1", "name": "EIGEN", "title": {"en": "Own", "nl": "Eigen"},
       "theme": "own", "kind": "survey", "rows": {"kind": "event", "day": "dag"},
       "columns": [{"name": "dag", "type": "day", "verified": true, "by": "us"}],
       "verified": true, "by": "us"}
      """;
  private static final RegisterDictionary SHIPPED = RegisterDictionary.shipped();

  @TempDir Path folder;

  /** The index names every file, and every file is called after its register. */
  @Test
  void theIndexNamesEveryFile() throws IOException {
    Path resources =
        Path.of(System.getProperty("meent.root", ".."))
            .resolve("linkage/src/main/resources/META-INF/meent/registers");
    try (Stream<Path> files = Files.list(resources)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".json")))
          .containsExactlyInAnyOrderElementsOf(Files.readAllLines(resources.resolve("index.txt")));
    }
    assertThat(SHIPPED.registers().stream().map(r -> r.name().toLowerCase(Locale.ROOT) + ".json"))
        .containsExactlyElementsOf(
            Files.readAllLines(resources.resolve("index.txt")).stream().sorted().toList());
  }

  @Test
  void everyFileIsAsTheSchemaSays() throws IOException {
    Path resources =
        Path.of(System.getProperty("meent.root", ".."))
            .resolve("linkage/src/main/resources/META-INF/meent/registers");
    for (String name : Files.readAllLines(resources.resolve("index.txt"))) {
      String text = Files.readString(resources.resolve(name));
      assertThat(JsonSchema.faults("meent-register-1.json", text)).as(name).isEmpty();
    }
    assertThat(JsonSchema.faults("meent-register-1.json", OWN)).isEmpty();
    assertThat(JsonSchema.faults("meent-register-1.json", OWN.replace("survey", "poll")))
        .isNotEmpty();
  }

  @Test
  void everyStatementHasABasisAndEveryKeyColumnIsDescribed() {
    for (Register register : SHIPPED.registers()) {
      assertThat(register.basis().by()).as(register.name()).isNotBlank();
      for (RegisterColumn column : register.columns()) {
        assertThat(column.basis().by()).as(column.name()).isNotBlank();
        Stream.concat(column.labels().stream(), column.missing().stream())
            .forEach(code -> assertThat(code.basis().by()).as(column.name()).isNotBlank());
      }
      for (RegisterKey key : register.keys()) {
        assertThat(key.columns()).allMatch(name -> register.column(name).isPresent());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gbapersoontab, GBAPERSOONTAB",
    "SRGPERSOONPWETBUS, PWETSRGPERSOONBUS",
    "SrgPersoonPBus, PWETSRGPERSOONBUS",
    "reintegratievoorziening, Reintegratievoorziening"
  })
  void findsARegisterInAnySpelling(String written, String name) {
    assertThat(SHIPPED.require(written).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "GBAPERSOONTAB, RINPersoonS, RINPERSOONS",
    "VSLGWBTAB, gem2023, gemJJJJ",
    "HOOGSTEOPLTAB, OPLNIVSOI2016AGG4HBMETNIRWO, OPLNIVSOI2016AGG4HBMETNIRWO",
    "HOOGSTEOPLTAB, oplnivsoi2021agg4hbmetnirwo, OPLNIVSOI2016AGG4HBMETNIRWO"
  })
  void findsAColumnInAnySpelling(String register, String written, String name) {
    assertThat(SHIPPED.require(register).column(written).map(RegisterColumn::name)).contains(name);
  }

  @Test
  void aSpellingHasYears() {
    RegisterColumn level =
        SHIPPED.require("HOOGSTEOPLTAB").column("OPLNIVSOI2021AGG4HBmetNIRWO").orElseThrow();
    assertThat(level.spellings().stream().filter(s -> s.usedIn(2018)).map(Spelling::name))
        .containsExactly("OPLNIVSOI2016AGG4HBMETNIRWO");
    assertThat(level.spellings().stream().filter(s -> s.usedIn(2019)).map(Spelling::name))
        .containsExactly("OPLNIVSOI2021AGG4HBmetNIRWO");
  }

  @Test
  void anUnknownColumnGivesTheNearestName() {
    assertThatThrownBy(
            () ->
                SHIPPED
                    .require("GBAPERSOONTAB")
                    .requireColumn("GBAGESLCHT", Where.file("study.yaml")))
        .isInstanceOf(RefusalException.class)
        .extracting(e -> ((RefusalException) e).refusals().getFirst().sentence(Locale.ENGLISH))
        .isEqualTo(
            "Expected a column that GBAPERSOONTAB is known to have, such as GBAGESLACHT; found"
                + " GBAGESLCHT (where: study.yaml, GBAGESLCHT). Correct the name, or describe the"
                + " register in a JSON file of your own.");
    assertThatThrownBy(() -> SHIPPED.require("GBAPERSONTAB")).hasMessageContaining("GBAPERSOONTAB");
    assertThatThrownBy(() -> SHIPPED.require("QQQQQQ")).isInstanceOf(RefusalException.class);
  }

  @Test
  void whatIsFromMemoryIsNotVerified() {
    RegisterColumn type = SHIPPED.require("GBAHUISHOUDENSBUS").column("TYPHH").orElseThrow();
    assertThat(type.labels().stream().filter(code -> code.basis().verified()))
        .extracting(CodeMeaning::code)
        .containsExactly("2", "3", "4", "5", "6");
    assertThat(SHIPPED.require("UITSTROOMOMTAB").basis().verified()).isFalse();
  }

  /** Only the type codes that CBS published stand in the dictionary. */
  @Test
  void noTypeCodeOfTheSrgIsInvented() {
    assertThat(SHIPPED.require("SRG-LEVERING").columns().getFirst().labels())
        .extracting(CodeMeaning::code)
        .containsExactly("23", "29", "30", "31", "59");
  }

  @Test
  void keysAndRowsAreTyped() {
    Register households = SHIPPED.require("GBAHUISHOUDENSBUS");
    assertThat(households.keys())
        .contains(new RegisterKey.HouseholdOnDate("HUISHOUDNR", "DATUMAANVANGHH"));
    assertThat(SHIPPED.require("PWETSRGPERSOONBUS").rows())
        .isInstanceOf(RowMeaning.CountsPerType.class);
    assertThat(SHIPPED.require("BIJSTANDUITKERINGTAB").rows())
        .isInstanceOf(RowMeaning.TwoPersons.class);
    Register survey = SHIPPED.require("WMO-CLIENTERVARING");
    assertThat(survey.kind()).isEqualTo(SourcePlan.Kind.SURVEY);
    assertThat(survey.limits()).hasSize(5);
  }

  @Test
  void usersAddTheirOwnAndReplaceOurs() throws IOException {
    Files.writeString(folder.resolve("eigen.json"), OWN);
    Files.writeString(folder.resolve("spolis.json"), OWN.replace("\"EIGEN\"", "\"SPOLISBUS\""));
    Files.writeString(folder.resolve("readme.txt"), "not a register");
    RegisterDictionary dictionary = SHIPPED.with(folder);
    assertThat(dictionary.registers()).hasSize(SHIPPED.registers().size() + 1);
    assertThat(dictionary.require("spolisbus").title().nl()).isEqualTo("Eigen");
    assertThat(SHIPPED.find("EIGEN")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"schema\": \"meent-register/1\", \"schema\": \"meent-register/1\"}",
        "OWN \"survey\" > \"questionnaire\"",
        "OWN \"theme\" > \"thema\"",
        "OWN \"type\": \"day\" > \"type\": \"daytime\"",
        "OWN \"verified\": true > \"verified\": \"yes\"",
        "OWN meent-register/1 > meent-register/2",
        "OWN {\"kind\": \"event\", \"day\": \"dag\"} > {\"kind\": \"spell\", \"start\": \"dag\"}",
        "OWN \"kind\": \"survey\", > \"kind\": \"survey\", \"keys\": [{\"kind\": \"job\","
            + " \"columns\": []}],",
        "OWN {\"name\": \"dag\" > {\"name\": \"dag\", \"spellings\": [{\"name\": \"d\", \"from\":"
            + " 1}]",
      })
  void aFileThatIsNotAsItShouldBeIsRefused(String fault) throws IOException {
    String text = fault;
    if (fault.startsWith("OWN ")) {
      String[] parts = fault.substring(4).split(" > ");
      text = OWN.replace(parts[0], parts[1]);
      assertThat(text).isNotEqualTo(OWN);
    }
    Files.writeString(folder.resolve("bad.json"), text);
    assertThatThrownBy(() -> SHIPPED.with(folder))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("bad.json");
  }

  @Test
  void aFileIsRecognisedByNameOrElseByColumns() {
    Recognition byName =
        Recognition.of(
                SHIPPED,
                Path.of("GBAPERSOON2023TABV1.sav"),
                List.of("RINPERSOONS", "RINPERSOON", "gbageslacht", "GBAGENERATI"))
            .orElseThrow();
    assertThat(byName.by()).isEqualTo(Recognition.Sign.NAME);
    assertThat(byName.known()).isEqualTo(3);
    assertThat(byName.unknown().getFirst().nearest()).contains("GBAGENERATIE");
    Recognition byColumns =
        Recognition.of(
                SHIPPED,
                Path.of("trajecten.csv"),
                List.of("RINPERSOONS", "RINPERSOON", "DatumStart", "DatumEinde", "CodeType", "x"))
            .orElseThrow();
    assertThat(byColumns.register().name()).isEqualTo("Reintegratievoorziening");
    assertThat(byColumns.by()).isEqualTo(Recognition.Sign.COLUMNS);
    assertThat(Recognition.of(SHIPPED, Path.of("a.csv"), List.of("RINPERSOONS", "RINPERSOON", "x")))
        .isEmpty();
  }
}
