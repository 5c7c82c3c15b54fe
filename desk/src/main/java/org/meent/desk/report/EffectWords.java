// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.meent.desk.text.Texts;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.Standing;
import org.meent.disclosure.report.Figure;

/** How an estimate is called and drawn. */
record EffectWords(Texts texts) {

  String name(Estimate row) {
    String of = row.method() + ", " + row.estimand();
    return row.group().isEmpty() ? of : of + ", " + group(row.group());
  }

  String group(SortedMap<String, String> group) {
    List<String> parts = new ArrayList<>();
    group.forEach((variable, code) -> parts.add(variable + " = " + code));
    return parts.isEmpty() ? texts.get("report.everybody") : String.join(", ", parts);
  }

  /** A line with its own interval, and around it the one that holds with those of the family. */
  static Figure.Line line(String label, Estimate.Estimated figures, Standing standing) {
    return switch (standing) {
      case Standing.Simultaneous(double lower, double upper) ->
          new Figure.Line(label, figures.value(), figures.lower(), figures.upper(), lower, upper);
      case Standing.Alone alone -> plain(label, figures);
      case Standing.Exploratory exploratory -> plain(label, figures);
      case Standing.Discovery discovery -> plain(label, figures);
    };
  }

  private static Figure.Line plain(String label, Estimate.Estimated figures) {
    return new Figure.Line(label, figures.value(), figures.lower(), figures.upper());
  }
}
