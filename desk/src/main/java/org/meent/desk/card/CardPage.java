// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.desk.text.Texts;
import org.meent.disclosure.gate.Releasable;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Report;

/** A card that passed the gate as a page in one language: its statements, and nothing else. */
public final class CardPage {
  /** The heading whose statement is a stamp on the page. */
  static final String STAMP = "fit.stamp";

  private final Texts texts;
  private final List<Block> blocks = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private String part = "";

  private CardPage(Locale language) {
    this.texts = Texts.of(language);
  }

  /**
   * The page.
   *
   * @param card a releasable of kind {@link Releasable.Kind#CARD}
   * @param title title of the study
   * @param demonstration whether it was made under a demonstration mandate
   */
  public static Report of(Releasable card, String title, boolean demonstration, Locale language) {
    CardPage page = new CardPage(language);
    for (List<String> line : card.rows()) {
      if (line.get(0).equals(language.getLanguage())) {
        page.line(line.get(1), line.get(2), line.get(3));
      }
    }
    page.table();
    return new Report(
        page.texts.get("card.title", title),
        Report.Marking.RELEASABLE,
        demonstration,
        language,
        page.blocks);
  }

  private void line(String heading, String item, String text) {
    if (heading.equals(texts.get(STAMP))) {
      blocks.add(new Block.Finding(Block.Verdict.REVIEW, heading, text));
      return;
    }
    if (!heading.equals(part)) {
      table();
      part = heading;
      blocks.add(new Block.Heading(2, part));
    }
    if (item.isEmpty()) {
      table();
      blocks.add(new Block.Paragraph(text));
    } else {
      rows.add(List.of(item, text));
    }
  }

  /** Statements about items that follow each other are the rows of a table. */
  private void table() {
    if (!rows.isEmpty()) {
      blocks.add(
          new Block.Table(
              part,
              List.of(
                  new Block.Column(texts.get("model-card.of"), false),
                  new Block.Column(texts.get("model-card.said"), false)),
              rows));
      rows.clear();
    }
  }
}
