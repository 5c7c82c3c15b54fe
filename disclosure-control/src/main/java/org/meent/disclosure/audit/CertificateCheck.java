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
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole check of a certificate, with arithmetic on unlimited whole numbers and no code of the
 * protector: the table is made again from the records, the rules are applied again, and each
 * witness must keep every published cell, every total and every bound, and reach the protection
 * levels.
 */
final class CertificateCheck {
  private final Map<?, ?> spec;
  private final List<Map<String, String>> parents = new ArrayList<>();
  private final Map<List<String>, Integer> index = new HashMap<>();
  private final List<List<String>> cells = new ArrayList<>();
  private final Map<Integer, TreeMap<String, BigInteger>> parts = new HashMap<>();
  private final Map<Integer, BigInteger> values = new HashMap<>();
  private final TreeSet<String> faults = new TreeSet<>();
  private final boolean frequency;
  private boolean signed;
  private BigInteger unit = BigInteger.ONE;

  CertificateCheck(Path file) throws IOException {
    Path here = file.toAbsolutePath().getParent();
    LoadSettings strings = LoadSettings.builder().setLabel("spec").build();
    spec = (Map<?, ?>) new Load(strings).loadFromString(Files.readString(file));
    frequency = !spec.containsKey("measure");
    Path input = Path.of(String.valueOf(spec.get("input")));
    records = Table.read(here == null ? input : here.resolve(input));
  }

  private final Table records;

  Verdict check(Path folder) throws IOException {
    JsonNode certificate = JsonMapper.shared().readTree(folder.resolve("certificate.json"));
    unit = BigInteger.TEN.pow(certificate.path("scale").asInt());
    List<String> status = readCells(Table.read(folder.resolve("cells.csv")));
    tabulate();
    String standard = certificate.path("standard").asString();
    require(standard.equals(spec.get("standard")), "standard: not the one that was asked for");
    Map<Integer, JsonNode> proofs = new HashMap<>();
    certificate.path("primaries").forEach(p -> proofs.put(p.path("cell").asInt(), p));
    List<Map<Integer, BigInteger>> moves = new ArrayList<>();
    List<BigInteger> over = new ArrayList<>();
    for (JsonNode witness : certificate.path("witnesses")) {
      moves.add(witness(witness, status, moves.size()));
      over.add(witness.path("over").bigIntegerValue());
    }
    int primaries = 0;
    for (int cell = 0; cell < cells.size(); cell++) {
      BigInteger level = level(cell);
      boolean sensitive = level.signum() >= 0;
      String found = status.get(cell);
      require(sensitive == found.equals("primary"), "status of cell " + cell);
      require(List.of("published", "primary", "secondary").contains(found), "status " + cell);
      require(sensitive == proofs.containsKey(cell), "proof of cell " + cell);
      if (sensitive && proofs.containsKey(cell)) {
        primaries++;
        prove(cell, level, proofs.get(cell), standard, moves, over);
      }
    }
    int secondaries = Collections.frequency(status, "secondary");
    return new Verdict(
        standard, cells.size(), primaries, secondaries, moves.size(), List.copyOf(faults));
  }

  /** The listed cells, which must be the whole cross of the codes in the records. */
  private List<String> readCells(Table table) {
    List<List<String>> columns = new ArrayList<>();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) spec.get("dimensions")).entrySet()) {
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
    }
    leafColumns.addAll(columns.stream().map(List::getLast).toList());
    List<String> status = new ArrayList<>();
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
    return status;
  }

  private final List<String> leafColumns = new ArrayList<>();

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
      boolean named = spec.containsKey("contributor");
      String who =
          named
              ? row.get(records.column(String.valueOf(spec.get("contributor"))))
              : frequency ? leaf.toString() : "row " + i;
      boolean anonymous = frequency && !named;
      for (int cell : above(leaf)) {
        sums.merge(cell, amount, BigInteger::add);
        parts
            .computeIfAbsent(cell, c -> new TreeMap<>())
            .merge(who, amount, anonymous ? (a, b) -> a : BigInteger::add);
      }
    }
    for (int cell = 0; cell < cells.size(); cell++) {
      BigInteger sum = sums.getOrDefault(cell, BigInteger.ZERO);
      require(sum.equals(values.get(cell)), "value of cell " + cell);
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

  /** Reads a witness; it may change suppressed cells only, keeps totals and bounds. */
  private Map<Integer, BigInteger> witness(JsonNode node, List<String> status, int number) {
    Map<Integer, BigInteger> moves = new TreeMap<>();
    BigInteger over = node.path("over").bigIntegerValue();
    require(over.signum() > 0 && (!frequency || over.equals(BigInteger.ONE)), "over " + number);
    Map<List<String>, BigInteger> balance = new HashMap<>();
    for (JsonNode pair : node.path("moves")) {
      int cell = pair.path(0).asInt();
      BigInteger move = pair.path(1).bigIntegerValue();
      require(moves.put(cell, move) == null, "witness " + number + ": a cell twice");
      require(!status.get(cell).equals("published"), "witness " + number + ": published cell");
      BigInteger moved = values.get(cell).multiply(over).add(move);
      require(signed || moved.signum() >= 0, "witness " + number + ": below zero");
      for (int d = 0; d < parents.size(); d++) {
        String code = cells.get(cell).get(d);
        String parent = parents.get(d).get(code);
        if (parent != null) {
          balance.merge(line(cell, d, parent), move, BigInteger::add);
        }
        if (parents.get(d).containsValue(code)) {
          balance.merge(line(cell, d, code), move.negate(), BigInteger::add);
        }
      }
    }
    boolean adds = balance.values().stream().allMatch(sum -> sum.signum() == 0);
    require(adds, "witness " + number + ": does not add up");
    return moves;
  }

  private List<String> line(int cell, int dimension, String total) {
    List<String> line = new ArrayList<>(cells.get(cell));
    line.set(dimension, total);
    line.add(String.valueOf(dimension));
    return line;
  }

  /** The protection level by the rules, rounded up; negative if the cell is safe. */
  private BigInteger level(int cell) {
    List<BigInteger> top =
        parts.getOrDefault(cell, new TreeMap<>()).values().stream()
            .map(BigInteger::abs)
            .sorted(Collections.reverseOrder())
            .toList();
    BigInteger level = BigInteger.ONE.negate();
    BigInteger total = absolute(cell);
    BigInteger units = frequency ? values.get(cell) : BigInteger.valueOf(top.size());
    for (Map.Entry<?, ?> rule : ((Map<?, ?>) spec.get("rules")).entrySet()) {
      BigDecimal hundred = BigDecimal.valueOf(100);
      switch (String.valueOf(rule.getKey())) {
        case "threshold" -> {
          boolean few = units.signum() > 0 && units.compareTo(number(rule).toBigInteger()) < 0;
          level = level.max(few ? BigInteger.ZERO : level);
        }
        case "p-percent" -> level = level.max(open(number(rule), hundred, top, 1, 2, total));
        case "prior-posterior" -> {
          Map<?, ?> pq = (Map<?, ?>) rule.getValue();
          level = level.max(open(decimal(pq.get("p")), decimal(pq.get("q")), top, 1, 2, total));
        }
        case "dominance" -> {
          for (Object item : (List<?>) rule.getValue()) {
            int n = decimal(((Map<?, ?>) item).get("n")).intValueExact();
            BigDecimal k = decimal(((Map<?, ?>) item).get("k"));
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

  private static BigDecimal number(Map.Entry<?, ?> entry) {
    return decimal(entry.getValue());
  }

  private static BigDecimal decimal(Object value) {
    return new BigDecimal(String.valueOf(value));
  }

  /** Whether the witnesses of a cell reach its levels for the public and each contributor. */
  private void prove(
      int cell,
      BigInteger level,
      JsonNode proof,
      String standard,
      List<Map<Integer, BigInteger>> moves,
      List<BigInteger> over) {
    BigInteger value = values.get(cell);
    BigInteger lower = signed ? level : level.min(value);
    require(proof.path("upper").bigIntegerValue().equals(level), "upper level of cell " + cell);
    require(proof.path("lower").bigIntegerValue().equals(lower), "lower level of cell " + cell);
    TreeSet<String> attackers = new TreeSet<>(List.of(""));
    if (standard.equals("insider")) {
      proof
          .path("witnesses")
          .forEach(w -> moves.get(w.asInt()).keySet().forEach(c -> attackers.addAll(who(c))));
    }
    for (String attacker : attackers) {
      BigInteger own = part(cell, attacker);
      boolean interval = !standard.equals("exact");
      BigInteger down =
          interval ? (signed ? lower : lower.min(value.subtract(own))) : BigInteger.ZERO;
      boolean up = !interval || level.signum() == 0;
      boolean low = down.signum() == 0;
      boolean other = own.signum() != 0 && own.equals(value);
      for (JsonNode w : proof.path("witnesses")) {
        Map<Integer, BigInteger> move = moves.get(w.asInt());
        BigInteger by = move.getOrDefault(cell, BigInteger.ZERO);
        if (by.signum() != 0 && possible(move, over.get(w.asInt()), attacker)) {
          other = true;
          up |= by.compareTo(level.multiply(over.get(w.asInt()))) >= 0;
          low |= by.negate().compareTo(down.multiply(over.get(w.asInt()))) >= 0;
        }
      }
      boolean alone = own.signum() != 0 && own.equals(value);
      require(alone || (other && up && low), "cell " + cell + " is not protected");
    }
  }

  private java.util.Set<String> who(int cell) {
    return parts.getOrDefault(cell, new TreeMap<>()).keySet();
  }

  private BigInteger part(int cell, String attacker) {
    return parts.getOrDefault(cell, new TreeMap<>()).getOrDefault(attacker, BigInteger.ZERO);
  }

  /** Whether a contributor who knows his own parts cannot rule a witness out. */
  private boolean possible(Map<Integer, BigInteger> move, BigInteger over, String attacker) {
    return move.entrySet().stream()
        .allMatch(
            entry -> {
              BigInteger own = part(entry.getKey(), attacker);
              BigInteger rest = values.get(entry.getKey()).subtract(own);
              boolean alone = own.signum() != 0 && rest.signum() == 0;
              BigInteger left = rest.multiply(over).add(entry.getValue());
              return alone ? entry.getValue().signum() == 0 : signed || left.signum() >= 0;
            });
  }

  private void require(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
