// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meent.models.frame.NumericCsv;
import org.meent.models.learner.Design;

/**
 * Rows whose effects are asked but that were not learned from.
 *
 * @param ids in the order of the file; empty if there are none
 * @param x their covariates
 */
public record NewRows(List<String> ids, Design x) {

  static NewRows read(Path file, List<String> names, Optional<String> id) {
    Set<String> text = id.map(Set::of).orElse(Set.of());
    NumericCsv csv = NumericCsv.read(file, text);
    double[][] columns = names.stream().map(csv::numeric).toArray(double[][]::new);
    List<String> ids =
        id.filter(name -> csv.names().contains(name)).map(csv::text).orElse(List.of());
    return new NewRows(ids, new Design(columns, csv.rows()));
  }
}
