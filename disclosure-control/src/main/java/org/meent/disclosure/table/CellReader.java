// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.meent.disclosure.protect.Equation;
import org.meent.disclosure.spec.Columns;
import org.meent.disclosure.spec.DimensionSpec;
import org.meent.disclosure.spec.ProtectionSpec;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Reads a table that somebody else made: one line per cell with its codes, its value, the number of
 * contributors and the largest contributions. A cell without a line is zero. Totals must equal
 * their parts.
 */
final class CellReader {
  private final ProtectionSpec spec;
  private final List<List<String>> codes = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();
  private final List<NumberColumn> numbers = new ArrayList<>();
  private final List<String> names;
  private int[] dimensionAt = {};
  private int[] numberAt = {};

  private CellReader(ProtectionSpec spec) {
    this.spec = spec;
    Columns.Evidence evidence = spec.columns().evidence().orElseThrow();
    String value = spec.columns().measure().orElse(evidence.units());
    names = Stream.concat(Stream.of(value, evidence.units()), evidence.largest().stream()).toList();
    names.forEach(name -> numbers.add(new NumberColumn()));
  }

  static HierarchicalTable read(Path folder, ProtectionSpec spec) {
    CellReader reader = new CellReader(spec);
    Path input = CsvFile.named(folder, spec.input());
    CsvFile.read(input, spec.input(), reader::header, reader::row);
    return reader.finish();
  }

  private void header(List<String> header) {
    HeaderRow columns = new HeaderRow(spec.input(), header);
    dimensionAt =
        columns.places(spec.dimensions().values().stream().map(DimensionSpec::finest).toList());
    numberAt = columns.places(names);
  }

  private void row(long line, List<String> fields) {
    codes.add(Arrays.stream(dimensionAt).mapToObj(fields::get).toList());
    lines.add(line);
    for (int k = 0; k < numberAt.length; k++) {
      String name = names.get(k);
      NumberColumn column = numbers.get(k);
      column.add(
          fields.get(numberAt[k]),
          () -> refuse("disclosure.csv.number", line, name, NumberColumn.MOST_DECIMALS));
      if (column.last() < 0) {
        throw refuse("disclosure.cells.negative", line, name);
      }
    }
  }

  private HierarchicalTable finish() {
    List<Hierarchy> hierarchies = new ArrayList<>();
    int d = 0;
    for (var dimension : spec.dimensions().entrySet()) {
      hierarchies.add(hierarchy(dimension.getKey(), dimension.getValue(), d++));
    }
    Grid grid = new Grid(hierarchies, spec.tables());
    int scale = numbers.stream().mapToInt(NumberColumn::scale).max().orElse(0);
    if (numbers.get(1).scale() > 0) {
      throw refuse("disclosure.cells.units", 0, names.get(1));
    }
    CellSums sums = fill(grid, scale);
    HierarchicalTable table = new HierarchicalTable(grid, sums, List.of());
    grid.equations().forEach(equation -> additive(table, equation));
    return table;
  }

  private Hierarchy hierarchy(String name, DimensionSpec of, int dimension) {
    TreeSet<String> leaves = new TreeSet<>();
    codes.forEach(row -> leaves.add(row.get(dimension)));
    leaves.remove(Hierarchy.TOTAL);
    leaves.removeAll(of.groups().keySet());
    SequencedMap<String, TreeSet<String>> tiers = new LinkedHashMap<>();
    TreeSet<String> groups = new TreeSet<>(of.groups().keySet());
    groups.remove(Hierarchy.TOTAL);
    tiers.put("groups", groups);
    tiers.put(of.finest(), leaves);
    List<Hierarchy.Split> splits = new ArrayList<>();
    of.groups().forEach((whole, parts) -> splits.add(new Hierarchy.Split(whole, parts)));
    if (!of.groups().containsKey(Hierarchy.TOTAL)) {
      splits.add(new Hierarchy.Split(Hierarchy.TOTAL, List.copyOf(leaves)));
    }
    return Hierarchy.of(name, tiers, splits);
  }

  private CellSums fill(Grid grid, int scale) {
    boolean counts = spec.columns().measure().isEmpty();
    long[] value = numbers.get(0).inUnitsOf(counts ? 0 : scale);
    long[] units = numbers.get(1).inUnitsOf(0);
    List<long[]> largest = numbers.stream().skip(2).map(column -> column.inUnitsOf(scale)).toList();
    CellSums sums =
        new CellSums(
            new long[grid.size],
            new long[grid.size],
            new long[grid.size],
            largest.isEmpty() ? new long[0][] : new long[grid.size][],
            new long[0],
            counts ? 0 : scale,
            counts);
    boolean[] seen = new boolean[grid.size];
    for (int row = 0; row < value.length; row++) {
      int cell = cell(grid, row);
      if (cell < 0 || seen[cell]) {
        throw refuse("disclosure.cells.twice", lines.get(row), names.getFirst());
      }
      seen[cell] = true;
      int at = row;
      long[] top = largest.stream().mapToLong(column -> column[at]).toArray();
      evidence(value[row], units[row], top, row);
      sums.values()[cell] = value[row];
      sums.absolute()[cell] = value[row];
      sums.units()[cell] = units[row];
      if (!largest.isEmpty()) {
        sums.largest()[cell] = top;
      }
    }
    return sums;
  }

  private int cell(Grid grid, int row) {
    int[] nodes = new int[grid.dimensions.size()];
    for (int d = 0; d < nodes.length; d++) {
      nodes[d] = grid.dimensions.get(d).node(codes.get(row).get(d));
    }
    return grid.cell(nodes);
  }

  /** The contributions must be possible ones of so many contributors. */
  private void evidence(long value, long units, long[] top, int row) {
    long sum = 0;
    boolean possible = value == 0 || units > 0;
    for (int i = 0; i < top.length; i++) {
      possible &= i == 0 || top[i] <= top[i - 1];
      possible &= top[i] == 0 || i < units;
      sum = Math.addExact(sum, top[i]);
    }
    possible &= sum <= value && (top.length < units || top.length == 0 || sum == value);
    if (!possible) {
      throw refuse("disclosure.cells.evidence", lines.get(row), names.get(1));
    }
  }

  private void additive(HierarchicalTable table, Equation equation) {
    int[] cells = equation.cells();
    long sum = 0;
    for (int k = 1; k < cells.length; k++) {
      sum = Math.addExact(sum, table.value(cells[k]));
    }
    if (sum != table.value(cells[0])) {
      throw Refusal.badInput(
              "disclosure.table.not-additive",
              Where.file(spec.input()),
              table.name(cells[0])
                  + " = "
                  + table.name(cells[1])
                  + (cells.length > 2 ? " + …" : ""))
          .asException();
    }
  }

  private RuntimeException refuse(String code, long line, String column, Object... args) {
    return Refusal.badInput(code, Where.file(spec.input()).atLine(line).in(column), args)
        .asException();
  }
}
