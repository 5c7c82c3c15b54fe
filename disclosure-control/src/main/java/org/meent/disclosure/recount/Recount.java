// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.recount;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The table as the verifier counts it, from the input and the specification alone: cells, totals,
 * units and the parts of each contributor. Shares no code with the protector.
 */
final class Recount {
  final Map<?, ?> spec;

  /** Whether values are whole counts of units. */
  final boolean counts;

  boolean signed;
  final List<String> names = new ArrayList<>();
  final List<Codes> codes = new ArrayList<>();
  final List<List<String>> cells;
  final List<String> status;
  final List<BigInteger> values = new ArrayList<>();
  final List<BigInteger> units = new ArrayList<>();

  /** The parts of each cell, by contributor. */
  final List<Parts> parts = new ArrayList<>();

  /** The contributors who asked to be protected. */
  final BitSet asked = new BitSet();

  final TreeSet<String> faults = new TreeSet<>();
  private final Map<List<String>, Integer> index = new HashMap<>();
  private final List<BigDecimal> weights = new ArrayList<>();
  private final boolean ofCells;
  private final int scale;
  private final long[] sum;
  private final long[] counted;

  /** What one record adds to some cells. */
  private record Entry(int[] cells, long part) {}

  /** Counts again and compares with the listed cells. */
  Recount(Path listing, Path file) throws IOException {
    LoadSettings settings = LoadSettings.builder().build();
    spec = (Map<?, ?>) new Load(settings).loadFromString(Files.readString(file));
    ofCells = spec.containsKey("cells");
    counts = !spec.containsKey("measure") && !spec.containsKey("weight");
    List<List<String>> rows = CsvRows.of(file.resolveSibling(String.valueOf(spec.get("input"))));
    Plain.map(spec.get("dimensions"))
        .forEach(
            (name, of) -> {
              names.add(String.valueOf(name));
              codes.add(new Codes(of, rows, ofCells));
              faults.addAll(codes.getLast().faults());
            });
    List<List<String>> listed = CsvRows.of(listing);
    listed.removeFirst();
    cells = listed.stream().map(row -> row.subList(0, names.size())).toList();
    status = listed.stream().map(List::getLast).toList();
    scale =
        listed.stream()
            .mapToInt(row -> Plain.number(row.get(names.size())).scale())
            .max()
            .orElse(0);
    require(!counts || scale == 0, "scale: counts are whole");
    cells.forEach(cell -> require(index.put(cell, index.size()) == null, "a cell stands twice"));
    require(
        index.keySet().equals(Cross.of(Plain.map(spec.get("tables")), names, codes)),
        "cells: not the cross of all codes");
    cells.forEach(cell -> parts.add(new Parts()));
    sum = new long[cells.size()];
    counted = new long[cells.size()];
    count(rows);
    for (int c = 0; c < cells.size(); c++) {
      values.add(BigInteger.valueOf(sum[c]));
      units.add(BigInteger.valueOf(counted[c]));
    }
    for (int c = 0; c < cells.size(); c++) {
      boolean same = whole(Plain.number(listed.get(c).get(names.size()))) == sum[c];
      require(same, "value of cell " + c);
      signed |= !counts && !absolute(c).equals(values.get(c));
      for (int d = 0; d < names.size(); d++) {
        adds(c, d);
      }
    }
  }

  /** A total that is published with its parts equals each of its sums. */
  private void adds(int cell, int dimension) {
    List<String> at = cells.get(cell);
    for (Codes.Sum way : codes.get(dimension).ways.getOrDefault(at.get(dimension), List.of())) {
      if (at(Cross.with(at, dimension, way.parts().iterator().next())) >= 0) {
        BigInteger sum = BigInteger.ZERO;
        for (String part : way.parts()) {
          sum = sum.add(value(Cross.with(at, dimension, part)));
        }
        require(sum.equals(values.get(cell)), "sum of cell " + cell);
      }
    }
  }

  private void count(List<List<String>> rows) {
    List<String> header = rows.getFirst();
    if (ofCells) {
      rows.subList(1, rows.size()).forEach(row -> given(row, header));
      return;
    }
    Map<?, ?> request = Plain.map(Plain.map(spec.get("rules")).get("request"));
    int measure = header.indexOf(spec.get("measure"));
    int contributor = header.indexOf(spec.get("contributor"));
    int weight = header.indexOf(spec.get("weight"));
    int asks = header.indexOf(request.get("column"));
    String says = String.valueOf(request.containsKey("code") ? request.get("code") : "1");
    Map<List<String>, int[]> above = new HashMap<>();
    Map<Object, Integer> numbers = new HashMap<>();
    List<List<Entry>> entries = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      List<String> finest = codes.stream().map(of -> row.get(of.column)).toList();
      BigDecimal times = weight < 0 ? BigDecimal.ONE : Plain.number(row.get(weight));
      BigDecimal amount = measure < 0 ? BigDecimal.ONE : Plain.number(row.get(measure));
      Object name = contributor >= 0 ? row.get(contributor) : counts ? finest : (Object) i;
      int who = numbers.computeIfAbsent(name, same -> numbers.size());
      if (who == entries.size()) {
        entries.add(new ArrayList<>(1));
        weights.add(contributor < 0 ? times : BigDecimal.ONE);
      }
      if (asks >= 0 && row.get(asks).equals(says)) {
        asked.set(who);
      }
      int[] at = above.computeIfAbsent(finest, this::above);
      entries.get(who).add(new Entry(at, whole(times.multiply(amount))));
    }
    for (int who = 0; who < entries.size(); who++) {
      add(who, entries.get(who), counts && contributor < 0);
    }
  }

  /** The cells that a record with these finest codes counts in. */
  private int[] above(List<String> finest) {
    List<List<String>> above = List.of(List.of());
    for (int d = 0; d < finest.size(); d++) {
      above = Cross.longer(above, codes.get(d).above.getOrDefault(finest.get(d), Set.of()));
    }
    return above.stream().mapToInt(this::at).filter(cell -> cell >= 0).toArray();
  }

  /** Adds one contributor; persons who are alike know the same, and one stands for all. */
  private void add(int who, List<Entry> entries, boolean alike) {
    Map<Integer, Long> own = new HashMap<>();
    for (Entry entry : entries) {
      for (int cell : entry.cells()) {
        own.merge(cell, entry.part(), Math::addExact);
        sum[cell] = Math.addExact(sum[cell], entry.part());
        counted[cell] += counts ? 1 : 0;
      }
    }
    own.forEach(
        (cell, part) -> {
          counted[cell] += counts ? 0 : 1;
          parts.get(cell).add(who, alike ? 1 : part);
        });
  }

  /** A row of a table of cells, with what it says of the contributors. */
  private void given(List<String> row, List<String> header) {
    Map<?, ?> evidence = Plain.map(spec.get("cells"));
    int c = at(codes.stream().map(of -> row.get(of.column)).toList());
    String of = row.get(header.indexOf(evidence.get("units")));
    sum[c] = whole(Plain.number(counts ? of : row.get(header.indexOf(spec.get("measure")))));
    counted[c] = Plain.number(of).longValueExact();
    for (Object name : Plain.list(evidence.get("largest"))) {
      int at = header.indexOf(name);
      parts.get(c).add(parts.get(c).size(), whole(Plain.number(row.get(at))));
    }
  }

  /** The number of a cell, or -1 if no table has it. */
  int at(List<String> cell) {
    return index.getOrDefault(cell, -1);
  }

  BigInteger value(List<String> cell) {
    return at(cell) < 0 ? BigInteger.ZERO : values.get(at(cell));
  }

  /** Sum of the absolute parts of a cell. */
  BigInteger absolute(int cell) {
    if (ofCells || counts) {
      return values.get(cell);
    }
    long all = 0;
    for (int i = 0; i < parts.get(cell).size(); i++) {
      all = Math.addExact(all, Math.absExact(parts.get(cell).amount(i)));
    }
    return BigInteger.valueOf(all);
  }

  /** What one of the contributors that somebody stands for has, without weight. */
  BigDecimal single(int who, long part) {
    BigDecimal size = BigDecimal.valueOf(Math.absExact(part));
    return ofCells ? size : size.divide(weights.get(who));
  }

  /** How many contributors somebody stands for; at least himself. */
  BigDecimal copies(int who) {
    return ofCells ? BigDecimal.ONE : weights.get(who).max(BigDecimal.ONE);
  }

  private long whole(BigDecimal value) {
    return value.scaleByPowerOfTen(scale).toBigIntegerExact().longValueExact();
  }

  int scale() {
    return scale;
  }

  void require(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
