// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  /**
   * Reads the covariates of a frame from another file; a group or words may stand there as
   * indicators.
   */
  static NewRows read(Path file, Frame frame, FitColumns columns, List<CategoryCodes> categories) {
    Set<String> codes = new HashSet<>(columns.groups());
    codes.addAll(columns.context().within());
    Set<String> text = new HashSet<>(codes);
    categories.forEach(category -> text.add(category.column()));
    columns.id().ifPresent(text::add);
    NumericCsv csv = NumericCsv.read(file, text);
    Map<String, double[]> words = new HashMap<>();
    for (CategoryCodes category : categories) {
      List<String> cells = csv.cells(category.column()).stream().map(String::strip).toList();
      words.putAll(category.indicators(cells));
    }
    double[][] x =
        frame.names().stream()
            .map(name -> words.getOrDefault(name, new double[0]))
            .toArray(double[][]::new);
    for (int j = 0; j < x.length; j++) {
      String name = frame.names().get(j);
      x[j] = words.containsKey(name) ? x[j] : column(csv, name, codes);
    }
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
