// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Block.Table;

class CsvRendererTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=1+1                    | '=1+1",
        "+31 10 1234567          | '+31 10 1234567",
        "-5 tot 3                | '-5 tot 3",
        "−5 tot 3                | '−5 tot 3",
        "@SUM(A1)                | '@SUM(A1)",
        "＝1+1                   | '＝1+1",
        "-0.25                   | -0.25",
        "+3                      | +3",
        "1e-5                    | 1e-5",
        "-                       | -",
        "--                      | '--",
        "a=1                     | a=1",
        "-1e9999                 | '-1e9999",
      },
      quoteCharacter = '`')
  void aCellThatWouldBeComputedGetsAnApostrophe(String cell, String expected) {
    assertThat(CsvRenderer.harmless(cell)).isEqualTo(expected);
  }

  @Test
  void neitherBlanksNorTabsNorLineBreaksHideAFormula() {
    assertThat(csv(" =1+1")).isEqualTo("h\n' =1+1\n");
    assertThat(csv("\t=1+1")).isEqualTo("h\n'\t=1+1\n");
    assertThat(csv("\r=1+1")).isEqualTo("h\n‹U+000D›=1+1\n");
    assertThat(csv("\n=1+1")).isEqualTo("h\n\"'\n=1+1\"\n");
    assertThat(csv("\u200B=1+1")).isEqualTo("h\n‹U+200B›=1+1\n");
    assertThat(CsvRenderer.render(new Table("c", List.of(new Column("=x", true)), List.of())))
        .isEqualTo("'=x\n");
  }

  @Test
  void quotesOnlyWhereNeeded() {
    assertThat(csv("plain")).isEqualTo("h\nplain\n");
    assertThat(csv("a,b")).isEqualTo("h\n\"a,b\"\n");
    assertThat(csv("say \"a\"")).isEqualTo("h\n\"say \"\"a\"\"\"\n");
    assertThat(csv("two\r\nlines")).isEqualTo("h\n\"two\nlines\"\n");
    assertThat(csv("")).isEqualTo("h\n\"\"\n");
  }

  @Test
  void aReaderGetsBackWhatWasWritten() {
    SplittableRandom random = new SplittableRandom(4180);
    String alphabet = "ab,\"\n ;é";
    for (int round = 0; round < 300; round++) {
      List<List<String>> rows = new ArrayList<>();
      for (int r = random.nextInt(1, 5); r > 0; r--) {
        rows.add(List.of(cell(random, alphabet), cell(random, alphabet)));
      }
      List<Column> columns = List.of(new Column("x", false), new Column("y", false));
      List<List<String>> read = read(CsvRenderer.render(new Table("c", columns, rows)));
      assertThat(read.subList(1, read.size())).isEqualTo(rows);
    }
  }

  private static String csv(String cell) {
    List<Column> columns = List.of(new Column("h", false));
    return CsvRenderer.render(new Table("c", columns, List.of(List.of(cell))));
  }

  private static String cell(SplittableRandom random, String alphabet) {
    StringBuilder cell = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return CsvRenderer.startsFormula(cell.toString()) ? "" : cell.toString();
  }

  /** A reader written from the grammar of RFC 4180, section 2, with LF for CRLF. */
  private static List<List<String>> read(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    return rows;
  }
}
