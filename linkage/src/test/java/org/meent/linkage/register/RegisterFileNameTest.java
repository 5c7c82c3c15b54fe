// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** File names as they are seen in public research code, with all their drifts. */
class RegisterFileNameTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          GBAPERSOON2018TABV2.sav,            GBAPERSOONTAB,          2018,   '',  V2
          GBAPERSOON2023TABV1.sav,            GBAPERSOONTAB,          2023,   '',  V1
          GBAPERSOONTAB 2016V1.dta,           GBAPERSOONTAB,          2016,   '',  V1
          GBAADRESOBJECT2023BUSV1.sav,        GBAADRESOBJECTBUS,      2023,   '',  V1
          GBAHUISHOUDENS2023BUSV1.sav,        GBAHUISHOUDENSBUS,      2023,   '',  V1
          KINDOUDER2023TABV1.sav,             KINDOUDERTAB,           2023,   '',  V1
          VSLGWB2023TAB03V1.sav,              VSLGWBTAB,              2023,   03,  V1
          VSLPOSTCODEBUSV2024031.sav,         VSLPOSTCODEBUS,         2024,   03,  V1
          INPA2019TABV2.sav,                  INPATAB,                2019,   '',  V2
          PERSOONINK2007TABV3.dta,            PERSOONINKTAB,          2007,   '',  V3
          SECMBUS2022V1.sav,                  SECMBUS,                2022,   '',  V1
          SECMBIJSTMNDBEDRAGBUSV20221.sav,    SECMBIJSTMNDBEDRAGBUS,  2022,   '',  V1
          SPOLISBUS2022V2.sav,                SPOLISBUS,              2022,   '',  V2
          SPOLISBUS2021V?.csv,                SPOLISBUS,              2021,   '',  ''
          POLISBUS2009V2.sav,                 POLISBUS,               2009,   '',  V2
          HOOGSTEOPL2015TABV2.DTA,            HOOGSTEOPLTAB,          2015,   '',  V2
          BIJSTANDUITKERINGTAB2019V1.sav,     BIJSTANDUITKERINGTAB,   2019,   '',  V1
          AOTOTUITKERINGA201912TABV1.sav,     AOTOTUITKERINGATAB,     201912, '',  V1
          WUSUITKERING1A201912TABV1.sav,      WUSUITKERING1ATAB,      201912, '',  V1
          ZWPERSOONMNDBEDRAG2019BUSV1.sav,    ZWPERSOONMNDBEDRAGBUS,  2019,   '',  V1
          AKWUITKERING1B2019k4TABV1.sav,      AKWUITKERING1BTAB,      2019k4, '',  V1
          ZVWZORGKOSTEN2018TABV?.sav,         ZVWZORGKOSTENTAB,       2018,   '',  ''
          MSZPrestatiesVEKT2023.parquet,      MSZPRESTATIESVEKT,      2023,   '',  ''
          EIGENDOMWOZBAGTAB 2012V1.sav,       EIGENDOMWOZBAGTAB,      2012,   '',  V1
          EIGENDOMWOZBAG2015TABV1.sav,        EIGENDOMWOZBAGTAB,      2015,   '',  V1
          PWETSRGPERSOONJJJJBUSVV,            PWETSRGPERSOONBUS,      '',     '',  ''
          SPOLISBUS2023V011.sav,              SPOLISBUS,              2023,   '',  V011
          SPOLISBUS2023V123.sav,              SPOLISBUS,              2023,   '',  V123
          GIN2018V1.sav,                      GIN,                    2018,   '',  V1
          LANDAKTUEELREFV13.sav,              LANDAKTUEELREF,         '',     '',  V13
          LANDAKTUEELREF10.sav,               LANDAKTUEELREF,         '',     '',  V10
          OPLEIDINGSNRREFV29.sav,             OPLEIDINGSNRREF,        '',     '',  V29
          1234_clientenCBKV1.csv,             '',                     '',     '',  ''
          p1234_clientenCBKV1.csv,            P1234_CLIENTENCBK,      '',     '',  V1
          spolisbus2022v10.SAV,               SPOLISBUS,              2022,   '',  V10
          """)
  void readsTheNamesThatAreSeen(
      String file, String register, String period, String part, String version) {
    Optional<RegisterFileName> name = RegisterFileName.of(file);
    assertThat(name.map(RegisterFileName::register).orElse("")).isEqualTo(register);
    assertThat(name.flatMap(RegisterFileName::period).map(FilePeriod::toString).orElse(""))
        .isEqualTo(period);
    assertThat(name.map(RegisterFileName::part).orElse("")).isEqualTo(part);
    assertThat(name.flatMap(RegisterFileName::version).map(FileVersion::toString).orElse(""))
        .isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"persons.csv", "study.yaml", "V1", "", "2019.sav", "TABV", "éen2019V1"})
  void anyOtherNameIsNotOne(String file) {
    assertThat(RegisterFileName.of(file)).isEmpty();
  }

  @Test
  void theFoldersSpeakWhenTheFileDoesNot() {
    RegisterFileName name =
        RegisterFileName.of(Path.of("G:", "ANWUITKERING1ATAB", "2019", "part-0.csv")).orElseThrow();
    assertThat(name.register()).isEqualTo("ANWUITKERING1ATAB");
    assertThat(name.period()).contains(new FilePeriod(2019, 0, 0));
  }

  @Test
  void tenIsNewerThanNineAndFinalNewerThanProvisional() throws IOException {
    for (String name :
        List.of(
            "SPOLISBUS2022V9.sav",
            "SPOLISBUS2022V10.sav",
            "SPOLISBUS2022V123.sav",
            "SPOLISBUS2023V011.sav",
            "SPOLISBUS2023V101.sav",
            "SPOLISBUS2023V092.sav",
            "GBAPERSOON2018TABV2.sav",
            "gbapersoon2018tabv2.dta",
            "notes.txt")) {
      Files.createFile(folder.resolve(name));
    }
    assertThat(RegisterFolder.of(folder).newest())
        .extracting(entry -> String.valueOf(entry.file().getFileName()))
        .containsExactly(
            "GBAPERSOON2018TABV2.sav", "SPOLISBUS2022V10.sav", "SPOLISBUS2023V101.sav");
    assertThat(
            RegisterFolder.of(folder)
                .newerThan(RegisterFileName.of("SPOLISBUS2022V9.sav").orElseThrow())
                .map(entry -> String.valueOf(entry.file().getFileName())))
        .contains("SPOLISBUS2022V10.sav");
    assertThat(
            RegisterFolder.of(folder)
                .newerThan(RegisterFileName.of("SPOLISBUS2022V10.sav").orElseThrow()))
        .isEmpty();
  }
}
