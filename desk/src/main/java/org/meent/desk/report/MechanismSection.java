// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.models.mechanism.MechanismAnswer;
import org.meent.models.mechanism.MediatedEffect;

/** Why support works, as far as a declared mechanism goes: parts of the effect, and assumptions. */
final class MechanismSection {
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
    blocks.addAll(MechanismParts.assumptions(texts));
    return blocks;
  }

  private List<Block> found(String name, MechanismAnswer answer, MediatedEffect effect) {
    List<MechanismParts.Part> parts =
        Stream.of(effect.total(), effect.through(), effect.direct())
            .map(one -> new MechanismParts.Part(one.value(), one.se(), one.lower(), one.upper()))
            .toList();
    return new MechanismParts(name, answer.arm(), parts).blocks(texts, effect.strength());
  }
}
