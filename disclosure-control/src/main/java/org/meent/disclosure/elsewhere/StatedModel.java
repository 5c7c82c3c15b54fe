// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.RegressionTable;
import org.meent.disclosure.output.Term;

/** A regression with the evidence that its file states, and a finding for what it does not. */
final class StatedModel {
  static final String LEVERAGE = "leverage";
  static final String PATTERNS = "patterns";
  static final String SMALLEST_OUTCOME = "smallest_outcome";
  static final List<String> EVIDENCE =
      List.of("parameters", PATTERNS, "smallest_pattern", SMALLEST_OUTCOME, LEVERAGE);

  private final RowSheet sheet;
  private final Sheet of;
  private final long units;
  private final int parameters;

  private StatedModel(RowSheet sheet, long units) {
    this.sheet = sheet;
    of = sheet.sheet();
    this.units = units;
    long stated = sheet.count(0, List.of("parameters")).orElse(sheet.rows());
    parameters = Math.toIntExact(Math.max(stated, sheet.rows()));
  }

  /**
   * Reads a model.
   *
   * @param found what was found before
   */
  static Reading read(RowSheet sheet, String kind, Knowledge knowledge, List<Finding> found) {
    OptionalLong units = sheet.count(0, RegressionForm.OBSERVATIONS);
    List<Finding> findings = new ArrayList<>(found);
    if (units.isEmpty()) {
      findings.addAll(sheet.small(List.of(RegressionForm.UNITS), knowledge.minimum()));
      findings.add(
          RowSheet.needed(
              sheet.sheet().id(), "nobs, df, " + RegressionForm.UNITS + ", " + LEVERAGE));
      return new Reading.Partial(sheet.sheet().id(), kind, findings);
    }
    return new StatedModel(sheet, units.getAsLong()).whole(kind, knowledge, findings);
  }

  private Reading whole(String kind, Knowledge knowledge, List<Finding> findings) {
    List<Term> terms = new ArrayList<>();
    int hidden = 0;
    String estimate = Columns.required(of, RegressionForm.ESTIMATE);
    for (int row = 0; row < sheet.rows(); row++) {
      if (sheet.marked(row, estimate)) {
        hidden++;
      } else {
        terms.add(term(row, sheet.figure(row, estimate)));
      }
    }
    Evidence.Model model = model();
    findings.addAll(sheet.findings());
    if (hidden > 0) {
      findings.add(sheet.hidden(hidden));
      findings.addAll(sheet.small(List.of(RegressionForm.UNITS), knowledge.minimum()));
    }
    if (terms.isEmpty()) {
      return new Reading.Partial(of.id(), kind, findings);
    }
    RegressionTable table =
        new RegressionTable(
            of.id(),
            of.free("title", of.id()),
            knowledge.populations().of(of, units),
            of.free(RegressionForm.FORM, "linear").toLowerCase(Locale.ROOT),
            of.free(RegressionForm.OUTCOME, "outcome"),
            terms,
            explained(),
            model);
    return Reading.Whole.stated(kind, table, unknown(), findings);
  }

  private OptionalDouble explained() {
    Optional<String> column = of.any(RegressionForm.EXPLAINED).filter(c -> !sheet.marked(0, c));
    return column.isPresent()
        ? OptionalDouble.of(sheet.figure(0, column.get()))
        : OptionalDouble.empty();
  }

  private Term term(int row, double estimate) {
    String name = sheet.text(row, Columns.required(of, RegressionForm.TERM));
    double error = RegressionForm.error(sheet, row);
    if (TermWord.constant(name)) {
      return new Term(name, Term.Column.INTERCEPT, new TreeMap<>(), estimate, error, units);
    }
    OptionalLong stated = sheet.count(row, List.of(RegressionForm.UNITS));
    if (stated.isEmpty()) {
      sheet.gap(RegressionForm.UNITS);
    }
    if (stated.orElse(0) > units) {
      throw of.refuse("disclosure.elsewhere.impossible", row, RegressionForm.UNITS);
    }
    boolean dummy = of.has("variable") && of.has("code") && !sheet.marked(row, "variable");
    if (!dummy) {
      return Term.number(name, estimate, error, stated.orElse(units));
    }
    TreeMap<String, String> category = new TreeMap<>();
    category.put(sheet.text(row, "variable"), sheet.text(row, "code"));
    return Term.category(name, category, estimate, error, stated.orElse(units));
  }

  private Evidence.Model model() {
    OptionalLong freedom = sheet.count(0, Columns.FREEDOM);
    if (freedom.isEmpty()) {
      sheet.gap("df");
    }
    OptionalLong patterns = sheet.count(0, List.of(PATTERNS));
    if (patterns.isEmpty()) {
      sheet.gap(PATTERNS);
    }
    boolean leverage = of.has(LEVERAGE) && !sheet.marked(0, LEVERAGE);
    if (!leverage) {
      sheet.gap(LEVERAGE);
    }
    long left = freedom.orElse(Math.max(0, units - parameters));
    double largest = leverage ? sheet.figure(0, LEVERAGE) : 0;
    long smallest = sheet.count(0, List.of("smallest_pattern")).orElse(1);
    boolean possible = left <= units && largest >= 0 && largest <= 1 && smallest >= 1;
    if (!possible || patterns.orElse(parameters) < parameters) {
      throw of.refuse("disclosure.elsewhere.impossible", 0, LEVERAGE);
    }
    return new Evidence.Model(
        left,
        parameters,
        patterns.orElse(Math.max(parameters + 1L, units)),
        smallest,
        sheet.count(0, List.of(SMALLEST_OUTCOME)),
        largest,
        "");
  }

  /** Findings that would say of what nobody stated that it passes. */
  private Set<String> unknown() {
    Set<String> unknown = new HashSet<>();
    if (sheet.hasGap(RegressionForm.UNITS)) {
      unknown.add("term.pass");
    }
    if (sheet.hasGap("df")) {
      unknown.add("looked.residual-degrees-of-freedom");
    }
    if (sheet.hasGap(PATTERNS)) {
      unknown.add("model.not-saturated");
    }
    if (sheet.hasGap(LEVERAGE)) {
      unknown.add("looked.leverage-share");
    }
    return unknown;
  }
}
