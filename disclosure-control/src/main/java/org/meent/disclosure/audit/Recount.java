// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The table as the verifier counts it, from the records and the specification alone: cells, totals,
 * parts of each contributor, and protection levels by the rules. Shares no code with the protector.
 */
final class Recount {
  private static final Pattern FIELD =
      Pattern.compile("\\G(?:\"((?:[^\"]++|\"\")*+)\"|([^,\n\"]*+))(,|\n|\\z)");
  final Map<?, ?> spec;
  final boolean frequency;
  boolean signed;
  final List<Map<String, String>> parents = new ArrayList<>();
  final List<Set<String>> totals = new ArrayList<>();
  final List<List<String>> cells;
  final List<String> status;
  final List<BigInteger> values = new ArrayList<>();
  final List<Map<String, BigInteger>> parts = new ArrayList<>();
  final TreeSet<String> faults = new TreeSet<>();
  private final Map<List<String>, Integer> index = new HashMap<>();
  private final int scale;

  /** Counts again and compares with the listed cells, whose values have so many decimals. */
  Recount(Path listing, Path file, int scale) throws IOException {
    LoadSettings settings = LoadSettings.builder().build();
    spec = (Map<?, ?>) new Load(settings).loadFromString(Files.readString(file));
    this.scale = scale;
    frequency = !spec.containsKey("measure");
    List<List<String>> rows = csv(file.resolveSibling(String.valueOf(spec.get("input"))));
    List<Integer> leaf = new ArrayList<>();
    for (Object columns : map(spec.get("dimensions")).values()) {
      parents.add(new HashMap<>());
      List<?> names = columns instanceof List<?> list ? list : List.of(columns);
      List<Integer> at = names.stream().map(rows.getFirst()::indexOf).toList();
      leaf.add(at.getLast());
      for (List<String> row : rows.subList(1, rows.size())) {
        for (int k = 0; k < at.size(); k++) {
          String parent = k == 0 ? "Total" : row.get(at.get(k - 1));
          String known = parents.getLast().putIfAbsent(row.get(at.get(k)), parent);
          require(known == null || known.equals(parent), "hierarchy " + names.get(k));
        }
      }
    }
    parents.forEach(codes -> totals.add(Set.copyOf(codes.values())));
    List<List<String>> listed = csv(listing);
    listed.removeFirst();
    cells = listed.stream().map(row -> row.subList(0, leaf.size())).toList();
    status = listed.stream().map(List::getLast).toList();
    cells.forEach(cell -> require(index.put(cell, index.size()) == null, "a cell stands twice"));
    int cross = parents.stream().mapToInt(codes -> codes.size() + 1).reduce(1, Math::multiplyExact);
    require(cross == cells.size(), "cells: not the cross of all codes");
    cells.forEach(cell -> parts.add(new HashMap<>()));
    cells.forEach(cell -> values.add(BigInteger.ZERO));
    count(rows, leaf);
    for (int c = 0; c < cells.size(); c++) {
      require(whole(listed.get(c).get(leaf.size())).equals(values.get(c)), "value of cell " + c);
      BigInteger size =
          parts.get(c).values().stream()
              .map(BigInteger::abs)
              .reduce(BigInteger.ZERO, BigInteger::add);
      signed |= !frequency && !size.equals(values.get(c));
    }
  }

  /** The rows of a comma-separated file in UTF-8, header first. */
  static List<List<String>> csv(Path file) throws IOException {
    String text = Files.readString(file).replace("\r\n", "\n").replaceFirst("^\uFEFF", "");
    List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
    Matcher field =
        FIELD.matcher(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    while (field.find()) {
      String quoted = field.group(1);
      rows.getLast().add(quoted == null ? field.group(2) : quoted.replace("\"\"", "\""));
      if (field.group(3).equals("\n")) {
        rows.add(new ArrayList<>());
      } else if (field.group(3).isEmpty()) {
        return rows;
      }
    }
    throw new IllegalArgumentException("not comma-separated");
  }

  private void count(List<List<String>> rows, List<Integer> leaf) {
    int measure = rows.getFirst().indexOf(spec.get("measure"));
    int contributor = rows.getFirst().indexOf(spec.get("contributor"));
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      BigInteger amount = frequency ? BigInteger.ONE : whole(row.get(measure));
      List<String> codes = leaf.stream().map(row::get).toList();
      boolean alike = frequency && contributor < 0;
      String who = alike ? codes.toString() : contributor < 0 ? "row " + i : row.get(contributor);
      List<List<String>> above = List.of(codes);
      for (int d = 0; d < codes.size(); d++) {
        List<List<String>> longer = new ArrayList<>();
        for (List<String> cell : above) {
          for (String code = cell.get(d); code != null; code = parents.get(d).get(code)) {
            longer.add(with(cell, d, code));
          }
        }
        above = longer;
      }
      for (List<String> cell : above) {
        int c = index.getOrDefault(cell, -1);
        values.set(c, values.get(c).add(amount));
        parts.get(c).merge(who, amount, (a, b) -> alike ? a : a.add(b));
      }
    }
  }

  /** A cell with another code in one dimension. */
  static List<String> with(List<String> cell, int dimension, String code) {
    List<String> other = new ArrayList<>(cell);
    other.set(dimension, code);
    return other;
  }

  /** The protection level by the rules, rounded up; negative if the cell is safe. */
  BigInteger level(int cell) {
    BigInteger level = BigInteger.ONE.negate();
    BigInteger units = frequency ? values.get(cell) : BigInteger.valueOf(parts.get(cell).size());
    for (Map.Entry<?, ?> rule : map(spec.get("rules")).entrySet()) {
      for (Object item :
          rule.getValue() instanceof List<?> list ? list : List.of(rule.getValue())) {
        Map<?, ?> of = item instanceof Map<?, ?> map ? map : Map.of();
        BigInteger found =
            switch (String.valueOf(rule.getKey())) {
              case "threshold" ->
                  units.signum() > 0 && new BigDecimal(units).compareTo(number(item)) < 0
                      ? BigInteger.ZERO
                      : level;
              case "p-percent" -> open(cell, item, 100, 1, 2);
              case "prior-posterior" -> open(cell, of.get("p"), of.get("q"), 1, 2);
              case "dominance" ->
                  open(cell, 100, of.get("k"), number(of.get("n")).intValueExact(), 0);
              default -> throw new IllegalArgumentException("a rule that is not known");
            };
        level = level.max(found);
      }
    }
    return level;
  }

  /** Ceiling of a/b (x1+..+xn) - (X - x1 - .. - xm) if above zero, else -1. */
  private BigInteger open(int cell, @Nullable Object a, @Nullable Object b, int n, int m) {
    List<BigInteger> top = new ArrayList<>(parts.get(cell).values());
    top.replaceAll(part -> part.abs().negate());
    top.sort(null);
    BigInteger rest = top.stream().skip(m).reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger first = top.stream().limit(n).reduce(BigInteger.ZERO, BigInteger::subtract);
    BigDecimal excess =
        number(a).multiply(new BigDecimal(first)).add(number(b).multiply(new BigDecimal(rest)));
    BigInteger level = excess.divide(number(b), 0, RoundingMode.CEILING).toBigIntegerExact();
    return excess.signum() > 0 ? level : BigInteger.ONE.negate();
  }

  BigInteger part(int cell, String who) {
    return parts.get(cell).getOrDefault(who, BigInteger.ZERO);
  }

  private BigInteger whole(String text) {
    return number(text).scaleByPowerOfTen(scale).toBigIntegerExact();
  }

  private static BigDecimal number(@Nullable Object value) {
    return new BigDecimal(String.valueOf(value));
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  void require(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
