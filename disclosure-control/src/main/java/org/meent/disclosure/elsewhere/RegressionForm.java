// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.meent.disclosure.measure.Heading;
import org.meent.disclosure.measure.ModelForm;
import org.meent.disclosure.measure.RegressionRecipe;
import org.meent.disclosure.measure.Sample;
import org.meent.disclosure.measure.TermSpec;
import org.meent.disclosure.output.RegressionTable;
import org.meent.disclosure.report.Block.Verdict;

/**
 * Coefficients: {@code term}, {@code estimate} and {@code std.error}, as {@code broom::tidy} gives
 * them, every term of the model in its own row; {@code model} where a file holds several; {@code
 * form} and {@code outcome}; {@code nobs}, {@code df} and {@code r.squared}; as evidence {@code
 * units} by term, {@code parameters}, {@code patterns}, {@code smallest_pattern}, {@code
 * smallest_outcome} and {@code leverage}.
 */
final class RegressionForm implements TidyForm {
  static final List<String> TERM = List.of("term", "parm", "coefficient_name");
  static final List<String> ESTIMATE = List.of("estimate", "coefficient", "coef", "b", "beta");
  static final List<String> OBSERVATIONS = List.of("nobs", "n", "N", "n_obs", "observations");
  static final List<String> EXPLAINED = List.of("r.squared", "r_squared", "r2", "R2");
  static final String UNITS = "units";
  static final String FORM = "form";
  static final String OUTCOME = "outcome";
  private static final String MODEL = "model";
  private static final Set<String> KNOWN =
      Columns.all(
          TERM,
          ESTIMATE,
          OBSERVATIONS,
          EXPLAINED,
          List.of(UNITS, FORM, OUTCOME, MODEL, "statistic", "variable", "code"),
          StatedModel.EVIDENCE,
          Columns.ERROR,
          Columns.P,
          Columns.FREEDOM,
          Columns.FOLLOWING);
  private static final Map<String, ModelForm> FORMS =
      Map.of(
          "linear", ModelForm.LINEAR,
          "ols", ModelForm.LINEAR,
          "lm", ModelForm.LINEAR,
          "gaussian", ModelForm.LINEAR,
          "regress", ModelForm.LINEAR,
          "logistic", ModelForm.LOGISTIC,
          "logit", ModelForm.LOGISTIC,
          "binomial", ModelForm.LOGISTIC,
          "poisson", ModelForm.POISSON);

  @Override
  public String kind() {
    return "regression";
  }

  @Override
  public boolean fits(Sheet sheet) {
    return sheet.any(TERM).isPresent() && sheet.any(ESTIMATE).isPresent();
  }

  /** One output per model. */
  @Override
  public List<Sheet> parts(Sheet sheet) {
    if (!sheet.has(MODEL)) {
      return List.of(sheet);
    }
    List<Sheet> parts = new ArrayList<>();
    sheet
        .split(MODEL)
        .forEach((model, part) -> parts.add(part.renamed(part.id() + " " + model, Set.of(MODEL))));
    return parts;
  }

  @Override
  public Reading read(Sheet given, Knowledge knowledge) {
    RowSheet sheet = new RowSheet(given, KNOWN);
    sheet.noOthers(kind());
    String term = Columns.required(given, TERM);
    Columns.required(given, ESTIMATE);
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < sheet.rows(); row++) {
      if (!seen.add(sheet.text(row, term))) {
        throw given.refuse("disclosure.elsewhere.cell-twice", row, term);
      }
    }
    return knowledge.records().isPresent()
        ? withRecords(sheet, knowledge)
        : StatedModel.read(sheet, kind(), knowledge, List.of());
  }

  /** Estimates the model again where its form, its outcome and all its terms can be read. */
  private Reading withRecords(RowSheet sheet, Knowledge knowledge) {
    Sheet of = sheet.sheet();
    Sample sample = knowledge.records().orElseThrow().sample();
    String word = of.free(FORM, "linear").strip().toLowerCase(Locale.ROOT);
    ModelForm form = FORMS.get(word);
    if (form == null) {
      return again(sheet, knowledge, "elsewhere.form", word);
    }
    if (!of.has(OUTCOME)) {
      return again(sheet, knowledge, "elsewhere.needed", OUTCOME);
    }
    List<TermSpec> terms = new ArrayList<>();
    for (int row = 0; row < sheet.rows(); row++) {
      String name = sheet.text(row, Columns.required(of, TERM));
      Optional<List<TermSpec.Factor>> factors = TermWord.read(name, sample);
      if (factors.isEmpty()) {
        return again(sheet, knowledge, "elsewhere.term", name);
      }
      terms.add(new TermSpec(name, factors.get(), error(sheet, row)));
    }
    return measured(sheet, knowledge, form, terms);
  }

  private Reading again(RowSheet sheet, Knowledge knowledge, String code, String what) {
    return StatedModel.read(
        sheet,
        kind(),
        knowledge,
        List.of(
            Elsewhere.finding(Verdict.REVIEW, Elsewhere.EVIDENCE, sheet.sheet().id(), code, what)));
  }

  static double error(RowSheet sheet, int row) {
    return sheet
        .sheet()
        .any(Columns.ERROR)
        .filter(name -> !sheet.marked(row, name))
        .map(name -> notNegative(sheet, row, name))
        .orElse(0.0);
  }

  private static double notNegative(RowSheet sheet, int row, String column) {
    double error = sheet.figure(row, column);
    if (error < 0) {
      throw sheet.sheet().refuse("disclosure.elsewhere.interval", row, column);
    }
    return error;
  }

  private Reading measured(
      RowSheet sheet, Knowledge knowledge, ModelForm form, List<TermSpec> terms) {
    Sheet of = sheet.sheet();
    Sample sample = knowledge.records().orElseThrow().sample();
    String outcome = of.free(OUTCOME, "");
    if (!sample.has(outcome)) {
      throw of.refuse("disclosure.elsewhere.no-variable", 0, OUTCOME);
    }
    BitSet units = RegressionRecipe.units(sample, outcome, terms);
    Heading heading =
        new Heading(of.id(), of.free("title", of.id()), knowledge.populations().of(of, units));
    RegressionRecipe recipe = new RegressionRecipe(sample, heading, form, outcome, terms);
    RegressionTable all = (RegressionTable) Elsewhere.computed(of, recipe);
    List<String> wrong = new ArrayList<>();
    Set<Reading.Place> places = new HashSet<>();
    String estimate = Columns.required(of, ESTIMATE);
    for (int row = 0; row < terms.size(); row++) {
      boolean marked = sheet.marked(row, estimate);
      if (!marked) {
        sheet.figure(row, estimate);
      }
      boolean agrees =
          marked
              || Rounded.agrees(
                  sheet.text(row, estimate), List.of(all.terms().get(row).estimate()));
      OptionalLong shown = sheet.count(row, List.of(UNITS));
      if (!agrees || (shown.isPresent() && shown.getAsLong() != all.terms().get(row).units())) {
        wrong.add(terms.get(row).name());
      }
      if (marked) {
        places.addAll(List.of(new Reading.Place(row, 1), new Reading.Place(row, 2)));
      }
      if (shown.isEmpty()) {
        places.add(new Reading.Place(row, 3));
      }
    }
    wrong.addAll(fit(sheet, all, units.cardinality()));
    Elsewhere.contradicts(of, estimate, wrong, sample.size());
    if (sheet.count(0, Columns.FREEDOM).isEmpty()) {
      places.add(new Reading.Place(terms.size(), 1));
    }
    return Reading.Whole.measured(kind(), shown(of, all), places, Optional.of(recipe));
  }

  /** Figures of the whole model that the records do not give. */
  private static List<String> fit(RowSheet sheet, RegressionTable all, int units) {
    List<String> wrong = new ArrayList<>();
    OptionalLong observations = sheet.count(0, OBSERVATIONS);
    OptionalLong freedom = sheet.count(0, Columns.FREEDOM);
    if (observations.isPresent() && observations.getAsLong() != units) {
      wrong.add("nobs");
    }
    if (freedom.isPresent() && freedom.getAsLong() != all.evidence().residualDegreesOfFreedom()) {
      wrong.add("df");
    }
    Optional<String> explained =
        sheet.sheet().any(EXPLAINED).filter(name -> !sheet.marked(0, name));
    if (explained.isPresent() && all.rSquared().isPresent()) {
      sheet.figure(0, explained.get());
      boolean agrees =
          Rounded.agrees(sheet.text(0, explained.get()), List.of(all.rSquared().getAsDouble()));
      wrong.addAll(agrees ? List.of() : List.of(explained.get()));
    }
    return wrong;
  }

  /** What the file shows of the model: R squared only where it does. */
  private static RegressionTable shown(Sheet of, RegressionTable all) {
    boolean explained =
        of.any(EXPLAINED).filter(name -> !new Cells(of).marked(0, name)).isPresent();
    return explained
        ? all
        : new RegressionTable(
            all.id(),
            all.title(),
            all.population(),
            all.form(),
            all.outcomeLabel(),
            all.terms(),
            OptionalDouble.empty(),
            all.evidence());
  }
}
