// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.meent.disclosure.protect.Demand;
import org.meent.disclosure.spec.CellPattern;
import org.meent.protocols.refusal.RefusalException;

/**
 * Looks for coarser codes that make cells safe: in each dimension siblings merged one pair after
 * another, the highest bands taken together, and the finest level dropped. What is found is
 * protected in earnest, so that its cost can be compared; it is good advice, not the best there is.
 */
final class RecodingSearch {
  /** How many records may be looked at in all before the search makes do with what it has. */
  private static final long MOST_WORK = 200_000_000;

  private static final int ROUNDS = 3;
  private static final int SUSPECTS = 3;
  private static final long EFFORT = 20_000_000;
  private static final Pattern BAND =
      Pattern.compile(
          "[<>=≥≤]*\\s*([0-9]+)(\\s*(-|–|to|tot|t/m)\\s*[0-9]+)?(\\s*(\\+|en |or |and ).*|\\+)?");

  private final ProtectionJob job;
  private final Microdata records;
  private final int depth;
  private long work;

  private RecodingSearch(ProtectionJob job, Microdata records) {
    this.job = job.withEffort(EFFORT);
    this.records = records;
    depth = job.spec().sensitivity().depth();
  }

  /** The table as it is, then what can be done to its codes, the fewest sensitive cells first. */
  static List<Recoding> of(ProtectionJob job, Microdata records) {
    RecodingSearch search = new RecodingSearch(job, records);
    List<Recoding> out = new ArrayList<>();
    out.add(search.judged(Recoding.Kind.NONE, 0, new LinkedHashMap<>()));
    if (out.getFirst().primaries() == 0) {
      return out;
    }
    List<Recoding> found = new ArrayList<>();
    for (int d = 0; d < records.node().length; d++) {
      search.merge(d, found);
      search.topCode(d, found);
      search.coarser(d, found);
    }
    found.sort(
        Comparator.comparingInt(Recoding::primaries)
            .thenComparing(Comparator.comparingInt(Recoding::published).reversed()));
    out.addAll(found);
    return out;
  }

  private Microdata recoded(int dimension, Map<String, String> into) {
    return into.isEmpty() ? records : records.coarser(dimension, into, job.spec().tables());
  }

  private HierarchicalTable table(int dimension, Map<String, String> into) {
    work += records.size();
    return Tabulation.of(recoded(dimension, into), depth, false);
  }

  private int primaries(HierarchicalTable table) {
    return job.demands(table, job.spec().sensitivity()).size();
  }

  /** Protects the recoded table in earnest. */
  private Recoding judged(Recoding.Kind kind, int dimension, SequencedMap<String, String> into) {
    HierarchicalTable table = job.tabulate(recoded(dimension, into), depth);
    int primaries = primaries(table);
    String name = into.isEmpty() ? "" : table.dimensions().get(dimension).name();
    try {
      ProtectedTable result = job.protect(table);
      int secondaries = result.pattern().secondaries().length;
      long hidden = result.secondaryValue();
      return new Recoding(kind, name, into, table.size(), primaries, secondaries, hidden, true);
    } catch (RefusalException e) {
      return new Recoding(kind, name, into, table.size(), primaries, 0, 0, false);
    }
  }

  /** Codes that the specification itself speaks of: they stay as they are. */
  private TreeSet<String> named(int dimension) {
    String name = records.grid().dimensions.get(dimension).name();
    TreeSet<String> codes = new TreeSet<>();
    for (CellPattern pattern : job.spec().patterns()) {
      if (pattern.places().get(name) instanceof CellPattern.Place.Code(String code)) {
        codes.add(code);
      }
    }
    return codes;
  }

  /** Merges the siblings that help most, a few times. */
  private void merge(int dimension, List<Recoding> found) {
    SequencedMap<String, String> into = new LinkedHashMap<>();
    HierarchicalTable table = table(dimension, into);
    int least = primaries(table);
    for (int round = 0; round < ROUNDS && least > 0; round++) {
      SequencedMap<String, String> best = new LinkedHashMap<>();
      for (SequencedMap<String, String> next : pairs(table, dimension, into)) {
        if (work < MOST_WORK) {
          int left = primaries(table(dimension, next));
          if (left < least) {
            least = left;
            best = next;
          }
        }
      }
      if (best.isEmpty()) {
        break;
      }
      into = best;
      table = table(dimension, into);
    }
    if (!into.isEmpty()) {
      found.add(judged(Recoding.Kind.MERGE, dimension, into));
    }
  }

  /** The codes with most sensitive cells, each with the siblings beside it. */
  private List<SequencedMap<String, String>> pairs(
      HierarchicalTable table, int dimension, SequencedMap<String, String> before) {
    Hierarchy hierarchy = table.dimensions().get(dimension);
    int[] sensitive = new int[hierarchy.size()];
    for (Demand demand : job.demands(table, job.spec().sensitivity())) {
      sensitive[table.grid().node(demand.cell(), dimension)]++;
    }
    List<SequencedMap<String, String>> out = new ArrayList<>();
    TreeSet<String> named = named(dimension);
    Arrays.stream(hierarchy.leaves())
        .boxed()
        .filter(leaf -> sensitive[leaf] > 0 && !named.contains(hierarchy.code(leaf)))
        .sorted(Comparator.comparingInt((Integer leaf) -> -sensitive[leaf]).thenComparing(l -> l))
        .limit(SUSPECTS)
        .forEach(
            leaf -> {
              int[] siblings = siblings(hierarchy, leaf);
              int at = Arrays.binarySearch(siblings, leaf);
              for (int k = Math.max(0, at - 1); k <= Math.min(siblings.length - 1, at + 1); k++) {
                if (k != at && !named.contains(hierarchy.code(siblings[k]))) {
                  out.add(joined(before, hierarchy.code(leaf), hierarchy.code(siblings[k])));
                }
              }
            });
    return out;
  }

  /** The leaves below the same codes, the leaf included. */
  private static int[] siblings(Hierarchy hierarchy, int leaf) {
    int[] above = Arrays.stream(hierarchy.above(leaf)).filter(node -> node != leaf).toArray();
    return Arrays.stream(hierarchy.leaves())
        .filter(
            other ->
                Arrays.equals(
                    above, Arrays.stream(hierarchy.above(other)).filter(n -> n != other).toArray()))
        .toArray();
  }

  private static SequencedMap<String, String> joined(
      SequencedMap<String, String> before, String one, String two) {
    String name = one.compareTo(two) < 0 ? one + "+" + two : two + "+" + one;
    TreeMap<String, String> all = new TreeMap<>(before);
    all.replaceAll((code, now) -> now.equals(one) || now.equals(two) ? name : now);
    List.of(one, two).stream()
        .filter(code -> !before.containsValue(code))
        .forEach(code -> all.put(code, name));
    return new LinkedHashMap<>(all);
  }

  /** The fewest highest bands that leave the fewest sensitive cells when they are one. */
  private void topCode(int dimension, List<Recoding> found) {
    Hierarchy hierarchy = records.grid().dimensions.get(dimension);
    List<String> bands =
        Arrays.stream(hierarchy.leaves())
            .mapToObj(hierarchy::code)
            .filter(code -> BAND.matcher(code).matches())
            .sorted(Comparator.comparingLong(RecodingSearch::from).thenComparing(code -> code))
            .toList();
    if (bands.size() < 3 || bands.size() < hierarchy.leaves().length) {
      return;
    }
    int[] top = siblings(hierarchy, hierarchy.node(bands.getLast()));
    int least = primaries(table(dimension, Map.of()));
    SequencedMap<String, String> best = new LinkedHashMap<>();
    for (int k = 2; k <= (bands.size() + 1) / 2 && work < MOST_WORK && least > 0; k++) {
      List<String> high = bands.subList(bands.size() - k, bands.size());
      boolean sibling = Arrays.binarySearch(top, hierarchy.node(high.getFirst())) >= 0;
      if (!sibling || !Collections.disjoint(high, named(dimension))) {
        break;
      }
      SequencedMap<String, String> into = new LinkedHashMap<>();
      high.forEach(code -> into.put(code, from(high.getFirst()) + "+"));
      int left = primaries(table(dimension, into));
      if (left < least) {
        least = left;
        best = into;
      }
    }
    if (!best.isEmpty()) {
      found.add(judged(Recoding.Kind.TOP_CODE, dimension, best));
    }
  }

  private static long from(String band) {
    var matcher = BAND.matcher(band);
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : Long.MAX_VALUE;
  }

  /** Publishes one level less. */
  private void coarser(int dimension, List<Recoding> found) {
    List<List<String>> hierarchies =
        List.copyOf(job.spec().dimensions().values()).get(dimension).hierarchies();
    Hierarchy hierarchy = records.grid().dimensions.get(dimension);
    if (hierarchies.size() > 1 || hierarchies.getFirst().size() < 2) {
      return;
    }
    String column = hierarchies.getFirst().get(hierarchies.getFirst().size() - 2);
    SequencedMap<String, String> into = new LinkedHashMap<>();
    for (int leaf : hierarchy.leaves()) {
      for (int node : hierarchy.above(leaf)) {
        if (hierarchy.tier(node).equals(column)) {
          into.put(hierarchy.code(leaf), hierarchy.code(node));
        }
      }
    }
    boolean groups =
        Arrays.stream(hierarchy.leaves())
            .anyMatch(
                leaf ->
                    Arrays.stream(hierarchy.above(leaf))
                        .anyMatch(node -> hierarchy.tier(node).equals("groups")));
    if (!groups && Collections.disjoint(into.keySet(), named(dimension))) {
      found.add(judged(Recoding.Kind.COARSER, dimension, into));
    }
  }
}
