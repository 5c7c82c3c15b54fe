// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.frame;

import java.util.List;

/**
 * A declared division of the rows, such as sex or municipality, for effects by group.
 *
 * @param name the name of the division
 * @param labels one label per row, in the order of the frame
 */
public record Grouping(String name, List<String> labels) {

  /** Copies the labels. */
  public Grouping {
    labels = List.copyOf(labels);
  }

  /** The different labels, sorted. */
  public List<String> distinct() {
    return labels.stream().distinct().sorted().toList();
  }

  /** How one group is written in results: {@code name=label}. */
  public String written(String label) {
    return name + "=" + label;
  }
}
