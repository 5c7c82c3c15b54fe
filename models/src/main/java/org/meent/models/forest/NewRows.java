// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.meent.models.frame.Category;
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

  /** Reads the covariates of a frame from another file. */
  static NewRows read(Path file, Frame frame, FitColumns columns) {
    Set<String> text =
        frame.categories().stream()
            .map(Category::name)
            .collect(Collectors.toCollection(HashSet::new));
    columns.units().id().ifPresent(text::add);
    NumericCsv csv = NumericCsv.read(file, text);
    double[][] x = new double[frame.names().size()][];
    for (Category category : frame.categories()) {
      double[][] indicators = category.indicators(csv.labels(category.name()));
      System.arraycopy(indicators, 0, x, category.first(), indicators.length);
    }
    for (int j = 0; j < x.length; j++) {
      x[j] = x[j] == null ? csv.numeric(frame.names().get(j)) : x[j];
    }
    List<String> ids =
        columns
            .units()
            .id()
            .filter(name -> csv.names().contains(name))
            .map(csv::text)
            .orElse(List.of());
    return new NewRows(ids, new Design(x, csv.rows()));
  }
}
