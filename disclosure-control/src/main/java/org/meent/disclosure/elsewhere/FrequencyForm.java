// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.FrequencyTable;

/**
 * Counts by one or two variables: the columns of codes, and {@code count}. Totals may be there,
 * under {@code Total}; a combination without a row is empty.
 */
final class FrequencyForm implements TidyForm {
  private static final List<String> COUNT = List.of("count", "n", "freq", "frequency");
  private static final int FIGURE = 2;

  @Override
  public String kind() {
    return "frequency";
  }

  @Override
  public boolean fits(Sheet sheet) {
    Optional<String> count = sheet.any(COUNT);
    return count.isPresent() && sheet.others(Set.of(count.get())).size() <= 2;
  }

  @Override
  public Reading read(Sheet sheet, Knowledge knowledge) {
    Optional<Records> records = knowledge.records();
    Populations populations = knowledge.populations();
    String column = Columns.required(sheet, COUNT);
    Cross cross = new Cross(sheet, sheet.others(Set.of(column)));
    CountCells counts = new CountCells(sheet, cross, column, FIGURE);
    Margins margins = counts.solved();
    if (records.isPresent()) {
      RecordCells truth = new RecordCells(sheet, cross, records.get());
      counts.compare(truth.counts(), records.get().size());
      return new Reading.Whole(
          kind(),
          table(sheet, populations, cross, truth.units(), records.get().size()),
          Reading.Origin.RECORDS,
          counts.leftOut(),
          List.of());
    }
    if (!margins.whole()) {
      return new Reading.Partial(sheet.id(), kind(), counts.hidden(knowledge.minimum()));
    }
    long units = margins.inner().stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
    return new Reading.Whole(
        kind(),
        table(sheet, populations, cross, margins.inner(), units),
        Reading.Origin.FILE,
        counts.hides() ? new HashSet<>() : counts.leftOut(),
        counts.comesBack());
  }

  private static FrequencyTable table(
      Sheet sheet, Populations populations, Cross cross, List<List<Long>> units, long total) {
    Dimension rows = cross.rows();
    return new FrequencyTable(
        sheet.id(),
        sheet.free("title", sheet.id()),
        populations.of(sheet, total),
        sheet.free("unit", "units"),
        rows,
        cross.columns(),
        new Evidence.Counts(units, Evidence.Zeros.SAFE));
  }
}
