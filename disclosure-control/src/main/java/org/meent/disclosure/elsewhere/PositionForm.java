// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.measure.Heading;
import org.meent.disclosure.measure.PositionRecipe;
import org.meent.disclosure.measure.Sample;
import org.meent.disclosure.output.Position;
import org.meent.disclosure.output.Position.Point;
import org.meent.disclosure.output.PositionEvidence;
import org.meent.disclosure.output.PositionTable;

/**
 * Quantiles and end points: {@code point} and {@code value}, or one column for each ({@code p25},
 * {@code median}, {@code max}); {@code n}, and as evidence {@code below}, {@code at}, {@code above}
 * and {@code rounded_to}. Every other column is a variable whose group the row is.
 */
final class PositionForm implements TidyForm {
  private static final String AT = "at";
  private static final String ROUNDED = "rounded_to";
  private static final List<String> POINT =
      List.of("point", "quantile", "probability", "probs", "percentile", "stat");
  private static final Set<String> KNOWN =
      Columns.all(POINT, Columns.VALUE, Columns.UNITS, List.of("below", AT, "above", ROUNDED));

  @Override
  public String kind() {
    return "positions";
  }

  @Override
  public boolean fits(Sheet sheet) {
    boolean wide = sheet.columns().stream().anyMatch(PointWord::heads);
    return wide || (sheet.any(POINT).isPresent() && sheet.any(Columns.VALUE).isPresent());
  }

  @Override
  public Reading read(Sheet given, Knowledge knowledge) {
    boolean wide = given.columns().stream().anyMatch(PointWord::heads);
    RowSheet sheet =
        new RowSheet(wide ? Melted.of(given, PointWord::heads, "point") : given, KNOWN);
    String value = Columns.required(sheet.sheet(), Columns.VALUE);
    List<PositionRecipe.Wanted> wanted = wanted(sheet, value);
    return knowledge.records().isPresent()
        ? measured(sheet, knowledge, wanted, value)
        : stated(sheet, knowledge, wanted);
  }

  private static List<PositionRecipe.Wanted> wanted(RowSheet sheet, String value) {
    String point = Columns.required(sheet.sheet(), POINT);
    List<PositionRecipe.Wanted> wanted = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    for (int row = 0; row < sheet.rows(); row++) {
      Optional<PointWord> word = PointWord.of(sheet.text(row, point));
      if (word.isEmpty()) {
        throw sheet.sheet().refuse("disclosure.elsewhere.point", row, point);
      }
      SortedMap<String, String> group = sheet.group(row);
      if (!seen.add(List.of(group, word.get()))) {
        throw sheet.sheet().refuse("disclosure.elsewhere.cell-twice", row, point);
      }
      OptionalDouble figure =
          sheet.marked(row, value)
              ? OptionalDouble.empty()
              : OptionalDouble.of(sheet.figure(row, value));
      wanted.add(new PositionRecipe.Wanted(group, word.get().point(), word.get().share(), figure));
    }
    return wanted;
  }

  private Reading measured(
      RowSheet sheet, Knowledge knowledge, List<PositionRecipe.Wanted> wanted, String value) {
    Sample sample = knowledge.records().orElseThrow().sample();
    Sheet of = sheet.sheet();
    String measure = of.free("measure", "amount");
    Heading heading = knowledge.heading(of, List.of(measure));
    PositionRecipe recipe =
        new PositionRecipe(sample, heading, measure, wanted, width(sheet, value, sample, measure));
    List<String> wrong = new ArrayList<>();
    Set<Reading.Place> places = new HashSet<>();
    for (int row = 0; row < wanted.size(); row++) {
      PositionRecipe.Wanted one = wanted.get(row);
      double half = sheet.marked(row, value) ? 0 : Rounded.half(sheet.text(row, value));
      double slack = Math.max(recipe.width() / 2, half * 1.000001);
      long units = sample.values(measure, one.group()).length;
      OptionalLong shown = sheet.count(row, Columns.UNITS);
      boolean agrees =
          one.stated().isEmpty() || recipe.gives(one, one.stated().getAsDouble(), slack);
      if (!agrees || units == 0 || (shown.isPresent() && shown.getAsLong() != units)) {
        wrong.add(sheet.name(row, sheet.text(row, Columns.required(of, POINT))));
      }
      if (one.stated().isEmpty()) {
        places.add(new Reading.Place(row, 2));
      }
      if (shown.isEmpty()) {
        places.add(new Reading.Place(row, 3));
      }
    }
    Elsewhere.contradicts(of, value, wrong, sample.size());
    return Reading.Whole.measured(
        kind(), Elsewhere.computed(of, recipe), places, Optional.of(recipe));
  }

  /**
   * What the values are rounded to: said in the file, or seen from digits that the records have.
   */
  private static double width(RowSheet sheet, String value, Sample sample, String measure) {
    if (sheet.sheet().has(ROUNDED)) {
      double width = sheet.figure(0, ROUNDED);
      for (int row = 0; row < sheet.rows(); row++) {
        boolean multiple =
            sheet.marked(row, value)
                || Math.abs(StrictMath.IEEEremainder(sheet.figure(row, value), width))
                    <= 1e-6 * width;
        if (!(width > 0) || sheet.figure(row, ROUNDED) != width || !multiple) {
          throw sheet.sheet().refuse("disclosure.elsewhere.rounded", row, ROUNDED);
        }
      }
      return width;
    }
    int scale = Integer.MIN_VALUE;
    for (int row = 0; row < sheet.rows(); row++) {
      scale =
          sheet.marked(row, value)
              ? scale
              : Math.max(scale, new BigDecimal(sheet.text(row, value)).scale());
    }
    boolean rounded = scale != Integer.MIN_VALUE && Math.max(0, scale) < sample.scale(measure);
    return rounded ? StrictMath.pow(10, -Math.max(0, scale)) : 0;
  }

  private Reading stated(RowSheet sheet, Knowledge knowledge, List<PositionRecipe.Wanted> wanted) {
    List<Position> rows = new ArrayList<>();
    int hidden = 0;
    for (int row = 0; row < wanted.size(); row++) {
      PositionRecipe.Wanted one = wanted.get(row);
      if (one.stated().isEmpty()) {
        hidden++;
      } else {
        evidence(sheet, row, one)
            .ifPresent(
                found ->
                    rows.add(
                        new Position(
                            one.group(),
                            one.point(),
                            one.share(),
                            one.stated().getAsDouble(),
                            found)));
      }
    }
    List<Finding> findings = sheet.findings(hidden, knowledge.minimum());
    Sheet of = sheet.sheet();
    if (rows.isEmpty()) {
      return findings.isEmpty()
          ? sheet.partial(kind(), "n, below, at, above", List.of(), knowledge.minimum())
          : new Reading.Partial(of.id(), kind(), findings);
    }
    long all =
        Groups.everybody(
            rows.stream().map(Position::group).toList(),
            rows.stream().map(row -> row.evidence().units()).toList());
    PositionTable table =
        new PositionTable(
            of.id(),
            of.free("title", of.id()),
            knowledge.populations().of(of, all),
            of.free("measure", "amount"),
            of.free("measure", "amount"),
            rows);
    Set<String> unknown =
        sheet.hasGap(AT) ? Set.of("position.pass", "looked.position-value-units") : Set.of();
    return Reading.Whole.stated(kind(), table, unknown, findings);
  }

  /** What the file says of the units about a value; empty where that is too little. */
  private static Optional<PositionEvidence> evidence(
      RowSheet sheet, int row, PositionRecipe.Wanted one) {
    OptionalLong at = sheet.count(row, List.of(AT));
    OptionalLong below = sheet.count(row, List.of("below"));
    OptionalLong above = sheet.count(row, List.of("above"));
    OptionalLong n = sheet.count(row, Columns.UNITS);
    if (at.isEmpty()) {
      sheet.gap(AT);
    }
    boolean quantile = one.point() == Point.QUANTILE;
    if (!quantile && (at.isEmpty() || n.isEmpty())) {
      sheet.unjudged(sheet.name(row, "value"), "n, at");
      return Optional.empty();
    }
    if (quantile && n.isEmpty() && (below.isEmpty() || above.isEmpty())) {
      sheet.unjudged(sheet.name(row, "value"), "n");
      return Optional.empty();
    }
    long here = at.orElse(0);
    long all = n.orElseGet(() -> below.orElse(0) + here + above.orElse(0));
    long under =
        switch (one.point()) {
          case MINIMUM -> 0;
          case MAXIMUM -> all - here;
          case QUANTILE, MODE, LOWER_WHISKER, UPPER_WHISKER ->
              below.orElseGet(
                  () -> Math.min(all - here, (long) StrictMath.floor(one.share() * all)));
        };
    if (under + here > all || (above.isPresent() && under + here + above.getAsLong() != all)) {
      throw sheet.sheet().refuse("disclosure.elsewhere.about", row, AT);
    }
    return Optional.of(new PositionEvidence(under, here, all - under - here));
  }
}
