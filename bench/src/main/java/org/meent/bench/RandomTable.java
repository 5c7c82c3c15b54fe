// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.meent.disclosure.protect.Equation;
import org.meent.disclosure.protect.Insider;
import org.meent.disclosure.protect.LinearTable;
import org.meent.protocols.run.RandomStream;

/**
 * A table with the persons of each inner cell, who know the same.
 *
 * @param insiders one person per inner cell that is not empty
 */
record RandomTable(LinearTable table, List<Insider> insiders) {

  /** How many inner cells of a cell are not empty: nobody can think that it is less. */
  long filled(int cell) {
    return insiders.stream()
        .filter(of -> IntStream.of(of.cells()).anyMatch(above -> above == cell))
        .count();
  }

  /** Each axis lists, per code, which finest codes it holds; the last code is the total. */
  static RandomTable of(RandomStream random) {
    int shape = random.nextInt(3);
    List<int[][]> axes = new ArrayList<>();
    if (shape == 2) {
      axes.addAll(List.of(flat(2), flat(2), flat(2 + random.nextInt(2))));
    } else {
      axes.add(shape == 1 ? grouped() : flat(2 + random.nextInt(3)));
      axes.add(flat(2 + random.nextInt(2)));
    }
    int cells = axes.stream().mapToInt(axis -> axis.length).reduce(1, (a, b) -> a * b);
    long[] values = new long[cells];
    List<Insider> insiders = new ArrayList<>();
    int highest = 3 + random.nextInt(4);
    for (int cell = 0; cell < cells; cell++) {
      int[] codes = codes(cell, axes);
      if (!isInner(codes, axes)) {
        continue;
      }
      long persons = random.nextInt(highest);
      int[] above = above(codes, axes);
      Arrays.stream(above).forEach(a -> values[a] += persons);
      if (persons > 0) {
        long[] ones = new long[above.length];
        Arrays.fill(ones, 1);
        insiders.add(new Insider(above, ones));
      }
    }
    return new RandomTable(new LinearTable(values, equations(axes)), insiders);
  }

  private static int[][] flat(int codes) {
    int[][] axis = new int[codes + 1][];
    for (int i = 0; i < codes; i++) {
      axis[i] = new int[] {i};
    }
    axis[codes] = IntStream.range(0, codes).toArray();
    return axis;
  }

  /** Four codes in two groups. */
  private static int[][] grouped() {
    return new int[][] {{0}, {1}, {2}, {3}, {0, 1}, {2, 3}, {0, 1, 2, 3}};
  }

  private static int[] codes(int cell, List<int[][]> axes) {
    int[] codes = new int[axes.size()];
    int rest = cell;
    for (int d = axes.size() - 1; d >= 0; d--) {
      codes[d] = rest % axes.get(d).length;
      rest /= axes.get(d).length;
    }
    return codes;
  }

  private static int cell(int[] codes, List<int[][]> axes) {
    int cell = 0;
    for (int d = 0; d < codes.length; d++) {
      cell = cell * axes.get(d).length + codes[d];
    }
    return cell;
  }

  private static boolean isInner(int[] codes, List<int[][]> axes) {
    return IntStream.range(0, codes.length).allMatch(d -> axes.get(d)[codes[d]].length == 1);
  }

  /** The cells that hold an inner cell, itself among them. */
  private static int[] above(int[] inner, List<int[][]> axes) {
    int cells = axes.stream().mapToInt(axis -> axis.length).reduce(1, (a, b) -> a * b);
    return IntStream.range(0, cells)
        .filter(
            cell -> {
              int[] codes = codes(cell, axes);
              return IntStream.range(0, codes.length)
                  .allMatch(d -> holds(axes.get(d)[codes[d]], inner[d]));
            })
        .toArray();
  }

  private static boolean holds(int[] code, int finest) {
    return Arrays.stream(code).anyMatch(f -> f == finest);
  }

  /** Along each axis: groups are sums of their codes, the total is the sum of the groups. */
  private static List<Equation> equations(List<int[][]> axes) {
    List<Equation> out = new ArrayList<>();
    int cells = axes.stream().mapToInt(axis -> axis.length).reduce(1, (a, b) -> a * b);
    for (int cell = 0; cell < cells; cell++) {
      int[] codes = codes(cell, axes);
      for (int d = 0; d < codes.length; d++) {
        int[] parts = parts(axes.get(d), codes[d]);
        int axis = d;
        if (parts.length > 0) {
          int[] below =
              Arrays.stream(parts)
                  .map(
                      part -> {
                        int[] other = codes.clone();
                        other[axis] = part;
                        return cell(other, axes);
                      })
                  .toArray();
          out.add(Equation.sum("cell " + cell + " along " + d, cell, below));
        }
      }
    }
    return out;
  }

  private static int[] parts(int[][] axis, int code) {
    int finest = (int) Arrays.stream(axis).filter(held -> held.length == 1).count();
    if (code < finest) {
      return new int[0];
    }
    boolean total = code == axis.length - 1;
    return total && axis.length > finest + 1 ? IntStream.range(finest, code).toArray() : axis[code];
  }
}
