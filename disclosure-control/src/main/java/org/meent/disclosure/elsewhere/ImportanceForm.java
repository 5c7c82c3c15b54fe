// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.ForestSummary;

/**
 * Importances of covariates in a forest or in boosted trees: {@code covariate} and {@code
 * importance}; as evidence {@code trees}, {@code smallest_leaf} and {@code n}, the same in every
 * row. The trees are not in the records, so that this is never measured again.
 */
final class ImportanceForm implements TidyForm {
  private static final List<String> COVARIATE = List.of("covariate", "feature", "variable");
  private static final String IMPORTANCE = "importance";
  private static final String TREES = "trees";
  private static final String LEAF = "smallest_leaf";
  private static final Set<String> KNOWN =
      Columns.all(COVARIATE, Columns.UNITS, List.of(IMPORTANCE, TREES, LEAF, "outcome"));

  @Override
  public String kind() {
    return "importance";
  }

  @Override
  public boolean fits(Sheet sheet) {
    return sheet.has(IMPORTANCE) && sheet.any(COVARIATE).isPresent();
  }

  @Override
  public Reading read(Sheet given, Knowledge knowledge) {
    RowSheet sheet = new RowSheet(given, KNOWN);
    sheet.noOthers(kind());
    String covariate = Columns.required(given, COVARIATE);
    Columns.required(given, List.of(IMPORTANCE));
    List<ForestSummary.Importance> importances = new ArrayList<>();
    int hidden = 0;
    for (int row = 0; row < sheet.rows(); row++) {
      if (sheet.marked(row, IMPORTANCE)) {
        hidden++;
      } else {
        importances.add(
            new ForestSummary.Importance(
                sheet.text(row, covariate), sheet.figure(row, IMPORTANCE)));
      }
    }
    OptionalLong leaf = sheet.count(0, List.of(LEAF));
    OptionalLong units = sheet.count(0, Columns.UNITS);
    if (leaf.isEmpty() || units.isEmpty() || importances.isEmpty()) {
      return sheet.partial(kind(), LEAF + ", n", List.of(), knowledge.minimum());
    }
    if (leaf.getAsLong() < 1 || leaf.getAsLong() > units.getAsLong()) {
      throw given.refuse("disclosure.elsewhere.impossible", 0, LEAF);
    }
    List<Finding> findings = new ArrayList<>();
    if (hidden > 0) {
      findings.add(sheet.hidden(hidden));
    }
    long trees = Math.max(1, sheet.count(0, List.of(TREES)).orElse(1));
    ForestSummary forest =
        new ForestSummary(
            given.id(),
            given.free("title", given.id()),
            knowledge.populations().of(given, units.getAsLong()),
            given.free("outcome", "outcome"),
            importances,
            new Evidence.Leaves(Math.toIntExact(trees), leaf.getAsLong()));
    return Reading.Whole.stated(kind(), forest, Set.of(), findings);
  }
}
