// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Report;
import org.meent.models.further.ArmReach;
import org.meent.models.further.FurtherAnswers;

/** Stamps a card <em>fragile</em> for each arm whose conclusion hangs on errors of measurement. */
public final class FragileStamp {
  private FragileStamp() {}

  /** The same card, with a stamp for each fragile arm above everything else. */
  public static Report on(Report card, FurtherAnswers answers) {
    Texts texts = Texts.of(card.language());
    List<Block> blocks = new ArrayList<>();
    for (ArmReach arm : answers.arms()) {
      if (arm.measurement().fragile()) {
        blocks.add(
            new Block.Finding(
                Block.Verdict.REVIEW,
                texts.get("further.stamp.fragile"),
                texts.get("further.stamp.fragile.text", arm.arm())));
      }
    }
    blocks.addAll(card.blocks());
    return new Report(card.title(), card.marking(), card.demonstration(), card.language(), blocks);
  }
}
