// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.List;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Block.Column;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.EffectFamily;

/** Effects that are read side by side, as a table of what holds for all of them at once. */
final class FamilyTable {
  private FamilyTable() {}

  /** The table and what it means; nothing for a single effect. */
  static List<Block> of(List<EffectFamily.Adjusted> members, Texts texts) {
    if (members.size() < 2) {
      return List.of();
    }
    Block table =
        new Block.Table(
            texts.get("fit.family.table"),
            List.of(
                new Column(texts.get("report.estimand"), false),
                new Column(texts.get("fit.family.stamp"), false),
                new Column(texts.get("report.lower"), true),
                new Column(texts.get("report.upper"), true),
                new Column(texts.get("fit.family.p"), true),
                new Column(texts.get("fit.family.discovery"), true)),
            members.stream().map(member -> row(member, texts)).toList());
    return List.of(table, new Block.Paragraph(texts.get("fit.exploratory")));
  }

  private static List<String> row(EffectFamily.Adjusted member, Texts texts) {
    EffectEstimate e = member.estimate();
    return List.of(
        e.arm() + (e.group().equals(EffectEstimate.ALL) ? "" : ", " + e.group()),
        texts.get("fit.family." + member.stamp()),
        FitCard.number(member.simultaneous().lower()),
        FitCard.number(member.simultaneous().upper()),
        Figures.decimals(member.p(), 3),
        Figures.decimals(member.falseDiscovery(), 3));
  }
}
