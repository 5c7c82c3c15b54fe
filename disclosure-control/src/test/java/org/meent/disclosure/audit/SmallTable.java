// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A small table by the book: its cells by name, what each is a sum of, and which persons are in it.
 * Nothing of it comes from the code under test.
 *
 * @param codes per dimension, each code and the codes that it is the sum of
 * @param crossed the dimensions of each of the linked tables
 * @param persons codes of each person, one per dimension, and what he or she contributes
 */
record SmallTable(
    List<Map<String, List<String>>> codes, List<List<Integer>> crossed, List<Person> persons) {

  /** The implied code of a whole dimension. */
  static final String TOTAL = "Total";

  record Person(List<String> codes, long amount) {}

  /** A dimension of one level. */
  static Map<String, List<String>> flat(String... codes) {
    return tree(Map.of(TOTAL, List.of(codes)));
  }

  /** A dimension: what each code is the sum of; the others are the finest. */
  static Map<String, List<String>> tree(Map<String, List<String>> sums) {
    Map<String, List<String>> all = new TreeMap<>(sums);
    sums.values().forEach(parts -> parts.forEach(part -> all.putIfAbsent(part, List.of())));
    return all;
  }

  /** The same with up to so many persons in each of the finest combinations, and in every code. */
  SmallTable drawn(SplittableRandom random, int mostPersons, int largest) {
    List<Person> drawn = new ArrayList<>();
    for (List<String> cell : combinations(List.of(0, 1, 2).subList(0, codes.size()), true)) {
      for (int k = random.nextInt(mostPersons + 1); k > 0; k--) {
        drawn.add(new Person(cell, 1 + random.nextInt(largest)));
      }
    }
    SmallTable table = new SmallTable(codes, crossed, drawn);
    boolean empty = table.cells().stream().anyMatch(c -> table.bare(c) && table.none(c));
    return empty ? drawn(random, mostPersons, largest) : table;
  }

  /** Whether a cell is of one code, and the total of everything else. */
  private boolean bare(List<String> cell) {
    return cell.stream().filter(code -> !code.equals(TOTAL)).count() == 1;
  }

  private boolean none(List<String> cell) {
    return contributions(cell).isEmpty();
  }

  /** All cells, the finest first, so that a sum comes after its parts. */
  List<List<String>> cells() {
    List<List<String>> all = new ArrayList<>();
    for (List<Integer> table : crossed) {
      combinations(table, false).stream().filter(cell -> !all.contains(cell)).forEach(all::add);
    }
    all.sort(Comparator.comparingInt(this::height));
    return all;
  }

  /** The ways in which a cell is a sum of other cells. */
  List<List<List<String>>> sums(List<String> cell) {
    List<List<List<String>>> ways = new ArrayList<>();
    for (List<Integer> table : crossed) {
      for (int d : table) {
        boolean elsewhere =
            IntStream.range(0, cell.size())
                .anyMatch(other -> !table.contains(other) && !cell.get(other).equals(TOTAL));
        List<String> parts = parts(d, cell.get(d));
        if (!elsewhere && !parts.isEmpty()) {
          ways.add(parts.stream().map(part -> with(cell, d, part)).toList());
        }
      }
    }
    return ways.stream().distinct().toList();
  }

  /** What each person contributes to a cell, the largest first. */
  List<Long> contributions(List<String> cell) {
    return persons.stream()
        .filter(person -> holds(cell, person.codes()))
        .map(Person::amount)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  boolean holds(List<String> cell, List<String> finest) {
    for (int d = 0; d < cell.size(); d++) {
      if (!below(d, cell.get(d), finest.get(d))) {
        return false;
      }
    }
    return true;
  }

  private boolean below(int d, String code, String finest) {
    return code.equals(finest) || parts(d, code).stream().anyMatch(part -> below(d, part, finest));
  }

  private List<String> parts(int d, String code) {
    return codes.get(d).getOrDefault(code, List.of());
  }

  private int height(List<String> cell) {
    int height = 0;
    for (int d = 0; d < cell.size(); d++) {
      String code = cell.get(d);
      while (!parts(d, code).isEmpty()) {
        code = parts(d, code).getFirst();
        height++;
      }
    }
    return height;
  }

  /** All combinations of codes of some dimensions, and the total of the others. */
  private List<List<String>> combinations(List<Integer> dimensions, boolean finest) {
    List<List<String>> all = List.of(List.of());
    for (int d = 0; d < codes.size(); d++) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> start : all) {
        for (Map.Entry<String, List<String>> code : codes.get(d).entrySet()) {
          if (dimensions.contains(d)
              ? !finest || code.getValue().isEmpty()
              : code.getKey().equals(TOTAL)) {
            List<String> next = new ArrayList<>(start);
            next.add(code.getKey());
            longer.add(List.copyOf(next));
          }
        }
      }
      all = longer;
    }
    return all;
  }

  private static List<String> with(List<String> cell, int d, String code) {
    List<String> other = new ArrayList<>(cell);
    other.set(d, code);
    return List.copyOf(other);
  }

  /** The values of all cells, as counts of persons or sums of what they contribute. */
  Map<List<String>, Long> values(boolean counts) {
    Map<List<String>, Long> values = new LinkedHashMap<>();
    for (List<String> cell : cells()) {
      List<Long> in = contributions(cell);
      values.put(cell, counts ? in.size() : in.stream().mapToLong(Long::longValue).sum());
    }
    return values;
  }
}
