// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.meent.disclosure.protect.Equation;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** The cells of one table, or of several that share dimensions; a shared cell is one cell. */
final class Grid {
  /** Cells times dimensions above which a table is refused before it is made. */
  static final double LARGEST = 8_000_000;

  final List<Hierarchy> dimensions;
  final List<Block> blocks = new ArrayList<>();
  final int size;
  private final int[] blockOf;
  private final int[] localOf;

  /**
   * Numbers the cells.
   *
   * @param tables dimensions of each table by its name; empty for one table of all
   */
  Grid(List<Hierarchy> dimensions, SequencedMap<String, List<String>> tables) {
    this.dimensions = List.copyOf(dimensions);
    List<int[]> places = new ArrayList<>();
    tables.values().forEach(names -> places.add(places(names)));
    if (tables.isEmpty()) {
      places.add(IntStream.range(0, dimensions.size()).toArray());
    }
    bound(places);
    List<String> names = tables.isEmpty() ? List.of("") : List.copyOf(tables.sequencedKeySet());
    if (places.size() == 1) {
      Block only =
          new Block(names.getFirst(), places.getFirst(), sizes(places.getFirst()), 0, new int[0]);
      blocks.add(only);
      size = only.size;
      blockOf = new int[0];
      localOf = new int[0];
      return;
    }
    List<int[]> owners = new ArrayList<>();
    Map<List<Integer>, Integer> known = new HashMap<>();
    for (int b = 0; b < places.size(); b++) {
      blocks.add(linked(names.get(b), places.get(b), known, owners));
    }
    size = known.size();
    blockOf = owners.stream().mapToInt(owner -> owner[0]).toArray();
    localOf = owners.stream().mapToInt(owner -> owner[1]).toArray();
  }

  /** A table whose cells are numbered after those that earlier tables have. */
  private Block linked(
      String name, int[] of, Map<List<Integer>, Integer> known, List<int[]> owners) {
    int[] sizes = sizes(of);
    Block shape = new Block(name, of, sizes, 0, new int[0]);
    int first = known.size();
    int[] ids = new int[shape.size];
    for (int local = 0; local < ids.length; local++) {
      Integer id = known.putIfAbsent(nodes(shape, local), known.size());
      ids[local] = id == null ? known.size() - 1 : id;
      if (id == null) {
        owners.add(new int[] {blocks.size(), local});
      }
    }
    return new Block(name, of, sizes, first, ids);
  }

  private int[] places(List<String> names) {
    return IntStream.range(0, dimensions.size())
        .filter(d -> names.contains(dimensions.get(d).name()))
        .toArray();
  }

  private int[] sizes(int[] of) {
    return Arrays.stream(of).map(d -> dimensions.get(d).size()).toArray();
  }

  private void bound(List<int[]> tables) {
    double cells = 0;
    for (int[] of : tables) {
      cells +=
          Arrays.stream(of).mapToDouble(d -> dimensions.get(d).size()).reduce(1, (a, b) -> a * b);
    }
    if (cells * dimensions.size() > LARGEST) {
      throw Refusal.badInput(
              "disclosure.table.too-many-cells",
              Where.NOWHERE,
              dimensions.size(),
              String.format(Locale.ROOT, "%.0f", cells),
              String.format(Locale.ROOT, "%.0f", LARGEST / dimensions.size()))
          .asException();
    }
  }

  private List<Integer> nodes(Block block, int local) {
    Integer[] nodes = new Integer[dimensions.size()];
    Arrays.fill(nodes, 0);
    for (int k = 0; k < block.dimensions.length; k++) {
      nodes[block.dimensions[k]] = node(block, local, k);
    }
    return List.of(nodes);
  }

  private int node(Block block, int local, int k) {
    return local / block.stride[k] % dimensions.get(block.dimensions[k]).size();
  }

  /** The code of a cell in a dimension; the total where its table does not have the dimension. */
  int node(int cell, int dimension) {
    Block block = blocks.get(blockOf.length == 0 ? 0 : blockOf[cell]);
    int local = blockOf.length == 0 ? cell : localOf[cell];
    int k = Arrays.binarySearch(block.dimensions, dimension);
    return k < 0 ? 0 : node(block, local, k);
  }

  /** The cell with one node per dimension, or -1 if no table has it. */
  int cell(int[] nodes) {
    for (Block block : blocks) {
      int local = 0;
      int outside = 0;
      for (int d = 0; d < nodes.length; d++) {
        int k = Arrays.binarySearch(block.dimensions, d);
        if (k >= 0) {
          local += nodes[d] * block.stride[k];
        } else {
          outside += nodes[d];
        }
      }
      if (outside == 0) {
        return block.id(local);
      }
    }
    return -1;
  }

  /** Every total against its parts, for each dimension and each way it is split. */
  List<Equation> equations() {
    List<Equation> out = new ArrayList<>();
    for (Block block : blocks) {
      for (int k = 0; k < block.dimensions.length; k++) {
        for (int local = 0; local < block.size; local++) {
          sums(block, k, local, out);
        }
      }
    }
    return out;
  }

  private void sums(Block block, int k, int local, List<Equation> out) {
    int node = node(block, local, k);
    for (int[] split : dimensions.get(block.dimensions[k]).splits(node)) {
      int[] parts = new int[split.length];
      boolean own = block.own(local);
      for (int i = 0; i < parts.length; i++) {
        int part = local + (split[i] - node) * block.stride[k];
        parts[i] = block.id(part);
        own |= block.own(part);
      }
      if (own) {
        out.add(Equation.sum("", block.id(local), parts));
      }
    }
  }

  /** Every cell that a record with these finest codes counts in, ascending. */
  int[] above(int[] leaf) {
    List<Integer> cells = new ArrayList<>();
    for (Block block : blocks) {
      List<Integer> locals = List.of(0);
      for (int k = 0; k < block.dimensions.length; k++) {
        int d = block.dimensions[k];
        List<Integer> longer = new ArrayList<>();
        for (int local : locals) {
          for (int node : dimensions.get(d).above(leaf[d])) {
            longer.add(local + node * block.stride[k]);
          }
        }
        locals = longer;
      }
      locals.stream().filter(block::own).map(block::id).forEach(cells::add);
    }
    return cells.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** A cell in words, such as {@code region=P01, activity=Total}. */
  String name(int cell) {
    StringBuilder words = new StringBuilder();
    for (int d = 0; d < dimensions.size(); d++) {
      Hierarchy hierarchy = dimensions.get(d);
      words.append(words.isEmpty() ? "" : ", ");
      words.append(hierarchy.name()).append('=').append(hierarchy.code(node(cell, d)));
    }
    return words.toString();
  }
}
