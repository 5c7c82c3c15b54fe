// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.meent.disclosure.protect.Demand;
import org.meent.disclosure.protect.Finding;
import org.meent.disclosure.protect.LinearTable;
import org.meent.disclosure.protect.Standard;
import org.meent.disclosure.protect.Suppressor;
import org.meent.disclosure.spec.CellPattern;
import org.meent.disclosure.spec.ProtectionSpec;
import org.meent.disclosure.spec.Sensitivity;
import org.meent.disclosure.spec.SpecReader;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * From a specification to a protected table: reads the records, makes all cells, applies the rules,
 * suppresses and proves.
 *
 * <p>{@code ProtectionJob.read(spec).run(folder)} writes {@code cells.csv}, {@code
 * certificate.json} and {@code released.csv}; the first two stay inside.
 */
public final class ProtectionJob {
  private final Path folder;
  private final ProtectionSpec spec;
  private final Suppressor suppressor;

  private ProtectionJob(Path folder, ProtectionSpec spec, Suppressor suppressor) {
    this.folder = folder;
    this.spec = spec;
    this.suppressor = suppressor;
  }

  /**
   * Reads a specification.
   *
   * @throws RefusalException if it, or a classification that it names, is not what it should be
   */
  public static ProtectionJob read(Path spec) {
    Path parent = spec.toAbsolutePath().getParent();
    Path folder = parent == null ? spec : parent;
    ProtectionSpec read = TreeFile.resolve(folder, SpecReader.read(spec));
    return new ProtectionJob(
        folder, read, Suppressor.withDefaults().with(read.choices().cost()).with(read.standard()));
  }

  /** The same with another bound on the work that goes into improving the pattern. */
  public ProtectionJob withEffort(long operations) {
    return new ProtectionJob(folder, spec, suppressor.withEffort(operations));
  }

  /** What was read. */
  public ProtectionSpec spec() {
    return spec;
  }

  /**
   * Makes all cells, without protecting them.
   *
   * @throws RefusalException if the records do not fit the specification
   */
  public HierarchicalTable tabulate() {
    return tabulate(spec.sensitivity().depth());
  }

  /** Makes all cells and keeps so many of the largest contributors of each. */
  HierarchicalTable tabulate(int depth) {
    if (spec.columns().evidence().isPresent()) {
      return CellReader.read(folder, spec);
    }
    return tabulate(records(), depth);
  }

  /** The records, if the input has them. */
  Microdata records() {
    return MicrodataReader.read(folder, spec);
  }

  HierarchicalTable tabulate(Microdata records, int depth) {
    try {
      return Tabulation.of(records, depth, spec.standard() == Standard.INSIDER);
    } catch (ArithmeticException e) {
      throw Refusal.badInput("disclosure.table.overflow", Where.file(spec.input())).asException();
    }
  }

  /** What each sensitive cell needs under some rules, ascending by cell. */
  public List<Demand> demands(HierarchicalTable table, Sensitivity sensitivity) {
    return PrimaryCells.of(table, sensitivity);
  }

  /**
   * Tabulates and protects, without writing anything.
   *
   * @throws RefusalException if the records do not fit the specification, cells that must stay
   *     leave no protection, or a sensitive cell cannot be protected
   */
  public ProtectedTable run() {
    return protect(tabulate());
  }

  ProtectedTable protect(HierarchicalTable table) {
    List<Demand> demands = demands(table, spec.sensitivity());
    int[] mustStay = mustStay(table, demands);
    Suppressor ready =
        suppressor
            .withInsiders(table.insiders())
            .withPublished(mustStay)
            .withWeights(weights(table));
    try {
      return new ProtectedTable(
          table, ready.protect(linear(table, spec.sensitivity().hidesZeros()), demands));
    } catch (RefusalException e) {
      throw named(table, e);
    }
  }

  /**
   * Judges a pattern that was made elsewhere.
   *
   * @param suppressed per cell of {@link #tabulate}, whether it is left out
   */
  public List<Finding> audit(HierarchicalTable table, boolean[] suppressed) {
    boolean hidesZeros =
        IntStream.range(0, table.size()).anyMatch(c -> suppressed[c] && table.value(c) == 0);
    return suppressor
        .withInsiders(table.insiders())
        .audit(linear(table, hidesZeros), demands(table, spec.sensitivity()), suppressed);
  }

  private static LinearTable linear(HierarchicalTable table, boolean hidesZeros) {
    BitSet cells = new BitSet();
    cells.set(0, hidesZeros ? table.size() : 0);
    return table.linear().withHiddenZeros(cells);
  }

  /** Tabulates, protects, and writes the files into a folder, each whole or not at all. */
  public ProtectedTable run(Path out) {
    ProtectedTable result = run();
    PatternFiles.write(out, folder.resolve(spec.input()), spec, result);
    return result;
  }

  private int[] mustStay(HierarchicalTable table, List<Demand> demands) {
    TreeSet<Integer> cells = new TreeSet<>();
    for (CellPattern pattern : spec.choices().mustStay()) {
      Arrays.stream(CellSet.of(table, pattern, false)).forEach(cells::add);
    }
    List<String> conflicts = new ArrayList<>();
    for (Demand demand : demands) {
      if (cells.contains(demand.cell())) {
        conflicts.add(table.name(demand.cell()));
      }
    }
    if (!conflicts.isEmpty()) {
      throw Refusal.refused(
              "disclosure.protect.must-stay",
              Where.field("must-stay"),
              conflicts.size(),
              conflicts.getFirst())
          .asException();
    }
    return cells.stream().mapToInt(Integer::intValue).toArray();
  }

  private double[] weights(HierarchicalTable table) {
    if (spec.choices().priorities().isEmpty()) {
      return new double[0];
    }
    BigDecimal[] weights = new BigDecimal[table.size()];
    Arrays.fill(weights, BigDecimal.ONE);
    for (ProtectionSpec.Priority priority : spec.choices().priorities()) {
      for (int cell : CellSet.of(table, priority.cells(), false)) {
        weights[cell] = weights[cell].multiply(priority.weight());
      }
    }
    return Arrays.stream(weights).mapToDouble(BigDecimal::doubleValue).toArray();
  }

  /** The same refusal with cells in words: the suppressor knows them by number only. */
  private static RefusalException named(HierarchicalTable table, RefusalException numbered) {
    return new RefusalException(
        numbered.refusals().stream()
            .map(
                refusal ->
                    new Refusal(
                        refusal.exit(),
                        refusal.code(),
                        refusal.where(),
                        refusal.args().stream().map(cells -> named(table, cells)).toList()))
            .toList());
  }

  private static String named(HierarchicalTable table, String cells) {
    if (!cells.matches("[0-9]+(, [0-9]+)*")) {
      return cells;
    }
    return Arrays.stream(cells.split(", "))
        .map(cell -> "(" + table.name(Integer.parseInt(cell)) + ")")
        .collect(java.util.stream.Collectors.joining(", "));
  }
}
