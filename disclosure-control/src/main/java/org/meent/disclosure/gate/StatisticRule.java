// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.meent.disclosure.output.Statistic;
import org.meent.disclosure.output.StatisticEvidence;
import org.meent.disclosure.output.StatisticTable;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;

/**
 * Correlations, moments and tests: degrees of freedom, the smallest group compared, one unit that
 * carries the figure, and figures that say that all units are alike.
 */
record StatisticRule(StatisticTable table) implements RowRule {
  /** How near to 1 a correlation says that one value follows from the other. */
  private static final double PERFECT = 1e-9;

  private KnownUnits known(String of) {
    return KnownUnits.of(
        table,
        of,
        table.rows().stream().filter(row -> row.of().equals(of)).toList(),
        Statistic::group,
        row -> row.evidence().units());
  }

  private CellKey units(Statistic row) {
    return known(row.of()).key(row.group());
  }

  @Override
  public SequencedMap<CellKey, Long> counts() {
    SequencedMap<CellKey, Long> counts = new LinkedHashMap<>();
    table.rows().forEach(row -> counts.putAll(known(row.of()).counts()));
    return counts;
  }

  @Override
  public Reading read(Judging judging) {
    List<Row> rows = table.rows().stream().map(row -> row(row, judging)).toList();
    List<Concern> whole =
        new ArrayList<>(judging.looked(rows, RuleSet.DEGREES_OF_FREEDOM, RuleSet.DOMINANCE_1));
    if (rows.stream().noneMatch(Row::forbidden)) {
      whole.add(Concern.of("statistic", Verdict.PASS, "statistic.pass", judging.minimum()));
    }
    return new Reading(
        Releasable.Kind.STATISTICS,
        List.of(
            Reading.text("group"),
            Reading.text("statistic"),
            Reading.text("of"),
            Reading.number("value"),
            Reading.number("p_value"),
            Reading.number("units")),
        rows,
        whole);
  }

  private Row row(Statistic row, Judging judging) {
    String statistic = row.measure().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return new Row(
        statistic + " " + row.of() + ": " + CellKey.subject(row.group()),
        List.of(
            new Item.Text(CellKey.subject(row.group())),
            new Item.Text(statistic),
            new Item.Text(row.of()),
            new Item.Figure(row.value()),
            row.probability().isPresent()
                ? new Item.Figure(row.probability().getAsDouble())
                : new Item.Empty(),
            Item.Count.of(units(row), row.evidence().units())),
        List.of(units(row)),
        concerns(row, judging));
  }

  private static List<Concern> concerns(Statistic row, Judging judging) {
    StatisticEvidence evidence = row.evidence();
    List<Concern> concerns =
        new ArrayList<>(judging.degreesOfFreedom(evidence.residualDegreesOfFreedom()));
    if (evidence.smallestGroup() < judging.minimum()) {
      concerns.add(Concern.of("statistic", Verdict.FAIL, "statistic.group", judging.minimum()));
    }
    boolean alike =
        switch (row.measure()) {
          case CORRELATION, R_SQUARED -> Math.abs(row.value()) >= 1 - PERFECT;
          case STANDARD_DEVIATION -> row.value() == 0;
          case SKEWNESS, KURTOSIS, T_TEST, F_TEST, CHI_SQUARED_TEST, RANK_TEST, LOG_RANK_TEST ->
              false;
        };
    if (alike) {
      concerns.add(Concern.of("statistic", Verdict.FAIL, "statistic.alike"));
    }
    judging
        .find(RuleSet.DOMINANCE_1)
        .filter(limit -> evidence.largestShare() > limit.asDouble())
        .ifPresent(
            limit ->
                concerns.add(Concern.of(limit, "statistic.one", limit.value().toPlainString())));
    return concerns;
  }
}
