// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
  final List<Map<String, BigInteger>> parts = new ArrayList<>();
  final Set<String> asked = new HashSet<>();
  final TreeSet<String> faults = new TreeSet<>();
  private final Map<List<String>, Integer> index = new HashMap<>();
  private final Map<String, BigDecimal> weights = new HashMap<>();
  private final boolean ofCells;
  private final int scale;

  /** Counts again and compares with the listed cells, whose values have so many decimals. */
  Recount(Path listing, Path file, int scale) throws IOException {
    LoadSettings settings = LoadSettings.builder().build();
    spec = (Map<?, ?>) new Load(settings).loadFromString(Files.readString(file));
    this.scale = scale;
    ofCells = spec.containsKey("cells");
    counts = !spec.containsKey("measure") && !spec.containsKey("weight");
    require(!counts || scale == 0, "scale: counts are whole");
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
    cells.forEach(cell -> require(index.put(cell, index.size()) == null, "a cell stands twice"));
    require(
        index.keySet().equals(Cross.of(Plain.map(spec.get("tables")), names, codes)),
        "cells: not the cross of all codes");
    cells.forEach(cell -> parts.add(new HashMap<>()));
    cells.forEach(cell -> values.add(BigInteger.ZERO));
    cells.forEach(cell -> units.add(BigInteger.ZERO));
    count(rows);
    for (int c = 0; c < cells.size(); c++) {
      require(whole(listed.get(c).get(names.size())).equals(values.get(c)), "value of cell " + c);
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
    Map<?, ?> evidence = Plain.map(spec.get("cells"));
    Map<?, ?> request = Plain.map(Plain.map(spec.get("rules")).get("request"));
    int measure = header.indexOf(spec.get("measure"));
    int contributor = header.indexOf(spec.get("contributor"));
    int weight = header.indexOf(spec.get("weight"));
    int asks = header.indexOf(request.get("column"));
    String says = String.valueOf(request.containsKey("code") ? request.get("code") : "1");
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      List<String> finest = codes.stream().map(of -> row.get(of.column)).toList();
      if (ofCells) {
        given(row, finest, header, evidence);
        continue;
      }
      BigDecimal times = weight < 0 ? BigDecimal.ONE : Plain.number(row.get(weight));
      BigDecimal amount = measure < 0 ? BigDecimal.ONE : Plain.number(row.get(measure));
      boolean alike = counts && contributor < 0;
      String who = alike ? finest.toString() : contributor < 0 ? "row " + i : row.get(contributor);
      if (contributor < 0 && weight >= 0) {
        weights.put(who, times);
      }
      if (asks >= 0 && row.get(asks).equals(says)) {
        asked.add(who);
      }
      add(finest, who, whole(times.multiply(amount).toPlainString()), alike);
    }
  }

  /** Counts a part in every cell above; persons who are alike know the same and stand as one. */
  private void add(List<String> finest, String who, BigInteger part, boolean alike) {
    List<List<String>> above = List.of(List.of());
    for (int d = 0; d < finest.size(); d++) {
      above = Cross.longer(above, codes.get(d).above.getOrDefault(finest.get(d), Set.of()));
    }
    for (List<String> cell : above) {
      int c = at(cell);
      if (c >= 0) {
        values.set(c, values.get(c).add(part));
        boolean first = parts.get(c).put(who, alike ? part : part(c, who).add(part)) == null;
        units.set(c, first || counts ? units.get(c).add(BigInteger.ONE) : units.get(c));
      }
    }
  }

  /** A row of a table of cells, with what it says of the contributors. */
  private void given(List<String> row, List<String> cell, List<String> header, Map<?, ?> evidence) {
    int c = at(cell);
    String of = row.get(header.indexOf(evidence.get("units")));
    values.set(c, whole(counts ? of : row.get(header.indexOf(spec.get("measure")))));
    units.set(c, new BigInteger(of));
    for (Object name : Plain.list(evidence.get("largest"))) {
      parts.get(c).put(String.valueOf(name), whole(row.get(header.indexOf(name))));
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
    return ofCells || counts
        ? values.get(cell)
        : parts.get(cell).values().stream()
            .map(BigInteger::abs)
            .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** What one of the contributors that a part stands for has, without weight. */
  BigDecimal single(Map.Entry<String, BigInteger> part) {
    BigDecimal size = new BigDecimal(part.getValue().abs());
    BigDecimal times = weights.get(part.getKey());
    return times == null ? size : size.divide(times);
  }

  /** How many contributors somebody stands for; at least himself. */
  BigDecimal copies(String who) {
    return weights.getOrDefault(who, BigDecimal.ONE).max(BigDecimal.ONE);
  }

  BigInteger part(int cell, String who) {
    return parts.get(cell).getOrDefault(who, BigInteger.ZERO);
  }

  private BigInteger whole(@Nullable Object value) {
    return Plain.number(value).scaleByPowerOfTen(scale).toBigIntegerExact();
  }

  void require(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
