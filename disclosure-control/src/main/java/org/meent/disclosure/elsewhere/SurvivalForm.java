// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.measure.Followed;
import org.meent.disclosure.measure.Heading;
import org.meent.disclosure.measure.Sample;
import org.meent.disclosure.measure.SurvivalRecipe;
import org.meent.disclosure.output.SurvivalStep;
import org.meent.disclosure.output.SurvivalTable;

/**
 * Survival by time: {@code time}, {@code n.risk}, {@code n.event}, {@code n.censor} and {@code
 * estimate}, as {@code tidy(survfit(…))} and {@code sts list} give them; {@code strata} or columns
 * of codes say whose curve it is. {@code duration}, {@code event} and {@code case} say where the
 * records hold them.
 */
final class SurvivalForm implements TidyForm {
  static final List<String> TIME = List.of("time", "Time", "_t");
  static final List<String> RISK =
      List.of("n.risk", "at_risk", "n_risk", "begin", "num at risk", "atrisk");
  static final List<String> EVENTS = List.of("n.event", "events", "n_event", "fail", "num events");
  static final List<String> CENSORED =
      List.of("n.censor", "censored", "n_censor", "net_lost", "lost");
  static final List<String> SURVIVAL =
      List.of("estimate", "survival", "surv", "survivor", "Surv prob");
  private static final String STRATA = "strata";
  private static final String DURATION = "duration";
  private static final String EVENT = "event";
  private static final String CASE = "case";
  private static final Set<String> KNOWN =
      Columns.all(
          TIME,
          RISK,
          EVENTS,
          CENSORED,
          SURVIVAL,
          List.of(STRATA, DURATION, EVENT, CASE, "Surv prob SE", "lb", "ub"),
          Columns.ERROR,
          Columns.FOLLOWING);

  @Override
  public String kind() {
    return "survival";
  }

  @Override
  public boolean fits(Sheet sheet) {
    return sheet.any(TIME).isPresent()
        && sheet.any(SURVIVAL).isPresent()
        && (sheet.any(RISK).isPresent()
            || sheet.any(EVENTS).isPresent()
            || sheet.has(STRATA)
            || sheet.any(SURVIVAL).filter(name -> !name.equals("estimate")).isPresent());
  }

  @Override
  public Reading read(Sheet given, Knowledge knowledge) {
    RowSheet sheet = new RowSheet(given, KNOWN);
    String time = Columns.required(given, TIME);
    Columns.required(given, SURVIVAL);
    SequencedMap<SortedMap<String, String>, List<Integer>> curves = new LinkedHashMap<>();
    for (int row = 0; row < sheet.rows(); row++) {
      List<Integer> rows = curves.computeIfAbsent(group(sheet, row), g -> new ArrayList<>());
      if (!rows.isEmpty() && sheet.figure(rows.getLast(), time) >= sheet.figure(row, time)) {
        throw given.refuse("disclosure.elsewhere.times", row, time);
      }
      rows.add(row);
    }
    if (knowledge.records().isPresent()) {
      return measured(sheet, knowledge, curves);
    }
    if (given.any(RISK).isEmpty() || given.any(EVENTS).isEmpty()) {
      return sheet.partial(kind(), "n.risk, n.event, n.censor", List.of(), knowledge.minimum());
    }
    return stated(sheet, knowledge, curves);
  }

  /** Columns of codes, and what R writes of them in one column, as in {@code sex=1, age=2}. */
  private static SortedMap<String, String> group(RowSheet sheet, int row) {
    TreeMap<String, String> group = new TreeMap<>(sheet.group(row));
    String strata = sheet.sheet().has(STRATA) ? sheet.text(row, STRATA) : "";
    for (String part : strata.isEmpty() ? List.<String>of() : List.of(strata.split(",", -1))) {
      int equals = part.indexOf('=');
      boolean total = equals < 0 && Cross.isTotal(part.strip());
      if (!total) {
        group.put(
            equals < 0 ? STRATA : part.substring(0, equals).strip(),
            part.substring(equals + 1).strip());
      }
    }
    return group;
  }

  private static List<Double> times(RowSheet sheet) {
    TreeSet<Double> times = new TreeSet<>();
    String time = Columns.required(sheet.sheet(), TIME);
    for (int row = 0; row < sheet.rows(); row++) {
      times.add(sheet.figure(row, time));
    }
    return List.copyOf(times);
  }

  private Reading measured(
      RowSheet sheet,
      Knowledge knowledge,
      SequencedMap<SortedMap<String, String>, List<Integer>> curves) {
    Sample sample = knowledge.records().orElseThrow().sample();
    Sheet of = sheet.sheet();
    String duration = of.free(DURATION, "time");
    String event = of.free(EVENT, "event");
    Heading heading = knowledge.heading(of, List.of(duration, event));
    SurvivalRecipe shown =
        new SurvivalRecipe(
            sample,
            heading,
            duration,
            event,
            of.free(CASE, "1"),
            List.copyOf(curves.keySet()),
            times(sheet));
    Map<SortedMap<String, String>, Followed> followed = new HashMap<>();
    curves.sequencedKeySet().forEach(group -> followed.put(group, shown.followed(group)));
    List<Double> times = times(sheet, curves, followed);
    SurvivalRecipe recipe = shown.over(times);
    SurvivalTable table = (SurvivalTable) Elsewhere.computed(of, recipe);
    List<String> wrong = new ArrayList<>();
    Set<Reading.Place> places = new HashSet<>();
    int curve = 0;
    for (Map.Entry<SortedMap<String, String>, List<Integer>> one : curves.entrySet()) {
      Followed all = Objects.requireNonNull(followed.get(one.getKey()));
      double before = Double.NEGATIVE_INFINITY;
      for (int row : one.getValue()) {
        double time = sheet.figure(row, Columns.required(of, TIME));
        List<SurvivalStep> steps = table.curves().get(curve).steps();
        if (!agrees(sheet, row, steps, before, all)) {
          wrong.add(String.join(" / ", one.getKey().values()) + " " + time);
        }
        before = time;
      }
      places.addAll(places(sheet, one.getValue(), curve, times));
      curve++;
    }
    Elsewhere.contradicts(of, Columns.required(of, SURVIVAL), wrong, sample.size());
    return Reading.Whole.measured(kind(), table, places, Optional.of(recipe));
  }

  /** What a curve does not show: a time without a row shows nothing. */
  private static Set<Reading.Place> places(
      RowSheet sheet, List<Integer> rows, int curve, List<Double> times) {
    Set<Reading.Place> places = new HashSet<>();
    String time = Columns.required(sheet.sheet(), TIME);
    for (int step = 0; step < times.size(); step++) {
      int at = curve * times.size() + step;
      double end = times.get(step);
      Optional<Integer> row = rows.stream().filter(r -> sheet.figure(r, time) == end).findFirst();
      if (row.isEmpty() || sheet.count(row.get(), RISK).isEmpty()) {
        places.add(new Reading.Place(at, 2));
      }
      boolean shown =
          row.isPresent() && !sheet.marked(row.get(), Columns.required(sheet.sheet(), SURVIVAL));
      if (!shown) {
        places.add(new Reading.Place(at, 3));
      }
    }
    return places;
  }

  /**
   * Whether a row shows the events and the censored since the row before, and the survival by now:
   * as the product over the steps, or over every time at which somebody had the event.
   */
  private static boolean agrees(
      RowSheet sheet, int row, List<SurvivalStep> steps, double before, Followed all) {
    double time = sheet.figure(row, Columns.required(sheet.sheet(), TIME));
    long events = 0;
    long censored = 0;
    long atRisk = 0;
    double product = 1;
    for (SurvivalStep step : steps) {
      if (step.time() <= time) {
        boolean since = step.time() > before;
        events += since ? step.events() : 0;
        censored += since ? step.censored() : 0;
        atRisk = step.atRisk();
        product *= step.atRisk() == 0 ? 1 : 1 - (double) step.events() / step.atRisk();
      }
    }
    boolean counts =
        shows(sheet, row, RISK, atRisk)
            && shows(sheet, row, EVENTS, events)
            && shows(sheet, row, CENSORED, censored);
    String survival = Columns.required(sheet.sheet(), SURVIVAL);
    if (!counts || sheet.marked(row, survival)) {
      return counts;
    }
    sheet.figure(row, survival);
    return Rounded.agrees(sheet.text(row, survival), List.of(product, all.survival(time)));
  }

  private static boolean shows(RowSheet sheet, int row, List<String> columns, long count) {
    OptionalLong shown = sheet.count(row, columns);
    return shown.isEmpty() || shown.getAsLong() == count;
  }

  /**
   * The times of the rows. Where units at risk are those right before a time, and somebody left
   * since the row before without a row, there is one more step that ends then: what is shown tells
   * of it.
   */
  private static List<Double> times(
      RowSheet sheet,
      SequencedMap<SortedMap<String, String>, List<Integer>> curves,
      Map<SortedMap<String, String>, Followed> followed) {
    TreeSet<Double> times = new TreeSet<>(times(sheet));
    String column = Columns.required(sheet.sheet(), TIME);
    curves.forEach(
        (group, rows) -> {
          Followed all = Objects.requireNonNull(followed.get(group));
          double before = Double.NEGATIVE_INFINITY;
          for (int row : rows) {
            double time = sheet.figure(row, column);
            OptionalLong risk = sheet.count(row, RISK);
            boolean right = risk.isPresent() && risk.getAsLong() == all.atRisk(time);
            if (right && all.before(time) > before && all.before(time) < time) {
              times.add(all.before(time));
            }
            before = time;
          }
        });
    return List.copyOf(times);
  }

  private Reading stated(
      RowSheet sheet,
      Knowledge knowledge,
      SequencedMap<SortedMap<String, String>, List<Integer>> curves) {
    Sheet of = sheet.sheet();
    List<Double> times = times(sheet);
    if (hidden(sheet) > 0) {
      List<Finding> findings = new ArrayList<>(List.of(sheet.hidden(hidden(sheet))));
      findings.addAll(
          sheet.small(
              List.of(Columns.required(of, RISK), Columns.required(of, EVENTS)),
              knowledge.minimum()));
      return new Reading.Partial(of.id(), kind(), findings);
    }
    List<SurvivalTable.Curve> made = new ArrayList<>();
    for (Map.Entry<SortedMap<String, String>, List<Integer>> curve : curves.entrySet()) {
      made.add(
          new SurvivalTable.Curve(curve.getKey(), StatedCurve.of(sheet, curve.getValue(), times)));
    }
    long all =
        Groups.everybody(
            made.stream().map(SurvivalTable.Curve::group).toList(),
            made.stream().map(curve -> curve.steps().getFirst().atRisk()).toList());
    SurvivalTable table =
        new SurvivalTable(
            of.id(),
            of.free("title", of.id()),
            knowledge.populations().of(of, all),
            of.free(EVENT, "event"),
            of.free(EVENT, "event"),
            of.free(DURATION, "time"),
            made);
    return Reading.Whole.stated(kind(), table, Set.of(), List.of());
  }

  private static int hidden(RowSheet sheet) {
    int hidden = 0;
    for (int row = 0; row < sheet.rows(); row++) {
      boolean any =
          sheet.marked(row, Columns.required(sheet.sheet(), SURVIVAL))
              || sheet.count(row, RISK).isEmpty()
              || sheet.count(row, EVENTS).isEmpty();
      hidden += any ? 1 : 0;
    }
    return hidden;
  }
}
