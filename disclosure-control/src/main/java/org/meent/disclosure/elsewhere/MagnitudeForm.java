// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.MagnitudeCell;
import org.meent.disclosure.output.MagnitudeTable;

/**
 * Means or sums by one or two variables: the columns of codes, {@code units}, and {@code mean} or
 * {@code sum} (or {@code mean_earnings}, which names the measure). The two largest contributors
 * {@code largest} and {@code second} may stand beside them.
 */
final class MagnitudeForm implements TidyForm {
  static final List<String> UNITS = List.of("units", "n", "count");
  static final String LARGEST = "largest";
  static final String SECOND = "second";
  private static final int UNITS_FIGURE = 3;

  @Override
  public String kind() {
    return "magnitude";
  }

  @Override
  public boolean fits(Sheet sheet) {
    return sheet.any(UNITS).isPresent() && AmountColumn.find(sheet).isPresent();
  }

  @Override
  public Reading read(Sheet sheet, Knowledge knowledge) {
    String units = Columns.required(sheet, UNITS);
    AmountColumn amount = AmountColumn.of(sheet);
    Cross cross = new Cross(sheet, sheet.others(Set.of(units, amount.column(), LARGEST, SECOND)));
    CountCells counts = new CountCells(sheet, cross, units, UNITS_FIGURE);
    Margins margins = counts.solved();
    AmountCells amounts = new AmountCells(sheet, cross, amount, margins);
    Set<Spot> leftOut = new HashSet<>(counts.leftOut());
    leftOut.addAll(amounts.leftOut());
    if (knowledge.records().isPresent()) {
      return recomputed(sheet, knowledge, cross, counts, amounts, leftOut);
    }
    List<Finding> findings = new ArrayList<>(counts.comesBack());
    if (!margins.whole() || !amounts.whole()) {
      findings.addAll(counts.hidden(knowledge.minimum()));
      return new Reading.Partial(sheet.id(), kind(), findings.stream().distinct().toList());
    }
    amounts.checkTotals();
    if (!sheet.has(LARGEST)) {
      findings.add(Elsewhere.gap(sheet.id(), LARGEST + ", " + SECOND));
    }
    long total = margins.inner().stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
    return new Reading.Whole(
        kind(),
        table(sheet, knowledge, cross, amount, amounts.scale(), amounts.cells(), total),
        Reading.Origin.FILE,
        counts.hides() ? Set.of() : leftOut,
        findings);
  }

  private Reading recomputed(
      Sheet sheet,
      Knowledge knowledge,
      Cross cross,
      CountCells counts,
      AmountCells amounts,
      Set<Spot> leftOut) {
    Records records = knowledge.records().orElseThrow();
    RecordCells truth = new RecordCells(sheet, cross, records);
    counts.compare(truth.counts(), records.size());
    String measure = amounts.column().measure();
    int scale = truth.scale(measure);
    List<List<MagnitudeCell>> cells = truth.cells(truth.amounts(measure, scale));
    amounts.compare(cells, scale, records.size());
    return new Reading.Whole(
        kind(),
        table(sheet, knowledge, cross, amounts.column(), scale, cells, records.size()),
        Reading.Origin.RECORDS,
        leftOut,
        List.of());
  }

  private static MagnitudeTable table(
      Sheet sheet,
      Knowledge knowledge,
      Cross cross,
      AmountColumn amount,
      int scale,
      List<List<MagnitudeCell>> cells,
      long total) {
    boolean signed =
        cells.stream().flatMap(List::stream).anyMatch(cell -> cell.sum() != cell.absoluteSum());
    return new MagnitudeTable(
        sheet.id(),
        sheet.free("title", sheet.id()),
        knowledge.populations().of(sheet, total),
        amount.measure(),
        amount.measure(),
        scale,
        cross.rows(),
        cross.columns(),
        new Evidence.Contributions(cells, signed ? Evidence.Sign.ANY : Evidence.Sign.NON_NEGATIVE));
  }
}
