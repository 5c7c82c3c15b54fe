// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.meent.disclosure.output.BinnedFigure;
import org.meent.disclosure.output.BinnedFigure.Bin;
import org.meent.disclosure.report.Block.Column;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;

/**
 * Bins: their units, their means, and outermost edges that are somebody's value. Figures of one
 * number in different bins have in common how many units lie below each edge.
 */
record BinRule(BinnedFigure figure) implements RowRule {
  private static final String IN = "in";

  private CellKey units(Bin bin) {
    return Rising.between(everybody(), figure.variable(), IN, bin.lower(), bin.upper());
  }

  private CellKey everybody() {
    return RequestCells.total(figure.population());
  }

  private CellKey below(double edge) {
    return everybody().with(figure.variable() + " below " + Rising.place(edge), "yes");
  }

  private List<MeanCell> means(Bin bin) {
    return bin.evidence().means().stream()
        .map(mean -> new MeanCell(figure, units(bin), mean))
        .toList();
  }

  @Override
  public SequencedMap<CellKey, Long> counts() {
    SequencedMap<CellKey, Long> counts = new LinkedHashMap<>();
    long below = 0;
    for (Bin bin : figure.bins()) {
      below += bin.evidence().units();
      counts.put(units(bin), bin.evidence().units());
      counts.put(below(bin.upper()), below);
      means(bin).forEach(mean -> counts.putAll(mean.counts()));
    }
    return counts;
  }

  @Override
  public List<Rising> rising() {
    return figure.bins().stream()
        .map(Bin::upper)
        .map(edge -> new Rising(everybody(), figure.variable(), IN, edge, below(edge)))
        .toList();
  }

  /** Below an edge is what is below the one before, and what lies between. */
  @Override
  public void relate(CellSystem system) {
    List<Bin> bins = figure.bins();
    system.relate(List.of(below(bins.getFirst().upper()), units(bins.getFirst())), List.of(1, -1));
    for (int i = 1; i < bins.size(); i++) {
      system.relate(
          List.of(below(bins.get(i).upper()), below(bins.get(i - 1).upper()), units(bins.get(i))),
          List.of(1, -1, -1));
    }
  }

  @Override
  public List<SumCell> sums() {
    return figure.bins().stream()
        .flatMap(bin -> means(bin).stream())
        .flatMap(mean -> mean.sums().stream())
        .toList();
  }

  @Override
  public Set<CellKey> sensitiveZeros() {
    Set<CellKey> zeros = new LinkedHashSet<>();
    figure.bins().stream()
        .filter(bin -> bin.evidence().units() > 0)
        .forEach(bin -> means(bin).forEach(mean -> zeros.addAll(mean.counts().keySet())));
    return zeros;
  }

  @Override
  public Reading read(Judging judging) {
    List<Column> columns =
        new ArrayList<>(List.of(Reading.text("from"), Reading.text("to"), Reading.number("units")));
    figure.bins().getFirst().evidence().means().stream()
        .map(mean -> Reading.number("mean_" + mean.measure()))
        .forEach(columns::add);
    List<Row> rows = figure.bins().stream().map(bin -> row(bin, judging)).toList();
    List<Concern> whole = new ArrayList<>(edges(judging.minimum()));
    whole.addAll(judging.looked(rows, RuleSet.GROUP_DISCLOSURE));
    return new Reading(Releasable.Kind.BINS, columns, rows, whole);
  }

  private Row row(Bin bin, Judging judging) {
    List<Item> items =
        new ArrayList<>(
            List.of(
                new Item.Text(String.valueOf(bin.lower())),
                new Item.Text(String.valueOf(bin.upper())),
                Item.Count.of(units(bin), bin.evidence().units())));
    List<Concern> concerns =
        new ArrayList<>(judging.alike(bin.evidence().units(), figure.population().units()));
    for (MeanCell mean : means(bin)) {
      items.add(bin.evidence().units() == 0 ? new Item.Empty() : new Item.Mean(mean));
      concerns.addAll(MeanConcerns.of(mean, judging));
    }
    return new Row(bin.code(), items, List.of(), concerns.stream().distinct().toList());
  }

  private List<Concern> edges(long minimum) {
    long lowest = figure.edges().atLowest();
    long highest = figure.edges().atHighest();
    boolean value = (lowest > 0 && lowest < minimum) || (highest > 0 && highest < minimum);
    return List.of(
        value
            ? Concern.of("edges", Verdict.FAIL, "edges.value", minimum)
            : Concern.of("edges", Verdict.PASS, "edges.pass", minimum));
  }
}
