// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameCoreTest {
  /** Spellings of one surname as Dutch registers write them. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Berg, van den Berg",
        "Berg, v.d. Berg",
        "Bakker-Visser, Visser-Bakker",
        "de Boer-van Dijk, van Dijk de Boer",
        "Hart, \"'t Hart\"",
      })
  void particlesAndOrderDoNotCount(String one, String other) {
    assertThat(core(one)).isEqualTo(core(other));
  }

  @ParameterizedTest
  @CsvSource({"Berg, van den Burg", "Bakker, Bakker-Visser", "de Wit, de Witte"})
  void otherNamesStayApart(String one, String other) {
    assertThat(core(one)).isNotEqualTo(core(other));
  }

  @ParameterizedTest
  @CsvSource({"De, de", "van Der, der van"})
  void aNameOfParticlesOnlyKeepsThem(String name, String core) {
    assertThat(core(name)).isEqualTo(core);
  }

  private static String core(String name) {
    return NameCore.of(FoldedText.fold(name));
  }
}
