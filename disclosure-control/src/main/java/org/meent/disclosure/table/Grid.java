// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meent.disclosure.protect.Equation;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** The cross of several hierarchies: cells numbered with the last dimension running fastest. */
final class Grid {
  /** Cells times dimensions above which a table is refused before it is made. */
  static final double LARGEST = 8_000_000;

  final List<Hierarchy> dimensions;
  final int[] stride;
  final int size;

  Grid(List<Hierarchy> dimensions) {
    this.dimensions = List.copyOf(dimensions);
    double estimate = dimensions.size();
    for (Hierarchy hierarchy : dimensions) {
      estimate *= hierarchy.size();
    }
    if (estimate > LARGEST) {
      throw Refusal.badInput(
              "disclosure.table.too-many-cells",
              Where.NOWHERE,
              dimensions.size(),
              String.format(Locale.ROOT, "%.0f", estimate / dimensions.size()),
              String.format(Locale.ROOT, "%.0f", LARGEST / dimensions.size()))
          .asException();
    }
    stride = new int[dimensions.size()];
    int count = 1;
    for (int d = stride.length - 1; d >= 0; d--) {
      stride[d] = count;
      count *= dimensions.get(d).size();
    }
    size = count;
  }

  int node(int cell, int dimension) {
    return cell / stride[dimension] % dimensions.get(dimension).size();
  }

  /** Every total against its parts, for each dimension. */
  List<Equation> equations() {
    List<Equation> out = new ArrayList<>();
    for (int d = 0; d < stride.length; d++) {
      Hierarchy hierarchy = dimensions.get(d);
      for (int cell = 0; cell < size; cell++) {
        int node = node(cell, d);
        int[] children = hierarchy.children(node);
        if (children.length == 0) {
          continue;
        }
        int[] parts = new int[children.length];
        for (int i = 0; i < parts.length; i++) {
          parts[i] = cell + (children[i] - node) * stride[d];
        }
        out.add(Equation.sum("", cell, parts));
      }
    }
    return out;
  }

  /** A cell in words, such as {@code region=P01, activity=Total}. */
  String name(int cell) {
    StringBuilder words = new StringBuilder();
    for (int d = 0; d < stride.length; d++) {
      Hierarchy hierarchy = dimensions.get(d);
      words.append(words.isEmpty() ? "" : ", ");
      words.append(hierarchy.name()).append('=').append(hierarchy.code(node(cell, d)));
    }
    return words.toString();
  }
}
