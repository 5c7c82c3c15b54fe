// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block;

/** What a model card allows and forbids: the same words on every card. */
public final class ConditionsOfUse {
  /** The conditions; each is a sentence {@code fit.use.…}. */
  public static final List<String> CONDITIONS =
      List.of("groups", "person", "rank", "population", "expiry", "zero");

  private ConditionsOfUse() {}

  static List<Block> of(Texts texts) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, texts.get("fit.use")));
    CONDITIONS.forEach(key -> blocks.add(new Block.Paragraph(texts.get("fit.use." + key))));
    return blocks;
  }
}
