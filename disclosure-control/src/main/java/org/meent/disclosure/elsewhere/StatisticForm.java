// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.measure.Heading;
import org.meent.disclosure.measure.Sample;
import org.meent.disclosure.measure.StatisticRecipe;
import org.meent.disclosure.output.Statistic;
import org.meent.disclosure.output.Statistic.Measure;
import org.meent.disclosure.output.StatisticEvidence;
import org.meent.disclosure.output.StatisticTable;

/**
 * Correlations, moments and tests: {@code statistic}, {@code of}, {@code by} (the second variable)
 * and {@code value}; {@code p.value}, {@code n}, and as evidence {@code df}, {@code smallest_group}
 * and {@code largest_share}. Every other column is a variable whose group the row is.
 */
final class StatisticForm implements TidyForm {
  private static final String STATISTIC = "statistic";
  private static final String SMALLEST = "smallest_group";
  private static final String SHARE = "largest_share";
  private static final List<String> OF = List.of("of", "variable", "x");
  private static final List<String> BY = List.of("by", "with", "y");
  private static final Set<String> KNOWN =
      Columns.all(
          List.of(STATISTIC, SMALLEST, SHARE),
          OF,
          BY,
          Columns.VALUE,
          Columns.P,
          Columns.UNITS,
          Columns.FREEDOM,
          Columns.FOLLOWING);
  private static final Map<String, Measure> WORDS =
      Map.ofEntries(
          Map.entry("correlation", Measure.CORRELATION),
          Map.entry("pearson", Measure.CORRELATION),
          Map.entry("spearman", Measure.CORRELATION),
          Map.entry("sd", Measure.STANDARD_DEVIATION),
          Map.entry("standard_deviation", Measure.STANDARD_DEVIATION),
          Map.entry("skewness", Measure.SKEWNESS),
          Map.entry("kurtosis", Measure.KURTOSIS),
          Map.entry("t", Measure.T_TEST),
          Map.entry("t_test", Measure.T_TEST),
          Map.entry("f", Measure.F_TEST),
          Map.entry("f_test", Measure.F_TEST),
          Map.entry("anova", Measure.F_TEST),
          Map.entry("chi2", Measure.CHI_SQUARED_TEST),
          Map.entry("chi_squared", Measure.CHI_SQUARED_TEST),
          Map.entry("wilcoxon", Measure.RANK_TEST),
          Map.entry("kruskal", Measure.RANK_TEST),
          Map.entry("rank_test", Measure.RANK_TEST),
          Map.entry("log_rank", Measure.LOG_RANK_TEST),
          Map.entry("logrank", Measure.LOG_RANK_TEST),
          Map.entry("r_squared", Measure.R_SQUARED),
          Map.entry("r.squared", Measure.R_SQUARED),
          Map.entry("r2", Measure.R_SQUARED));

  @Override
  public String kind() {
    return "statistics";
  }

  @Override
  public boolean fits(Sheet sheet) {
    return sheet.has(STATISTIC) && sheet.any(Columns.VALUE).isPresent() && !sheet.has("term");
  }

  @Override
  public Reading read(Sheet given, Knowledge knowledge) {
    RowSheet sheet = new RowSheet(given, KNOWN);
    String value = Columns.required(given, Columns.VALUE);
    List<StatisticRecipe.Wanted> wanted = new ArrayList<>();
    for (int row = 0; row < sheet.rows(); row++) {
      wanted.add(wanted(sheet, row));
    }
    if (new HashSet<>(wanted).size() != wanted.size()) {
      throw given.refuse("disclosure.elsewhere.cell-twice", 0, STATISTIC);
    }
    boolean all = wanted.stream().allMatch(one -> StatisticRecipe.computes(one.measure()));
    return knowledge.records().isPresent() && all
        ? measured(sheet, knowledge, wanted, value)
        : stated(sheet, knowledge, wanted, value);
  }

  private static StatisticRecipe.Wanted wanted(RowSheet sheet, int row) {
    String word =
        sheet.text(row, STATISTIC).toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    Measure measure = WORDS.get(word);
    if (measure == null) {
      throw sheet
          .sheet()
          .refuse(
              "disclosure.elsewhere.word",
              row,
              STATISTIC,
              String.join(", ", WORDS.keySet().stream().sorted().toList()));
    }
    Optional<String> p = sheet.sheet().any(Columns.P).filter(name -> !sheet.marked(row, name));
    return new StatisticRecipe.Wanted(
        sheet.group(row),
        measure,
        sheet.sheet().any(OF).map(column -> sheet.text(row, column)).orElse("amount"),
        sheet.sheet().any(BY).map(column -> sheet.text(row, column)).orElse(""),
        p.isPresent() ? OptionalDouble.of(sheet.figure(row, p.get())) : OptionalDouble.empty());
  }

  private Reading measured(
      RowSheet sheet, Knowledge knowledge, List<StatisticRecipe.Wanted> wanted, String value) {
    Sample sample = knowledge.records().orElseThrow().sample();
    Sheet of = sheet.sheet();
    Set<String> variables = new java.util.TreeSet<>();
    for (StatisticRecipe.Wanted one : wanted) {
      variables.add(one.first());
      variables.addAll(one.second().isEmpty() ? Set.of() : Set.of(one.second()));
    }
    boolean one = wanted.stream().map(StatisticRecipe.Wanted::of).distinct().count() == 1;
    Heading heading = knowledge.heading(of, one ? variables : Set.<String>of());
    StatisticRecipe recipe = new StatisticRecipe(sample, heading, wanted);
    List<String> wrong = new ArrayList<>();
    Set<Reading.Place> places = new HashSet<>();
    StatisticTable table = (StatisticTable) Elsewhere.computed(of, recipe);
    for (int row = 0; row < wanted.size(); row++) {
      OptionalLong shown = sheet.count(row, Columns.UNITS);
      boolean marked = sheet.marked(row, value);
      if (!marked) {
        sheet.figure(row, value);
      }
      boolean agrees =
          marked || Rounded.agrees(sheet.text(row, value), recipe.values(wanted.get(row)));
      boolean counted =
          shown.isEmpty() || shown.getAsLong() == table.rows().get(row).evidence().units();
      if (!agrees || !counted) {
        wrong.add(sheet.name(row, sheet.text(row, STATISTIC) + " " + wanted.get(row).of()));
      }
      if (marked) {
        places.addAll(List.of(new Reading.Place(row, 3), new Reading.Place(row, 4)));
      }
      if (shown.isEmpty()) {
        places.add(new Reading.Place(row, 5));
      }
    }
    Elsewhere.contradicts(of, value, wrong, sample.size());
    return Reading.Whole.measured(kind(), table, places, Optional.of(recipe));
  }

  private Reading stated(
      RowSheet sheet, Knowledge knowledge, List<StatisticRecipe.Wanted> wanted, String value) {
    List<Statistic> rows = new ArrayList<>();
    int hidden = 0;
    for (int row = 0; row < wanted.size(); row++) {
      StatisticRecipe.Wanted one = wanted.get(row);
      OptionalLong n = sheet.count(row, Columns.UNITS);
      if (sheet.marked(row, value)) {
        hidden++;
      } else if (n.isEmpty()) {
        sheet.unjudged(sheet.name(row, sheet.text(row, STATISTIC)), "n");
      } else {
        rows.add(stated(sheet, row, one, value, n.getAsLong()));
      }
    }
    List<Finding> findings = sheet.findings(hidden, knowledge.minimum());
    Sheet of = sheet.sheet();
    if (rows.isEmpty()) {
      return new Reading.Partial(of.id(), kind(), findings);
    }
    long all =
        Groups.everybody(
            rows.stream().map(Statistic::group).toList(),
            rows.stream().map(row -> row.evidence().units()).toList());
    Set<String> unknown = new HashSet<>();
    if (sheet.hasGap(SMALLEST)) {
      unknown.add("statistic.pass");
    }
    if (sheet.hasGap(SHARE)) {
      unknown.add("looked.dominance-1-share");
    }
    return Reading.Whole.stated(
        kind(),
        new StatisticTable(
            of.id(), of.free("title", of.id()), knowledge.populations().of(of, all), rows),
        unknown,
        findings);
  }

  private static Statistic stated(
      RowSheet sheet, int row, StatisticRecipe.Wanted one, String value, long n) {
    boolean compares =
        switch (one.measure()) {
          case T_TEST, F_TEST, CHI_SQUARED_TEST, RANK_TEST, LOG_RANK_TEST -> true;
          case CORRELATION, STANDARD_DEVIATION, SKEWNESS, KURTOSIS, R_SQUARED -> false;
        };
    OptionalLong smallest = sheet.count(row, List.of(SMALLEST));
    if (compares && smallest.isEmpty()) {
      sheet.gap(SMALLEST);
    }
    boolean shared = sheet.sheet().has(SHARE) && !sheet.marked(row, SHARE);
    if (!shared && one.measure() != Measure.CHI_SQUARED_TEST) {
      sheet.gap(SHARE);
    }
    long freedom = sheet.count(row, Columns.FREEDOM).orElse(Math.max(0, n - 2));
    double share = shared ? sheet.figure(row, SHARE) : 0;
    double figure = sheet.figure(row, value);
    boolean p = one.probability().isPresent() && !(one.probability().getAsDouble() <= 1);
    boolean beyond = one.measure() == Measure.CORRELATION && Math.abs(figure) > 1;
    boolean negative = one.measure() == Measure.STANDARD_DEVIATION && figure < 0;
    if (!(share >= 0 && share <= 1) || smallest.orElse(0) > n || p || beyond || negative) {
      throw sheet.sheet().refuse("disclosure.elsewhere.impossible", row, value);
    }
    // The degrees of freedom of a table are those of its cells, not what is left of its units.
    long left = one.measure() == Measure.CHI_SQUARED_TEST ? Math.max(0, n - 1 - freedom) : freedom;
    return new Statistic(
        one.group(),
        one.measure(),
        one.of(),
        figure,
        one.probability(),
        new StatisticEvidence(n, Math.min(n, left), smallest.orElse(n), share));
  }
}
