// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All published counts and the relations between them that anybody knows: a total and its parts, a
 * code such as {@code 18-24|25-34} that stands for several, and a population within another one.
 */
final class FigureSystem {
  private final Map<Figure, Integer> index = new HashMap<>();
  final List<Figure> figures = new ArrayList<>();
  final Map<Integer, Long> known = new HashMap<>();

  /** The output that published a figure first, by figure; "release/output", or "/output". */
  final Map<Integer, String> source = new HashMap<>();

  /** Each relation as coefficient by figure; they add up to zero. */
  final List<Map<Integer, Integer>> relations = new ArrayList<>();

  private final SortedMap<String, String> around = new TreeMap<>();

  int place(Figure figure) {
    return index.computeIfAbsent(
        figure,
        f -> {
          figures.add(f);
          return figures.size() - 1;
        });
  }

  /** Takes in an output; returns the counts that were known with another value. */
  List<Figure> publish(ReleaseLedger.Entry entry, String name) {
    List<Figure> revised = new ArrayList<>();
    if (!entry.within().isEmpty()) {
      around.put(entry.population(), entry.within());
    }
    List<ReleasedCount> counts = new ArrayList<>(entry.counts());
    counts.add(new ReleasedCount(new TreeMap<>(), entry.units()));
    for (ReleasedCount count : counts) {
      Figure figure = new Figure(entry.population(), count.codes());
      Long before = known.putIfAbsent(place(figure), count.value());
      source.putIfAbsent(place(figure), name);
      if (before != null && before != count.value()) {
        revised.add(figure);
      }
    }
    return revised;
  }

  long value(Figure figure) {
    return known.getOrDefault(place(figure), -1L);
  }

  String sourceOf(Figure figure) {
    return source.getOrDefault(place(figure), "");
  }

  /** Writes down every relation between the figures. */
  void relate() {
    unions();
    for (Map.Entry<String, String> pair : around.entrySet()) {
      nest(pair.getKey(), pair.getValue());
    }
    totals();
  }

  /** A code that stands for several is the sum of them. */
  private void unions() {
    for (Figure figure : List.copyOf(figures)) {
      for (Map.Entry<String, String> code : figure.codes().entrySet()) {
        if (code.getValue().contains("|")) {
          Map<Integer, Integer> relation = new LinkedHashMap<>();
          relation.put(place(figure), -1);
          for (String part : code.getValue().split("\\|")) {
            relation.put(place(figure.with(code.getKey(), part)), 1);
          }
          relations.add(relation);
        }
      }
    }
  }

  /** What a population has more than one within it. */
  private void nest(String inner, String outer) {
    for (Figure figure : List.copyOf(figures)) {
      Integer whole = figure.population().equals(inner) ? index.get(figure.in(outer)) : null;
      if (whole != null) {
        Map<Integer, Integer> relation = new LinkedHashMap<>();
        relation.put(whole, -1);
        relation.put(place(figure), 1);
        relation.put(place(figure.in(outer + " without " + inner)), 1);
        relations.add(relation);
      }
    }
  }

  /** Each total with its parts by each variable, and what these leave. */
  private void totals() {
    Map<Figure, SortedMap<String, TreeSet<Integer>>> parts = new LinkedHashMap<>();
    for (int at = 0; at < figures.size(); at++) {
      for (Map.Entry<String, String> code : figures.get(at).codes().entrySet()) {
        if (!code.getValue().contains("|")) {
          parts
              .computeIfAbsent(figures.get(at).without(code.getKey()), t -> new TreeMap<>())
              .computeIfAbsent(code.getKey(), v -> new TreeSet<>())
              .add(at);
        }
      }
    }
    parts.forEach(
        (total, byVariable) ->
            byVariable.forEach((variable, cells) -> total(total, variable, cells)));
  }

  private void total(Figure total, String variable, TreeSet<Integer> parts) {
    Integer whole = index.get(total);
    if (whole == null) {
      return;
    }
    Map<Integer, Integer> relation = new LinkedHashMap<>();
    relation.put(whole, -1);
    parts.forEach(part -> relation.put(part, 1));
    relation.put(place(total.with(variable, Figure.REST)), 1);
    relations.add(relation);
  }
}
