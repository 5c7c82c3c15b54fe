// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.measure.ConcentrationRecipe;
import org.meent.disclosure.measure.ConcentrationRecipe.Wanted;
import org.meent.disclosure.measure.Heading;
import org.meent.disclosure.measure.Sample;
import org.meent.disclosure.output.Concentration;
import org.meent.disclosure.output.Concentration.Index;
import org.meent.disclosure.output.ConcentrationTable;
import org.meent.disclosure.output.MagnitudeCell;

/**
 * Indices of concentration: {@code index} and {@code value}, or one column for each ({@code gini},
 * {@code hhi}, {@code cr4}); {@code n}, and as evidence {@code sum}, {@code largest} and {@code
 * second}. Every other column is a variable whose group the row is.
 */
final class ConcentrationForm implements TidyForm {
  private static final String INDEX = "index";
  private static final int SCALE = 4;
  private static final Pattern FEW =
      Pattern.compile("(?:cr|share_top_|concentration[ _]ratio[ _])([1-9][0-9]{0,2})");
  private static final List<String> EVIDENCE = List.of("sum", "largest", "second");
  private static final Set<String> KNOWN =
      Columns.all(List.of(INDEX), Columns.VALUE, Columns.UNITS, EVIDENCE);

  @Override
  public String kind() {
    return "concentration";
  }

  private static boolean heads(String heading) {
    return heading.matches("(?i)gini|hhi|herfindahl")
        || FEW.matcher(heading.toLowerCase(Locale.ROOT)).matches();
  }

  @Override
  public boolean fits(Sheet sheet) {
    return sheet.columns().stream().anyMatch(ConcentrationForm::heads)
        || (sheet.has(INDEX) && sheet.any(Columns.VALUE).isPresent());
  }

  @Override
  public Reading read(Sheet given, Knowledge knowledge) {
    boolean wide = given.columns().stream().anyMatch(ConcentrationForm::heads);
    RowSheet sheet =
        new RowSheet(wide ? Melted.of(given, ConcentrationForm::heads, INDEX) : given, KNOWN);
    String value = Columns.required(sheet.sheet(), Columns.VALUE);
    List<Wanted> wanted = new ArrayList<>();
    for (int row = 0; row < sheet.rows(); row++) {
      wanted.add(wanted(sheet, row));
    }
    if (new HashSet<>(wanted).size() != wanted.size()) {
      throw given.refuse("disclosure.elsewhere.cell-twice", 0, INDEX);
    }
    return knowledge.records().isPresent()
        ? measured(sheet, knowledge, wanted, value)
        : stated(sheet, knowledge, wanted, value);
  }

  private static Wanted wanted(RowSheet sheet, int row) {
    String word = sheet.text(row, INDEX).toLowerCase(Locale.ROOT);
    Matcher few = FEW.matcher(word);
    if (few.matches()) {
      return new Wanted(
          sheet.group(row), Index.CONCENTRATION_RATIO, Integer.parseInt(few.group(1)));
    }
    return switch (word) {
      case "gini" -> new Wanted(sheet.group(row), Index.GINI, 0);
      case "hhi", "herfindahl" -> new Wanted(sheet.group(row), Index.HERFINDAHL, 0);
      default ->
          throw sheet
              .sheet()
              .refuse("disclosure.elsewhere.word", row, INDEX, "gini, hhi, herfindahl, cr1, cr2 …");
    };
  }

  private Reading measured(RowSheet sheet, Knowledge knowledge, List<Wanted> wanted, String value) {
    Sample sample = knowledge.records().orElseThrow().sample();
    Sheet of = sheet.sheet();
    String measure = of.free("measure", "amount");
    Heading heading = knowledge.heading(of, List.of(measure));
    ConcentrationRecipe recipe = new ConcentrationRecipe(sample, heading, measure, wanted);
    ConcentrationTable table = (ConcentrationTable) Elsewhere.computed(of, recipe);
    List<String> wrong = new ArrayList<>();
    Set<Reading.Place> places = new HashSet<>();
    for (int row = 0; row < wanted.size(); row++) {
      boolean marked = sheet.marked(row, value);
      OptionalLong shown = sheet.count(row, Columns.UNITS);
      long units = table.rows().get(row).contributors().units();
      if (!marked) {
        sheet.figure(row, value);
      }
      boolean agrees =
          marked || Rounded.agrees(sheet.text(row, value), recipe.values(wanted.get(row)));
      if (!agrees || (shown.isPresent() && shown.getAsLong() != units)) {
        wrong.add(sheet.name(row, sheet.text(row, INDEX)));
      }
      if (marked) {
        places.add(new Reading.Place(row, 2));
      }
      if (shown.isEmpty()) {
        places.add(new Reading.Place(row, 3));
      }
    }
    Elsewhere.contradicts(of, value, wrong, sample.size());
    return Reading.Whole.measured(kind(), table, places, Optional.of(recipe));
  }

  private Reading stated(RowSheet sheet, Knowledge knowledge, List<Wanted> wanted, String value) {
    List<Concentration> rows = new ArrayList<>();
    int hidden = 0;
    for (int row = 0; row < wanted.size(); row++) {
      OptionalLong n = sheet.count(row, Columns.UNITS);
      if (sheet.marked(row, value)) {
        hidden++;
      } else if (n.isEmpty()) {
        sheet.unjudged(sheet.name(row, sheet.text(row, INDEX)), "n, sum, largest, second");
      } else {
        rows.add(row(sheet, row, wanted.get(row), value, n.getAsLong()));
      }
    }
    List<Finding> findings = sheet.findings(hidden, knowledge.minimum());
    Sheet of = sheet.sheet();
    if (rows.isEmpty()) {
      return new Reading.Partial(of.id(), kind(), findings);
    }
    long all =
        Groups.everybody(
            rows.stream().map(Concentration::group).toList(),
            rows.stream().map(row -> row.contributors().units()).toList());
    Set<String> unknown =
        sheet.hasGap(String.join(", ", EVIDENCE))
            ? Set.of(
                "looked.dominance-1-share", "looked.dominance-2-share", "looked.p-percent-share")
            : Set.of();
    return Reading.Whole.stated(
        kind(),
        new ConcentrationTable(
            of.id(),
            of.free("title", of.id()),
            knowledge.populations().of(of, all),
            of.free("measure", "amount"),
            of.free("measure", "amount"),
            rows),
        unknown,
        findings);
  }

  private static Concentration row(RowSheet sheet, int row, Wanted one, String value, long n) {
    double figure = sheet.figure(row, value);
    if (!(figure >= 0 && figure <= 1)) {
      throw sheet.sheet().refuse("disclosure.elsewhere.impossible", row, value);
    }
    boolean known = EVIDENCE.stream().allMatch(sheet.sheet()::has);
    if (!known) {
      sheet.gap(String.join(", ", EVIDENCE));
    }
    long sum = known ? amount(sheet, row, "sum") : n;
    long largest = known ? amount(sheet, row, "largest") : Math.min(n, 1);
    long second = known ? amount(sheet, row, "second") : n > 1 ? 1 : 0;
    if (second > largest || largest + second > sum) {
      throw sheet.sheet().refuse("disclosure.elsewhere.contributors", row, value);
    }
    MagnitudeCell cell =
        n == 1
            ? new MagnitudeCell(1, sum, sum, sum, 0)
            : new MagnitudeCell(n, sum, sum, largest, second);
    return new Concentration(one.group(), one.index(), one.largest(), figure, cell);
  }

  private static long amount(RowSheet sheet, int row, String column) {
    BigDecimal amount = new Cells(sheet.sheet()).amount(row, column);
    return amount.abs().setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
  }
}
