// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The table as the verifier makes it, from the records and the specification alone: cells, totals,
 * parts of each contributor, and protection levels by the rules.
 */
final class Recount {
  final Map<?, ?> spec;
  final boolean frequency;
  final TreeSet<String> faults = new TreeSet<>();
  final List<Map<String, String>> parents = new ArrayList<>();
  final List<TreeSet<String>> totals = new ArrayList<>();
  final List<List<String>> cells = new ArrayList<>();
  final List<String> status = new ArrayList<>();
  private final Map<Integer, BigInteger> values = new HashMap<>();
  boolean signed;
  private final Map<List<String>, Integer> index = new HashMap<>();
  private final Map<Integer, TreeMap<String, BigInteger>> parts = new HashMap<>();
  private final List<String> leafColumns = new ArrayList<>();
  private final Table records;
  private final BigInteger unit;

  /** Makes the table again and compares it with the listed cells. */
  Recount(Path file, Path listed, int scale) throws IOException {
    Path here = file.toAbsolutePath().getParent();
    LoadSettings settings = LoadSettings.builder().setLabel("spec").build();
    spec = map(new Load(settings).loadFromString(Files.readString(file)));
    frequency = !spec.containsKey("measure");
    Path input = Path.of(String.valueOf(spec.get("input")));
    records = Table.read(here == null ? input : here.resolve(input));
    unit = BigInteger.TEN.pow(scale);
    readCells(Table.read(listed));
    tabulate();
  }

  /** The listed cells, which must be the whole cross of the codes in the records. */
  private void readCells(Table table) {
    List<List<String>> columns = new ArrayList<>();
    for (Map.Entry<?, ?> entry : map(spec.get("dimensions")).entrySet()) {
      List<String> names = new ArrayList<>();
      (entry.getValue() instanceof List<?> list ? list : List.of(entry.getValue()))
          .forEach(name -> names.add(String.valueOf(name)));
      columns.add(names);
      Map<String, String> above = new HashMap<>();
      for (List<String> row : records.rows()) {
        String parent = "Total";
        for (String name : names) {
          String code = row.get(records.column(name));
          String known = above.putIfAbsent(code, parent);
          require(known == null || known.equals(parent), "hierarchy " + entry.getKey());
          parent = code;
        }
      }
      parents.add(above);
      totals.add(new TreeSet<>(above.values()));
    }
    leafColumns.addAll(columns.stream().map(List::getLast).toList());
    for (List<String> row : table.rows()) {
      List<String> key = List.copyOf(row.subList(0, columns.size()));
      require(index.put(key, cells.size()) == null, "a cell stands twice");
      values.put(cells.size(), whole(row.get(columns.size())));
      cells.add(key);
      status.add(row.get(columns.size() + 1));
    }
    long cross = 1;
    for (Map<String, String> above : parents) {
      cross *= above.size() + 1;
    }
    require(cross == cells.size(), "cells: not the cross of all codes");
  }

  private BigInteger whole(String text) {
    return new BigDecimal(text).multiply(new BigDecimal(unit)).toBigIntegerExact();
  }

  /** Sums the records into every cell and compares. */
  private void tabulate() {
    Map<Integer, BigInteger> sums = new HashMap<>();
    for (int i = 0; i < records.rows().size(); i++) {
      List<String> row = records.rows().get(i);
      BigInteger amount =
          frequency
              ? BigInteger.ONE
              : whole(row.get(records.column(String.valueOf(spec.get("measure")))));
      List<String> leaf = leafColumns.stream().map(c -> row.get(records.column(c))).toList();
      boolean anonymous = frequency && !spec.containsKey("contributor");
      String who = anonymous ? leaf.toString() : "row " + i;
      if (spec.containsKey("contributor")) {
        who = row.get(records.column(String.valueOf(spec.get("contributor"))));
      }
      for (int cell : above(leaf)) {
        sums.merge(cell, amount, BigInteger::add);
        parts
            .computeIfAbsent(cell, c -> new TreeMap<>())
            .merge(who, amount, anonymous ? (a, b) -> a : BigInteger::add);
      }
    }
    for (int cell = 0; cell < cells.size(); cell++) {
      BigInteger sum = sums.getOrDefault(cell, BigInteger.ZERO);
      require(sum.equals(value(cell)), "value of cell " + cell);
      signed |= !frequency && !absolute(cell).equals(sum);
    }
  }

  private BigInteger absolute(int cell) {
    return parts.getOrDefault(cell, new TreeMap<>()).values().stream()
        .map(BigInteger::abs)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** A finest cell and every total that it goes into. */
  private List<Integer> above(List<String> leaf) {
    List<List<String>> keys = List.of(List.of());
    for (int d = 0; d < leaf.size(); d++) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> key : keys) {
        for (String code = leaf.get(d); code != null; code = parents.get(d).get(code)) {
          List<String> next = new ArrayList<>(key);
          next.add(code);
          longer.add(next);
        }
      }
      keys = longer;
    }
    return keys.stream().map(key -> index.getOrDefault(key, -1)).toList();
  }

  /** The protection level by the rules, rounded up; negative if the cell is safe. */
  BigInteger level(int cell) {
    List<BigInteger> top =
        parts.getOrDefault(cell, new TreeMap<>()).values().stream()
            .map(BigInteger::abs)
            .sorted(Collections.reverseOrder())
            .toList();
    BigInteger level = BigInteger.ONE.negate();
    BigInteger total = absolute(cell);
    BigInteger units = frequency ? value(cell) : BigInteger.valueOf(top.size());
    for (Map.Entry<?, ?> rule : map(spec.get("rules")).entrySet()) {
      BigDecimal hundred = BigDecimal.valueOf(100);
      switch (String.valueOf(rule.getKey())) {
        case "threshold" -> {
          BigDecimal least = decimal(rule.getValue());
          if (units.signum() > 0 && new BigDecimal(units).compareTo(least) < 0) {
            level = level.max(BigInteger.ZERO);
          }
        }
        case "p-percent" ->
            level = level.max(open(decimal(rule.getValue()), hundred, top, 1, 2, total));
        case "prior-posterior" -> {
          Map<?, ?> pair = map(rule.getValue());
          BigDecimal q = decimal(pair.get("q"));
          level = level.max(open(decimal(pair.get("p")), q, top, 1, 2, total));
        }
        case "dominance" -> {
          for (Object item : (List<?>) rule.getValue()) {
            int n = decimal(map(item).get("n")).intValueExact();
            BigDecimal k = decimal(map(item).get("k"));
            level = level.max(open(hundred, k, top, n, 0, total));
          }
        }
        default -> throw new IllegalArgumentException("a rule that is not known");
      }
    }
    return level;
  }

  /** Ceiling of a/b (x1+..+xn) - (X - x1 - .. - xm) if above zero, else -1. */
  private static BigInteger open(
      BigDecimal a, BigDecimal b, List<BigInteger> top, int n, int m, BigInteger total) {
    BigInteger first = top.stream().limit(n).reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger rest =
        total.subtract(top.stream().limit(m).reduce(BigInteger.ZERO, BigInteger::add));
    BigDecimal excess =
        a.multiply(new BigDecimal(first)).subtract(b.multiply(new BigDecimal(rest)));
    return excess.signum() <= 0
        ? BigInteger.ONE.negate()
        : excess.divide(b, 0, RoundingMode.CEILING).toBigIntegerExact();
  }

  static Map<?, ?> map(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException("not a mapping");
  }

  private static BigDecimal decimal(@Nullable Object value) {
    return new BigDecimal(String.valueOf(value));
  }

  java.util.Set<String> who(int cell) {
    return parts.getOrDefault(cell, new TreeMap<>()).keySet();
  }

  BigInteger part(int cell, String attacker) {
    return parts.getOrDefault(cell, new TreeMap<>()).getOrDefault(attacker, BigInteger.ZERO);
  }

  BigInteger value(int cell) {
    return values.getOrDefault(cell, BigInteger.ZERO);
  }

  void require(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
