// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Figure;
import org.meent.models.sensitivity.RobustnessValue;

/**
 * An effect split by a mechanism, in words, a figure and a table, and what must hold for it.
 *
 * @param mediator what the effect may go through
 * @param arm the arm of interest
 * @param parts the whole effect, the part through the mediator, the rest
 */
record MechanismParts(String mediator, String arm, List<Part> parts) {
  private static final List<String> ASSUMPTIONS =
      List.of("support", "mechanism", "nothing-else", "in-between", "measured", "apart");

  MechanismParts {
    parts = List.copyOf(parts);
  }

  /** A figure with its uncertainty. */
  record Part(double value, double se, double lower, double upper) {}

  /** What is shown of it. */
  List<Block> blocks(Texts texts, RobustnessValue strength) {
    List<String> names =
        List.of(
            texts.get("mechanism.total"),
            texts.get("mechanism.through", mediator),
            texts.get("mechanism.direct"));
    List<Figure.Line> drawn = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      drawn.add(new Figure.Line(names.get(i), part.value(), part.lower(), part.upper()));
      rows.add(
          List.of(
              names.get(i),
              FitCard.number(part.value()),
              FitCard.number(part.se()),
              FitCard.number(part.lower()),
              FitCard.number(part.upper())));
    }
    return List.of(
        new Block.Paragraph(said(texts)),
        new Block.Picture(
            texts.get("mechanism.figure", mediator),
            new Figure.Intervals(texts.get("mechanism.axis"), 0, drawn)),
        new Block.Table(
            texts.get("mechanism.table", mediator),
            List.of(
                new Column(texts.get("mechanism.part"), false),
                new Column(texts.get("report.value"), true),
                new Column(texts.get("report.se"), true),
                new Column(texts.get("report.lower"), true),
                new Column(texts.get("report.upper"), true)),
            rows),
        new Block.Paragraph(
            texts.get(
                "mechanism.strength", percent(strength.toZero()), percent(strength.toDoubt()))));
  }

  private String said(Texts texts) {
    Part through = parts.get(1);
    String key =
        through.lower() > 0
            ? "mechanism.more"
            : through.upper() < 0 ? "mechanism.less" : "mechanism.unknown";
    return texts.get(
        key, mediator, arm, FitCard.number(through.lower()), FitCard.number(through.upper()));
  }

  /** What must hold, and no figures can show. */
  static List<Block> assumptions(Texts texts) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(3, texts.get("mechanism.assumptions")));
    ASSUMPTIONS.forEach(
        one -> blocks.add(new Block.Paragraph(texts.get("mechanism.assumption." + one))));
    return blocks;
  }

  private static String percent(double share) {
    return Figures.decimals(100 * share, 1);
  }
}
