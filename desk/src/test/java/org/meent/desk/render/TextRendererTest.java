// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Block.Table;
import org.meent.disclosure.report.Report;
import org.meent.disclosure.report.Report.Marking;

class TextRendererTest {
  @Test
  void linesAreAtMostAHundredWide() {
    String long1 = "arbeidsongeschiktheidsverzekeringsmaatschappij ".repeat(9);
    for (Report report : List.of(SampleReport.dutch(), SampleReport.saying(long1))) {
      assertThat(TextRenderer.render(report).lines())
          .allMatch(line -> TextColumns.columns(line) <= 100)
          .noneMatch(line -> line.endsWith(" "));
    }
  }

  @Test
  void columnsAlign() {
    Table table =
        new Table(
            "t",
            List.of(new Column("naam", false), new Column("n", true)),
            List.of(List.of("één", "7"), List.of("e\u0301e\u0301n", "1 234"), List.of("人", "–")));
    Report report = new Report("x", Marking.RELEASABLE, false, Locale.ENGLISH, List.of(table));
    assertThat(TextRenderer.render(report))
        .endsWith(
            """
            naam      n
            ────  ─────
            één       7
            e\u0301e\u0301n   1 234
            人        –
            """);
  }

  @Test
  void noTextCommandsTheTerminal() {
    String text = TextRenderer.render(SampleReport.saying("\u001B[2J\u009B1m\u0007\b"));
    assertThat(text).contains("‹U+001B›[2J").doesNotContain("\u001B", "\u009B", "\u0007", "\b");
  }

  @Test
  void markingComesFirst() {
    assertThat(TextRenderer.render(SampleReport.dutch()))
        .startsWith("ALLEEN BINNEN · DEMONSTRATIE\n");
  }
}
