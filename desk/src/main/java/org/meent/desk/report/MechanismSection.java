// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Figure;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.mechanism.MechanismAnswer;
import org.meent.models.mechanism.MediatedEffect;

/** Why support works, as far as a declared mechanism goes: parts of the effect, and assumptions. */
final class MechanismSection {
  private static final List<String> ASSUMPTIONS =
      List.of("support", "mechanism", "nothing-else", "in-between", "measured", "apart");

  private final Texts texts;

  MechanismSection(Texts texts) {
    this.texts = texts;
  }

  List<Block> blocks(List<MechanismAnswer> answers) {
    List<Block> blocks = new ArrayList<>();
    if (answers.isEmpty()) {
      return blocks;
    }
    blocks.add(new Block.Heading(2, texts.get("mechanism.heading")));
    blocks.add(new Block.Paragraph(texts.get("mechanism.text")));
    for (MechanismAnswer answer : answers) {
      String name = answer.mechanism().column();
      blocks.add(
          new Block.Heading(3, texts.get("mechanism.of", name, answer.arm(), answer.reference())));
      if (answer.mechanism().day().isEmpty()) {
        blocks.add(
            new Block.Finding(
                Block.Verdict.NOT_RUN,
                texts.get("mechanism.time"),
                texts.get("mechanism.time.text", name)));
      }
      answer.effect().ifPresent(effect -> blocks.addAll(found(name, answer, effect)));
      answer
          .obstacle()
          .ifPresent(
              measure ->
                  blocks.add(
                      new Block.Finding(
                          Block.Verdict.FAIL,
                          texts.get("mechanism.refused"),
                          texts.get(
                              "mechanism.refused.text",
                              measure.criterion(),
                              Figures.decimals(measure.measured(), 3),
                              Figures.decimals(measure.limit(), 3)))));
    }
    blocks.add(new Block.Heading(3, texts.get("mechanism.assumptions")));
    ASSUMPTIONS.forEach(
        one -> blocks.add(new Block.Paragraph(texts.get("mechanism.assumption." + one))));
    return blocks;
  }

  private List<Block> found(String name, MechanismAnswer answer, MediatedEffect effect) {
    List<EffectEstimate> parts = List.of(effect.total(), effect.through(), effect.direct());
    List<String> names =
        List.of(
            texts.get("mechanism.total"),
            texts.get("mechanism.through", name),
            texts.get("mechanism.direct"));
    List<Figure.Line> drawn = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      EffectEstimate part = parts.get(i);
      drawn.add(new Figure.Line(names.get(i), part.value(), part.lower(), part.upper()));
      rows.add(
          List.of(
              names.get(i),
              FitCard.number(part.value()),
              FitCard.number(part.se()),
              FitCard.number(part.lower()),
              FitCard.number(part.upper())));
    }
    String verdict =
        !effect.known()
            ? "mechanism.unknown"
            : effect.through().value() > 0 ? "mechanism.more" : "mechanism.less";
    return List.of(
        new Block.Paragraph(
            texts.get(
                verdict,
                name,
                answer.arm(),
                FitCard.number(effect.through().lower()),
                FitCard.number(effect.through().upper()))),
        new Block.Picture(
            texts.get("mechanism.figure", name),
            new Figure.Intervals(texts.get("mechanism.axis"), 0, drawn)),
        new Block.Table(
            texts.get("mechanism.table", name),
            List.of(
                new Column(texts.get("mechanism.part"), false),
                new Column(texts.get("report.value"), true),
                new Column(texts.get("report.se"), true),
                new Column(texts.get("report.lower"), true),
                new Column(texts.get("report.upper"), true)),
            rows),
        new Block.Paragraph(
            texts.get(
                "mechanism.strength",
                percent(effect.strength().toZero()),
                percent(effect.strength().toDoubt()))));
  }

  private static String percent(double share) {
    return Figures.decimals(100 * share, 1);
  }
}
