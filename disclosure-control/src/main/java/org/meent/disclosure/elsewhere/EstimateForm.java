// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.FitEvidence;

/**
 * Effects of one arm against another: {@code arm}, {@code estimate}, its standard error and
 * interval, {@code treated}, {@code controls} and {@code df}; every other column is a variable that
 * a row is the group of, with {@code Total} for everybody.
 */
final class EstimateForm implements TidyForm {
  private static final String ARM = "arm";
  private static final String ESTIMATE = "estimate";
  private static final String TREATED = "treated";
  private static final String CONTROLS = "controls";
  private static final String PARAMETERS = "parameters";
  private static final String SMALLEST = "smallest_category";
  private static final List<String> ERROR = List.of("standard_error", "std_error", "std.error");
  private static final List<String> LOWER = List.of("lower", "conf.low", "conf_low");
  private static final List<String> UPPER = List.of("upper", "conf.high", "conf_high");
  private static final List<String> FREEDOM = List.of("df", "df.residual", "df_residual");
  private static final List<String> WORDS = List.of("method", "estimand", "reference", "outcome");

  @Override
  public String kind() {
    return "estimates";
  }

  @Override
  public boolean fits(Sheet sheet) {
    return sheet.has(ARM) && sheet.has(ESTIMATE) && sheet.has(TREATED);
  }

  @Override
  public Reading read(Sheet sheet, Knowledge knowledge) {
    List<String> groups = sheet.others(known(sheet));
    List<Estimate> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < sheet.rows().size(); row++) {
      Estimate estimate = estimate(sheet, row, groups);
      String name = estimate.toString() + estimate.group() + estimate.reference();
      if (!seen.add(name)) {
        throw sheet.refuse("disclosure.elsewhere.cell-twice", row, ARM);
      }
      rows.add(estimate);
    }
    long most = rows.stream().mapToLong(row -> units(row)).max().orElse(0);
    List<Finding> findings = new ArrayList<>();
    List.of(PARAMETERS, SMALLEST, "df").stream()
        .filter(
            column ->
                !sheet.has(column) && !(column.equals("df") && sheet.any(FREEDOM).isPresent()))
        .reduce((one, other) -> one + ", " + other)
        .ifPresent(columns -> findings.add(Elsewhere.gap(sheet.id(), columns)));
    EstimateTable table =
        new EstimateTable(
            sheet.id(),
            sheet.free("title", sheet.id()),
            knowledge.populations().of(sheet, most),
            text(sheet, 0, "outcome", sheet.free("measure", "outcome")),
            EstimateTable.ARM,
            rows);
    return Reading.Whole.stated(kind(), table, Set.of(), findings);
  }

  private static long units(Estimate row) {
    return row.evidence().treated() + row.evidence().controls();
  }

  private static Set<String> known(Sheet sheet) {
    Set<String> known =
        new HashSet<>(List.of(ARM, ESTIMATE, TREATED, CONTROLS, PARAMETERS, SMALLEST));
    known.addAll(WORDS);
    List.of(ERROR, LOWER, UPPER, FREEDOM).forEach(known::addAll);
    known.retainAll(sheet.columns());
    return known;
  }

  private static Estimate estimate(Sheet sheet, int row, List<String> groups) {
    Cells cells = new Cells(sheet);
    SortedMap<String, String> group = new TreeMap<>();
    for (String variable : groups) {
      String code = sheet.text(row, variable);
      if (!code.equals(Dimension.TOTAL)) {
        group.put(variable, code);
      }
    }
    long treated = cells.count(row, TREATED);
    long controls = cells.count(row, Columns.required(sheet, List.of(CONTROLS)));
    return new Estimate(
        text(sheet, row, "method", "estimate"),
        text(sheet, row, "estimand", "effect"),
        sheet.text(row, ARM),
        text(sheet, row, "reference", "reference"),
        group,
        result(sheet, cells, row),
        evidence(sheet, cells, row, treated, controls));
  }

  private static Estimate.Result result(Sheet sheet, Cells cells, int row) {
    if (cells.marked(row, ESTIMATE)) {
      return new Estimate.Refused("left out");
    }
    double value = cells.figure(row, ESTIMATE);
    double lower = sheet.any(LOWER).map(column -> cells.figure(row, column)).orElse(value);
    double upper = sheet.any(UPPER).map(column -> cells.figure(row, column)).orElse(value);
    double error = sheet.any(ERROR).map(column -> cells.figure(row, column)).orElse(0.0);
    if (error < 0 || lower > upper) {
      throw sheet.refuse("disclosure.elsewhere.interval", row, ESTIMATE);
    }
    return new Estimate.Estimated(value, error, lower, upper);
  }

  private static FitEvidence evidence(
      Sheet sheet, Cells cells, int row, long treated, long controls) {
    String method = text(sheet, row, "method", "");
    if (method.equals("difference-in-means")) {
      return FitEvidence.ofDifferenceInMeans(treated, controls, sheet.free("measure", ""));
    }
    int parameters = sheet.has(PARAMETERS) ? (int) cells.count(row, PARAMETERS) : 2;
    long freedom =
        sheet
            .any(FREEDOM)
            .map(column -> cells.count(row, column))
            .orElse(treated + controls - parameters);
    long smallest = sheet.has(SMALLEST) ? cells.count(row, SMALLEST) : Math.min(treated, controls);
    return FitEvidence.ofModel(treated, controls, freedom, parameters, smallest);
  }

  private static String text(Sheet sheet, int row, String column, String otherwise) {
    return sheet.has(column) ? sheet.text(row, column) : otherwise;
  }
}
