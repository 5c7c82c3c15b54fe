// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Columns that say who a row is of and how it counts.
 *
 * @param id column that names each row, or empty
 * @param clusters columns that say which rows belong together: none, one, or two that cross
 * @param weights column of sample weights, or empty
 */
public record FitUnits(Optional<String> id, List<String> clusters, Optional<String> weights) {

  /** Copies the list. */
  public FitUnits {
    clusters = List.copyOf(clusters);
    if (clusters.size() > 2) {
      throw FitJob.refusal("models.fit.many-clusterings", clusters.size());
    }
  }

  /** Every row is a unit of its own and counts once. */
  static FitUnits ofRows() {
    return new FitUnits(Optional.empty(), List.of(), Optional.empty());
  }

  FitUnits withId(String name) {
    return new FitUnits(Optional.of(name), clusters, weights);
  }

  FitUnits withClusters(List<String> names) {
    return new FitUnits(id, names, weights);
  }

  FitUnits withWeights(String name) {
    return new FitUnits(id, clusters, Optional.of(name));
  }

  /** The columns whose cells are labels. */
  Set<String> labels() {
    Set<String> labels = new HashSet<>(clusters);
    id.ifPresent(labels::add);
    return labels;
  }
}
