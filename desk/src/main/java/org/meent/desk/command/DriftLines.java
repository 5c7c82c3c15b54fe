// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.desk.text.Texts;
import org.meent.linkage.drift.Change;
import org.meent.linkage.drift.ChangeSentence;
import org.meent.linkage.drift.DriftReport;

/** The lines that say what changed: a mark for its weight, and a sentence. */
final class DriftLines {
  private DriftLines() {}

  static List<String> of(DriftReport report, Locale locale) {
    Texts texts = Texts.of(locale);
    ChangeSentence sentence = ChangeSentence.in(locale);
    List<String> lines = new ArrayList<>();
    for (DriftReport.Part part : report.parts()) {
      if (!part.source().isEmpty()) {
        lines.add(part.source());
      }
      for (Change change : part.changes()) {
        lines.add(texts.get("drift." + change.kind().weight()) + " " + sentence.of(change));
      }
    }
    return lines;
  }
}
