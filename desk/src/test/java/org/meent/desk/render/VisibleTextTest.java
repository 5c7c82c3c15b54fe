// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class VisibleTextTest {
  @Test
  void showsWhatCannotBeSeen() {
    assertThat(VisibleText.of("a\u202Eb")).isEqualTo("a‹U+202E›b");
    assertThat(VisibleText.of("a\u200B\u200D\uFEFF\u00AD"))
        .isEqualTo("a‹U+200B›‹U+200D›‹U+FEFF›‹U+00AD›");
    assertThat(VisibleText.of("\uD800")).isEqualTo("‹U+D800›");
    assertThat(VisibleText.of(Character.toString(0xE0041))).isEqualTo("‹U+E0041›");
    assertThat(VisibleText.of("\u3164\uFE0F")).isEqualTo("‹U+3164›‹U+FE0F›");
  }

  @Test
  void leavesWhatCanBeSeen() {
    String text = "Eén café, € 1\u00A0000 – «ja»\n\tŁódź, e\u0301, 人, 😀";
    assertThat(VisibleText.of(text)).isEqualTo(text);
    assertThat(VisibleText.of("a\r\nb")).isEqualTo("a\nb");
    assertThat(VisibleText.of("a\rb")).isEqualTo("a‹U+000D›b");
  }

  @Test
  void bothLanguagesHaveTheSameWords() throws IOException {
    assertThat(words("nl").keySet()).isEqualTo(words("en").keySet());
    assertThat(words("nl").values()).noneMatch(w -> w.toString().isBlank());
  }

  @Test
  void wrappedLinesFitAndLoseNothing() {
    String text = "Arbeidsongeschiktheidsverzekeringsmaatschappij voor re-integratie van iedereen";
    for (double width = 40; width < 400; width += 13) {
      List<String> lines = TextWidth.wrap(text, width, 13);
      double limit = width;
      assertThat(lines).allMatch(line -> TextWidth.of(line, 13) <= limit);
      assertThat(String.join("", lines).replaceAll("[- ]", ""))
          .isEqualTo(text.replaceAll("[- ]", ""));
    }
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (InputStreamReader in =
        new InputStreamReader(
            VisibleTextTest.class.getResourceAsStream("words_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      words.load(in);
    }
    return words;
  }
}
