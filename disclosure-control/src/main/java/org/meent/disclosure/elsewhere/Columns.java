// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Names of columns, as Stata, R and people write them. */
final class Columns {
  static final List<String> UNITS = List.of("n", "units", "count", "N", "freq");
  static final List<String> VALUE = List.of("value", "estimate");
  static final List<String> ERROR =
      List.of("std.error", "standard_error", "std_error", "se", "stderr", "std err");
  static final List<String> P = List.of("p.value", "p_value", "pvalue", "p");
  static final List<String> FREEDOM = List.of("df", "df.residual", "df_residual", "dof");

  /** Figures that follow from an estimate and its standard error, so that nothing more is told. */
  static final List<String> FOLLOWING =
      List.of(
          "lower",
          "upper",
          "conf.low",
          "conf.high",
          "conf_low",
          "conf_high",
          "t",
          "z",
          "stars",
          "[0.025",
          "0.975]",
          "P>|t|",
          "P>|z|");

  private Columns() {}

  /** Several lists of names in one set. */
  @SafeVarargs
  static Set<String> all(List<String>... lists) {
    Set<String> all = new TreeSet<>();
    for (List<String> list : lists) {
      all.addAll(list);
    }
    return all;
  }

  /**
   * The column under one of its names.
   *
   * @throws org.meent.protocols.refusal.RefusalException if there is none
   */
  static String required(Sheet sheet, List<String> names) {
    return sheet
        .any(names)
        .orElseThrow(
            () ->
                Refusal.badInput(
                        "disclosure.elsewhere.column",
                        Where.file(sheet.name()).atLine(1),
                        String.join(", ", names))
                    .asException());
  }
}
