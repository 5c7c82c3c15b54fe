// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All published statistics and the relations between them that anybody knows: a total and its
 * parts, a code such as {@code 18-24|25-34} that stands for several, and a population within
 * another one. For every statistic the number of units behind it is kept, not its value: the same
 * combination that gives a figure gives the number of units behind that figure.
 */
final class FigureSystem {
  /** Number of units that is not known. */
  static final long UNKNOWN = Long.MIN_VALUE;

  private final Map<Figure, Integer> index = new HashMap<>();
  final List<Figure> figures = new ArrayList<>();
  final List<Relation> relations = new ArrayList<>();
  private final SortedMap<String, String> around = new TreeMap<>();
  private boolean[] published = new boolean[1024];
  private long[] units = new long[1024];

  /** The output that published a figure first: "release/output", or "/output" in the request. */
  private String[] source = new String[1024];

  int place(Figure figure) {
    Integer at = index.putIfAbsent(figure, figures.size());
    if (at != null) {
      return at;
    }
    figures.add(figure);
    if (figures.size() > units.length) {
      published = Arrays.copyOf(published, units.length * 2);
      source = Arrays.copyOf(source, units.length * 2);
      units = Arrays.copyOf(units, units.length * 2);
    }
    return figures.size() - 1;
  }

  /** A figure that was published before with other units behind it. */
  record Revised(int place, long units) {}

  /** Takes in an output; returns the figures that were known with other units behind them. */
  List<Revised> publish(ReleaseLedger.Entry entry, String name) {
    List<Revised> revised = new ArrayList<>();
    String population = entry.population();
    if (!entry.within().isEmpty()) {
      around.put(population, entry.within());
    }
    for (ReleasedCount count : entry.counts()) {
      Figure figure = Figure.of(population, Figure.UNITS, count.codes());
      publish(place(figure), count.value(), name, revised);
    }
    publish(
        place(Figure.of(population, Figure.UNITS, new TreeMap<>())), entry.units(), name, revised);
    for (ReleasedAmount amount : entry.amounts()) {
      Figure figure = Figure.of(population, amount.measure(), amount.codes());
      publish(place(figure), amount.units().orElse(UNKNOWN), name, revised);
    }
    return revised;
  }

  private void publish(int place, long behind, String name, List<Revised> revised) {
    if (!published[place]) {
      know(place, behind);
      source[place] = name;
    } else if (units[place] != behind) {
      revised.add(new Revised(place, behind));
    }
  }

  /** Notes that a figure is published. */
  void know(int place, long behind) {
    published[place] = true;
    units[place] = behind;
  }

  boolean isPublished(int place) {
    return published[place];
  }

  /** Number of units behind a published figure; of an amount perhaps by its published count. */
  long units(int place) {
    if (units[place] == UNKNOWN && !figures.get(place).isUnits()) {
      Integer count = index.get(figures.get(place).units());
      return count != null && published[count] ? units[count] : UNKNOWN;
    }
    return units[place];
  }

  /** The place of the number of units behind a figure, if anything speaks of it. */
  OptionalLong placeOfUnits(int place) {
    Integer count = index.get(figures.get(place).units());
    return count == null ? OptionalLong.empty() : OptionalLong.of(count);
  }

  /** Who published a figure; empty if nobody did. */
  String sourceOf(int place) {
    return published[place] ? source[place] : "";
  }

  /** Writes down every relation between the figures. */
  void relate() {
    unions();
    around.forEach(this::nest);
    totals();
  }

  /** A code that stands for several is the sum of them. */
  private void unions() {
    for (int place = 0, count = figures.size(); place < count; place++) {
      Figure figure = figures.get(place);
      for (int at = 0; at < figure.size(); at++) {
        if (figure.code(at).contains("|")) {
          int variable = at;
          int[] parts =
              Arrays.stream(figure.code(at).split("\\|"))
                  .mapToInt(part -> place(figure.with(variable, part)))
                  .toArray();
          relations.add(Relation.sum(place, parts));
        }
      }
    }
  }

  /** What a population has more than one within it. */
  private void nest(String inner, String outer) {
    String without = outer + " without " + inner;
    for (int place = 0, count = figures.size(); place < count; place++) {
      Figure figure = figures.get(place);
      Integer whole = figure.population().equals(inner) ? index.get(figure.in(outer)) : null;
      if (whole != null) {
        relations.add(Relation.sum(whole, place, place(figure.in(without))));
      }
    }
  }

  /** Each total with its parts by each variable, and what these leave. */
  private void totals() {
    Map<Integer, Map<String, List<Integer>>> parts = new LinkedHashMap<>();
    for (int place = 0; place < figures.size(); place++) {
      Figure figure = figures.get(place);
      for (int at = 0; at < figure.size(); at++) {
        Integer whole = figure.code(at).contains("|") ? null : index.get(figure.without(at));
        if (whole != null) {
          parts
              .computeIfAbsent(whole, w -> new TreeMap<>())
              .computeIfAbsent(figure.variable(at), v -> new ArrayList<>())
              .add(place);
        }
      }
    }
    parts.forEach((whole, byVariable) -> byVariable.values().forEach(of -> total(whole, of)));
  }

  private void total(int whole, List<Integer> of) {
    Figure first = figures.get(of.getFirst());
    int at = 0;
    while (at < first.size() - 1 && !first.without(at).equals(figures.get(whole))) {
      at++;
    }
    int[] parts = Arrays.copyOf(of.stream().mapToInt(Integer::intValue).toArray(), of.size() + 1);
    parts[of.size()] = place(first.with(at, Figure.REST));
    relations.add(Relation.sum(whole, parts));
  }
}
