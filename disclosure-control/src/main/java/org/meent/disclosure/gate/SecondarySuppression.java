// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.meent.disclosure.protect.Demand;
import org.meent.disclosure.protect.Insider;
import org.meent.disclosure.protect.LinearTable;
import org.meent.disclosure.protect.Standard;
import org.meent.disclosure.protect.SuppressionPattern;
import org.meent.disclosure.protect.Suppressor;
import org.meent.protocols.refusal.RefusalException;

/**
 * Protects all sensitive cells of a system together. Asks for the strongest standard first: that
 * each cell stays open as far as its rule demands, also for someone who is alone in a cell. Where a
 * cell cannot have that, the cell gets less, and that is said.
 */
final class SecondarySuppression {
  private static final Set<String> IMPOSSIBLE =
      Set.of("disclosure.protect.impossible", "disclosure.protect.forced-conflict");

  /** Counted work on publishing more after everything is protected: some hundredths of a second. */
  private static final long EFFORT = 1_000_000;

  private SecondarySuppression() {}

  /**
   * What is left out.
   *
   * @param primary cells that are sensitive themselves
   * @param all these and the cells left out to protect them
   * @param exactOnly sensitive cells that are only protected against exact computation
   * @param standard the standard reached for the others
   */
  record Pattern(
      Set<CellKey> primary, Set<CellKey> all, Set<CellKey> exactOnly, Standard standard) {

    /** The same, and cells that nothing brings back. */
    Pattern and(Set<CellKey> free) {
      Set<CellKey> morePrimary = new HashSet<>(primary);
      morePrimary.addAll(free);
      Set<CellKey> moreAll = new HashSet<>(all);
      moreAll.addAll(free);
      return new Pattern(morePrimary, moreAll, exactOnly, standard);
    }
  }

  /** A sensitive cell that nothing protects. */
  static final class Unprotectable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient CellKey cell;

    Unprotectable(CellKey cell) {
      super("nothing protects a cell");
      this.cell = cell;
    }

    CellKey cell() {
      return cell;
    }
  }

  /** Nothing brings a cell back that is in no relation: it is left out, and that is all. */
  static Pattern protect(
      CellSystem system, LinearTable.Kind kind, List<Demand> demands, List<Insider> insiders)
      throws Unprotectable {
    LinearTable table = system.table(kind);
    Set<Integer> related = related(table);
    List<Demand> bound = demands.stream().filter(d -> related.contains(d.cell())).toList();
    Set<CellKey> free =
        demands.stream()
            .filter(demand -> !related.contains(demand.cell()))
            .map(demand -> system.keys().get(demand.cell()))
            .collect(Collectors.toSet());
    return bound.isEmpty()
        ? new Pattern(free, free, Set.of(), Standard.INSIDER)
        : protect(system, table, bound, insiders).and(free);
  }

  private static Set<Integer> related(LinearTable table) {
    return table.equations().stream()
        .flatMapToInt(equation -> Arrays.stream(equation.cells()))
        .boxed()
        .collect(Collectors.toSet());
  }

  private static Pattern protect(
      CellSystem system, LinearTable table, List<Demand> demands, List<Insider> insiders)
      throws Unprotectable {
    TreeSet<Integer> exact = new TreeSet<>();
    Standard standard = Standard.INSIDER;
    while (true) {
      try {
        Suppressor suppressor =
            Suppressor.withDefaults()
                .with(standard)
                .withInsiders(insiders)
                .withPublished(stays(system, demands))
                .withWeights(system.weights())
                .withEffort(EFFORT);
        return pattern(system, suppressor.protect(table, relaxed(demands, exact)), exact);
      } catch (RefusalException refused) {
        int cell = impossible(refused);
        if (exact.add(cell)) {
          continue;
        }
        if (standard == Standard.INTERVAL) {
          throw new Unprotectable(system.keys().get(cell));
        }
        standard = Standard.INTERVAL;
        exact.clear();
      }
    }
  }

  /** Cells that anybody may know protect nothing, unless they are sensitive themselves. */
  private static int[] stays(CellSystem system, List<Demand> demands) {
    Set<Integer> sensitive = demands.stream().map(Demand::cell).collect(Collectors.toSet());
    return system.known().stream()
        .filter(cell -> !sensitive.contains(cell))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int impossible(RefusalException refused) {
    if (!IMPOSSIBLE.contains(refused.refusals().getFirst().code())) {
      throw refused;
    }
    return Integer.parseInt(refused.refusals().getFirst().args().getFirst());
  }

  private static List<Demand> relaxed(List<Demand> demands, Set<Integer> exact) {
    List<Demand> relaxed = new ArrayList<>();
    for (Demand demand : demands) {
      relaxed.add(exact.contains(demand.cell()) ? Demand.exact(demand.cell()) : demand);
    }
    return relaxed;
  }

  private static Pattern pattern(
      CellSystem system, SuppressionPattern found, Set<Integer> exactOnly) {
    List<CellKey> keys = system.keys();
    boolean[] suppressed = found.suppressed(keys.size());
    Set<CellKey> all = new HashSet<>();
    for (int i = 0; i < suppressed.length; i++) {
      if (suppressed[i]) {
        all.add(keys.get(i));
      }
    }
    Set<CellKey> primary =
        Arrays.stream(found.primaries()).mapToObj(keys::get).collect(Collectors.toSet());
    Set<CellKey> exact = exactOnly.stream().map(keys::get).collect(Collectors.toSet());
    return new Pattern(primary, all, exact, found.standard());
  }
}
