// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.meent.models.frame.Frame;
import org.meent.models.frame.NumericCsv;
import org.meent.models.learner.Design;

/**
 * Rows whose effects are asked but that were not learned from.
 *
 * @param ids in the order of the file; empty if there are none
 * @param x their covariates
 */
public record NewRows(List<String> ids, Design x) {

  /** Reads the covariates of a frame from another file; a group may stand there as indicators. */
  static NewRows read(Path file, Frame frame, FitColumns columns) {
    Set<String> codes = new HashSet<>(columns.groups());
    codes.addAll(columns.context().within());
    Set<String> text = new HashSet<>(codes);
    columns.id().ifPresent(text::add);
    NumericCsv csv = NumericCsv.read(file, text);
    double[][] x =
        frame.names().stream().map(name -> column(csv, name, codes)).toArray(double[][]::new);
    List<String> ids =
        columns.id().filter(name -> csv.names().contains(name)).map(csv::text).orElse(List.of());
    return new NewRows(ids, new Design(x, csv.rows()));
  }

  private static double[] column(NumericCsv csv, String name, Set<String> codes) {
    for (String group : codes) {
      if (name.startsWith(group + "=")) {
        String label = name.substring(group.length() + 1);
        return csv.text(group).stream().mapToDouble(l -> l.equals(label) ? 1 : 0).toArray();
      }
    }
    return csv.numeric(name);
  }
}
