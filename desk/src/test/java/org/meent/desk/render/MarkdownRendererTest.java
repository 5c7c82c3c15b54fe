// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Report;

class MarkdownRendererTest {
  private static String said(String text) {
    return MarkdownRenderer.render(
        new Report(
            "t",
            Report.Marking.RELEASABLE,
            false,
            Locale.ENGLISH,
            List.of(
                new Block.Paragraph(text),
                new Block.Table(
                    "c", List.of(new Block.Column("h", true)), List.of(List.of(text))))));
  }

  @Test
  void noTextGivesFormToIt() {
    assertThat(said("<script>*a* | [b](c)")).contains("\n\\<script\\>\\*a\\* \\| \\[b\\](c)\n");
    assertThat(said("# head")).contains("\n\\# head\n");
    assertThat(said("- item")).contains("\n\\- item\n");
    assertThat(said("1. item")).contains("\n1\\. item\n");
    assertThat(said("a\n\nb\u202Ec")).doesNotContain("\u202E", "a\n\nb");
  }

  @Test
  void numbersStandAsTheyAre() {
    assertThat(said("-1.50")).contains("\n-1.50\n", "| -1.50 |");
    assertThat(said("0.98")).contains("\n0.98\n", "| 0.98 |");
    assertThat(said("from -1.50 to 2.75")).contains("from -1.50 to 2.75", "| --: |");
  }
}
