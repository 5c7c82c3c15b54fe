// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.models.described.Answer;
import org.meent.models.described.Leaving;

/** How people left, of 100 and in every way that was released, for the page of a person. */
final class DescribedLeaving {
  private final Wording wording;
  private final Locale language;
  private final Texts texts;

  DescribedLeaving(Wording wording, Locale language) {
    this.wording = wording;
    this.language = language;
    this.texts = Texts.of(language);
  }

  List<Block> blocks(List<Leaving> curves) {
    List<Block> blocks = new ArrayList<>();
    if (curves.isEmpty()) {
      return blocks;
    }
    blocks.add(new Block.Heading(2, texts.get("described.leaving")));
    blocks.add(new Block.Paragraph(texts.get("described.leaving.text")));
    for (Leaving leaving : curves) {
      String arm = wording.support(leaving.arm());
      String reference = wording.support(leaving.reference());
      blocks.add(new Block.Paragraph(texts.get("described.population", leaving.population())));
      blocks.add(
          new Block.Table(
              texts.get("described.leaving.table", arm, reference, leaving.time()),
              List.of(
                  new Column(texts.get("described.leaving.kind"), false),
                  new Column(reference, true),
                  new Column(arm, true),
                  new Column(texts.get("described.answer"), false)),
              leaving.exits().stream()
                  .map(
                      exit ->
                          List.of(
                              wording.outcome(exit.kind(), exit.kind()),
                              ofHundred(exit.without()),
                              ofHundred(exit.with()),
                              changed(exit.difference())))
                  .toList()));
    }
    return blocks;
  }

  private String ofHundred(OptionalDouble share) {
    return share.isPresent()
        ? Between.mean(share.getAsDouble(), true, language)
        : texts.get("described.unknown");
  }

  private String changed(Answer answer) {
    return switch (answer) {
      case Answer.Difference(double lower, double upper) when lower > 0 ->
          brief("described.brief.more", Between.of(lower, upper, true, language));
      case Answer.Difference(double lower, double upper) ->
          brief("described.brief.less", Between.of(upper, lower, true, language));
      case Answer.Undecided _ -> texts.get("described.unknown");
      case Answer.NoFigure _ -> texts.get("described.unknown");
    };
  }

  private String brief(String key, Between sizes) {
    return texts.get(key, sizes.least(), sizes.most(), "");
  }
}
