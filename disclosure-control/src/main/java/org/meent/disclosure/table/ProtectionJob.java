// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.nio.file.Path;
import java.util.List;
import org.meent.disclosure.protect.Cost;
import org.meent.disclosure.protect.Finding;
import org.meent.disclosure.protect.Standard;
import org.meent.disclosure.protect.Suppressor;

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
   * Reads a specification, with the rule sets that are shipped.
   *
   * @throws org.meent.protocols.refusal.RefusalException if it is not what it should be
   */
  public static ProtectionJob read(Path spec) {
    return read(spec, RuleSetSource.shipped());
  }

  /** Reads a specification, with rule sets from elsewhere. */
  public static ProtectionJob read(Path spec, RuleSetSource ruleSets) {
    Path folder = spec.toAbsolutePath().getParent();
    return new ProtectionJob(
        folder == null ? spec : folder, SpecReader.read(spec, ruleSets), Suppressor.withDefaults());
  }

  /** The same with another cost of secondary cells; by value if not said otherwise. */
  public ProtectionJob with(Cost cost) {
    return new ProtectionJob(folder, spec, suppressor.with(cost));
  }

  /** The same with another bound on improvement. */
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
   * @throws org.meent.protocols.refusal.RefusalException if the records do not fit the
   *     specification
   */
  public HierarchicalTable tabulate() {
    Microdata records = MicrodataReader.read(folder, spec);
    return Tabulation.of(records, spec.depth(), spec.standard() == Standard.INSIDER);
  }

  /**
   * Tabulates and protects, without writing anything.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the records do not fit the
   *     specification or a sensitive cell cannot be protected
   */
  public ProtectedTable run() {
    HierarchicalTable table = tabulate();
    return new ProtectedTable(
        table, suppressor(table).protect(table.linear(), table.demands(spec.rules())));
  }

  /**
   * Judges a pattern that was made elsewhere.
   *
   * @param suppressed per cell of {@link #tabulate}, whether it is left out
   */
  public List<Finding> audit(HierarchicalTable table, boolean[] suppressed) {
    return suppressor(table).audit(table.linear(), table.demands(spec.rules()), suppressed);
  }

  private Suppressor suppressor(HierarchicalTable table) {
    return suppressor.with(spec.standard()).withInsiders(table.insiders());
  }

  /** Tabulates, protects, and writes the files into a folder, each whole or not at all. */
  public ProtectedTable run(Path out) {
    ProtectedTable result = run();
    PatternFiles.write(out, folder.resolve(spec.input()), spec, result);
    return result;
  }
}
