// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.meent.disclosure.perturb.AdditiveRounding;
import org.meent.disclosure.perturb.Alternative;
import org.meent.disclosure.perturb.CellKeyMethod;
import org.meent.disclosure.perturb.Comparison;
import org.meent.disclosure.perturb.PerturbationTable;
import org.meent.disclosure.perturb.Rounding;
import org.meent.disclosure.protect.Demand;
import org.meent.disclosure.protect.LinearTable;
import org.meent.disclosure.spec.ProtectionSpec;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The table of a specification in other ways: coarser codes, rounding for counts, cell-key noise
 * for counts and amounts.
 */
public final class AlternativesJob {
  private static final int KEY_DECIMALS = 8;

  private final Path folder;
  private final ProtectionJob job;
  private final ProtectionSpec spec;

  private AlternativesJob(Path folder, ProtectionJob job) {
    this.folder = folder;
    this.job = job;
    this.spec = job.spec();
  }

  /**
   * Reads a specification.
   *
   * @throws org.meent.protocols.refusal.RefusalException if it is not what it should be
   */
  public static AlternativesJob read(Path spec) {
    Path folder = spec.toAbsolutePath().getParent();
    return new AlternativesJob(folder == null ? spec : folder, ProtectionJob.read(spec));
  }

  /**
   * Tabulates, and makes each alternative that fits the table.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the records do not fit, a value is
   *     negative
   */
  public AlternativeTables run(AlternativesPlan plan) {
    boolean amounts = spec.columns().measure().isPresent();
    HierarchicalTable table = job.tabulate(amounts ? Math.max(1, spec.sensitivity().depth()) : 0);
    LinearTable linear = table.linear();
    if (linear.kind() == LinearTable.Kind.SIGNED_AMOUNTS) {
      throw refuse("disclosure.alternatives.negative");
    }
    List<Alternative> alternatives = new ArrayList<>();
    if (linear.kind() == LinearTable.Kind.COUNTS) {
      alternatives.add(Rounding.conventional(linear, plan.base()));
      alternatives.add(Rounding.random(linear, plan.base(), plan.seed()));
      alternatives.add(AdditiveRounding.controlled(linear, plan.base()));
      alternatives.add(AdditiveRounding.smallCounts(linear, plan.smallBase()));
    }
    plan.cellKey().map(keys -> cellKey(table, linear, keys)).ifPresent(alternatives::add);
    int[] sensitive =
        job.demands(table, spec.sensitivity()).stream().mapToInt(Demand::cell).toArray();
    boolean ofCells = spec.columns().evidence().isPresent();
    return new AlternativeTables(
        table,
        sensitive.length,
        ofCells ? List.of() : RecodingSearch.of(job, job.records()),
        alternatives,
        alternatives.stream().map(shown -> Comparison.of(linear, shown, sensitive)).toList());
  }

  private Alternative cellKey(
      HierarchicalTable table, LinearTable linear, AlternativesPlan.CellKeys keys) {
    CellKeyMethod method = new CellKeyMethod(PerturbationTable.of(keys.noise()));
    long[] sums = sumsOfKeys(keys.column());
    if (linear.kind() == LinearTable.Kind.COUNTS) {
      return method.counts(linear.values(), sums);
    }
    if (keys.delta() * keys.noise().deviation() >= 1) {
      throw refuse("disclosure.alternatives.delta");
    }
    return method.amounts(linear.values(), table.largest(), keys.delta(), sums);
  }

  private long[] sumsOfKeys(String column) {
    if (spec.columns().evidence().isPresent()) {
      throw refuse("disclosure.alternatives.records");
    }
    Microdata keys = MicrodataReader.read(folder, spec.measuring(column));
    long one = 1;
    for (int d = 0; d < keys.scale(); d++) {
      one *= 10;
    }
    for (long key : keys.amount()) {
      if (keys.scale() > KEY_DECIMALS || key <= 0 || key > one) {
        throw Refusal.badInput(
                "disclosure.alternatives.key", Where.file(spec.input()).in(column), KEY_DECIMALS)
            .asException();
      }
    }
    HierarchicalTable sums = Tabulation.of(keys, 0, false);
    long[] out = new long[sums.size()];
    for (int cell = 0; cell < out.length; cell++) {
      out[cell] = Math.multiplyExact(sums.value(cell), PerturbationTable.KEYS / one);
    }
    return out;
  }

  private RuntimeException refuse(String code) {
    return Refusal.badInput(code, Where.file(spec.input()).in(spec.columns().measure().orElse("")))
        .asException();
  }
}
