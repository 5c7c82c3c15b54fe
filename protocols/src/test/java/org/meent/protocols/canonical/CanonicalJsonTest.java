// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Canonical JSON against the examples printed in RFC 8785. */
class CanonicalJsonTest {

  /** RFC 8785, section 3.2.2 (the member "string") and its canonical form in section 3.2.4. */
  @Test
  void writesTheStringOfTheRfc() {
    Json value = Json.object().put("string", "\u20ac$\017\nA'B\"\\\\\"/").build();
    assertThat(CanonicalJson.write(value))
        .isEqualTo("{\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    String bytes = "7b22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d";
    assertThat(HexFormat.of().formatHex(CanonicalJson.bytes(value))).isEqualTo(bytes);
  }

  /** RFC 8785, section 3.2.3: the order of seven names by UTF-16 code units. */
  @Test
  void sortsTheNamesOfTheRfc() {
    Json value =
        Json.object()
            .put("\u20ac", "Euro Sign")
            .put("\r", "Carriage Return")
            .put("\ufb33", "Hebrew Letter Dalet With Dagesh")
            .put("1", "One")
            .put("\ud83d\ude00", "Emoji: Grinning Face")
            .put("\u0080", "Control")
            .put("\u00f6", "Latin Small Letter O With Diaeresis")
            .build();
    assertThat(CanonicalJson.write(value))
        .containsSubsequence(
            "Carriage Return",
            "One",
            "Control",
            "Latin Small Letter O With Diaeresis",
            "Euro Sign",
            "Emoji: Grinning Face",
            "Hebrew Letter Dalet With Dagesh");
  }

  @Test
  void readsWhatItWrites() {
    Json value =
        Json.object()
            .put("b", List.of("x", "\u0001\"\\"))
            .put("a", new Json.Items(List.of(new Json.Truth(true), new Json.Whole(-7))))
            .put("e", new Json.Items(List.of()))
            .put("o", Json.object().build())
            .put("n", 9007199254740992L)
            .build();
    String text =
        "{\"a\":[true,-7],\"b\":[\"x\",\"\\u0001\\\"\\\\\"],\"e\":[],\"n\":9007199254740992,\"o\":{}}";
    assertThat(CanonicalJson.write(value)).isEqualTo(text);
    Json read = CanonicalJson.read(CanonicalJson.bytes(value)).orElseThrow();
    assertThat(CanonicalJson.write(read)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":false,\"a\":true}",
        "{\"b\":1,\"a\":2}",
        "{\"a\": 1}",
        "{\"a\":1}\n",
        "{\"a\":1}{}",
        "{\"a\":01}",
        "{\"a\":-0}",
        "{\"a\":1.5}",
        "{\"a\":1e3}",
        "{\"a\":null}",
        "{\"a\":NaN}",
        "{\"a\":9007199254740993}",
        "{\"a\":\"\\u0041\"}",
        "{\"a\":\"\\/\"}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":1,}",
        "{\"a\":tru}",
        "{\"a\"",
        "",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
      })
  void readsNothingElse(String text) {
    assertThat(CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void refusesHalfAPairAndLargeNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.write(new Json.Text("\ud800")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.write(new Json.Text("\udc00a")));
    assertThatIllegalArgumentException().isThrownBy(() -> new Json.Whole((1L << 53) + 1));
  }
}
