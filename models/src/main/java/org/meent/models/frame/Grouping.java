// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.frame;

import java.util.List;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

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

  /** The groups, in the order of their labels. */
  public List<Part> parts() {
    return distinct().stream().map(this::part).toList();
  }

  private Part part(String label) {
    boolean[] in = new boolean[labels.size()];
    for (int i = 0; i < in.length; i++) {
      in[i] = labels.get(i).equals(label);
    }
    return new Part(name, label, written(label), in);
  }

  /**
   * One group.
   *
   * @param name the name of the division
   * @param label what its rows share
   * @param written how the group is written in results
   * @param in whether each row is in it
   */
  public record Part(String name, String label, String written, boolean[] in) {

    /** The refusal of a group with too few rows of an arm. */
    public Refusal tooFew(int fewest) {
      return Refusal.refused("models.fit.group-too-few", Where.field(name), fewest, written);
    }
  }
}
