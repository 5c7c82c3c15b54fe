// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.measure.Heading;
import org.meent.disclosure.measure.RatioRecipe;
import org.meent.disclosure.measure.Sample;
import org.meent.disclosure.output.FourCounts;
import org.meent.disclosure.output.Ratio;
import org.meent.disclosure.output.Ratio.Measure;
import org.meent.disclosure.output.RatioTable;

/**
 * Ratios of two groups: {@code group}, {@code reference}, and {@code odds_ratio}, {@code
 * risk_ratio} or {@code risk_difference}; as evidence the four counts {@code group_cases}, {@code
 * group_others}, {@code reference_cases}, {@code reference_others}. {@code variable}, {@code
 * outcome} and {@code case} say where the records hold them. Every other column is a variable whose
 * group the row is.
 */
final class RatioForm implements TidyForm {
  private static final String GROUP = "group";
  private static final String REFERENCE = "reference";
  private static final String VARIABLE = "variable";
  private static final String OUTCOME = "outcome";
  private static final String CASE = "case";
  private static final List<String> COUNTS =
      List.of("group_cases", "group_others", "reference_cases", "reference_others");
  private static final SequencedMap<String, Measure> HEADINGS = new LinkedHashMap<>();

  static {
    List.of("odds_ratio", "or", "OR").forEach(name -> HEADINGS.put(name, Measure.ODDS_RATIO));
    List.of("risk_ratio", "rr", "RR").forEach(name -> HEADINGS.put(name, Measure.RISK_RATIO));
    List.of("risk_difference", "rd", "RD")
        .forEach(name -> HEADINGS.put(name, Measure.RISK_DIFFERENCE));
  }

  private static final Set<String> KNOWN =
      Columns.all(
          List.of(GROUP, REFERENCE, VARIABLE, OUTCOME, CASE),
          COUNTS,
          List.copyOf(HEADINGS.keySet()),
          Columns.ERROR,
          Columns.P,
          Columns.FOLLOWING);

  @Override
  public String kind() {
    return "ratios";
  }

  @Override
  public boolean fits(Sheet sheet) {
    return sheet.has(GROUP) && HEADINGS.keySet().stream().anyMatch(sheet::has);
  }

  /** One figure of a row. */
  private record Shown(int row, String column, RatioRecipe.Wanted wanted) {}

  @Override
  public Reading read(Sheet given, Knowledge knowledge) {
    RowSheet sheet = new RowSheet(given, KNOWN);
    Columns.required(given, List.of(GROUP));
    Columns.required(given, List.of(REFERENCE));
    Columns.required(given, List.copyOf(HEADINGS.keySet()));
    List<Shown> shown = new ArrayList<>();
    for (int row = 0; row < sheet.rows(); row++) {
      for (Map.Entry<String, Measure> heading : HEADINGS.entrySet()) {
        if (given.has(heading.getKey())) {
          shown.add(new Shown(row, heading.getKey(), wanted(sheet, row, heading.getValue())));
        }
      }
    }
    if (shown.stream().map(Shown::wanted).distinct().count() != shown.size()) {
      throw given.refuse("disclosure.elsewhere.cell-twice", 0, GROUP);
    }
    if (knowledge.records().isPresent()) {
      return measured(sheet, knowledge, shown);
    }
    return COUNTS.stream().allMatch(given::has)
        ? stated(sheet, knowledge, shown)
        : sheet.partial(kind(), String.join(", ", COUNTS), COUNTS, knowledge.minimum());
  }

  private static RatioRecipe.Wanted wanted(RowSheet sheet, int row, Measure measure) {
    String group = sheet.text(row, GROUP);
    String reference = sheet.text(row, REFERENCE);
    if (group.equals(reference)) {
      throw sheet.sheet().refuse("disclosure.elsewhere.itself", row, REFERENCE);
    }
    return new RatioRecipe.Wanted(sheet.group(row), measure, group, reference);
  }

  private Reading measured(RowSheet sheet, Knowledge knowledge, List<Shown> shown) {
    Sample sample = knowledge.records().orElseThrow().sample();
    Sheet of = sheet.sheet();
    Columns.required(of, List.of(VARIABLE));
    Columns.required(of, List.of(OUTCOME));
    Columns.required(of, List.of(CASE));
    String variable = same(sheet, VARIABLE, "");
    String outcome = same(sheet, OUTCOME, "");
    Heading heading = knowledge.heading(of, List.of(variable, outcome));
    RatioRecipe recipe =
        new RatioRecipe(
            sample,
            heading,
            variable,
            outcome,
            same(sheet, CASE, ""),
            shown.stream().map(Shown::wanted).toList());
    RatioTable table = (RatioTable) Elsewhere.computed(of, recipe);
    List<String> wrong = new ArrayList<>();
    Set<Reading.Place> places = new HashSet<>();
    for (int i = 0; i < shown.size(); i++) {
      Shown one = shown.get(i);
      if (!agrees(sheet, one, table.rows().get(i))) {
        wrong.add(sheet.name(one.row(), one.wanted().group()) + ": " + one.column());
      }
      if (sheet.marked(one.row(), one.column())) {
        places.add(new Reading.Place(i, 4));
      }
      if (!shows(sheet, one.row(), COUNTS.subList(0, 2))) {
        places.add(new Reading.Place(i, 5));
      }
      if (!shows(sheet, one.row(), COUNTS.subList(2, 4))) {
        places.add(new Reading.Place(i, 6));
      }
    }
    Elsewhere.contradicts(of, shown.getFirst().column(), wrong, sample.size());
    return Reading.Whole.measured(kind(), table, places, Optional.of(recipe));
  }

  private static boolean shows(RowSheet sheet, int row, List<String> columns) {
    return columns.stream().anyMatch(name -> sheet.count(row, List.of(name)).isPresent());
  }

  /** Whether a row shows this ratio and, where it shows counts, these. */
  private static boolean agrees(RowSheet sheet, Shown one, Ratio ratio) {
    FourCounts four = ratio.counts();
    List<Long> counts =
        List.of(
            four.groupCases(), four.groupOthers(), four.referenceCases(), four.referenceOthers());
    for (int c = 0; c < counts.size(); c++) {
      OptionalLong count = sheet.count(one.row(), List.of(COUNTS.get(c)));
      if (count.isPresent() && count.getAsLong() != counts.get(c)) {
        return false;
      }
    }
    if (sheet.marked(one.row(), one.column())) {
      return true;
    }
    String text = sheet.text(one.row(), one.column());
    boolean infinite = text.matches("[-+]?Inf(inity)?");
    if (infinite || !Double.isFinite(ratio.value())) {
      return infinite && !Double.isFinite(ratio.value());
    }
    sheet.figure(one.row(), one.column());
    return Rounded.agrees(text, List.of(ratio.value()));
  }

  private Reading stated(RowSheet sheet, Knowledge knowledge, List<Shown> shown) {
    List<Ratio> rows = new ArrayList<>();
    Set<Integer> hidden = new HashSet<>();
    for (Shown one : shown) {
      boolean counted =
          COUNTS.stream().allMatch(name -> sheet.count(one.row(), List.of(name)).isPresent());
      if (sheet.marked(one.row(), one.column())) {
        hidden.add(one.row());
      } else if (!counted) {
        sheet.unjudged(sheet.name(one.row(), one.wanted().group()), String.join(", ", COUNTS));
      } else {
        Ratio ratio = ratio(sheet, one);
        if (!agrees(sheet, one, ratio)) {
          throw sheet
              .sheet()
              .refuse("disclosure.elsewhere.not-those-counts", one.row(), one.column());
        }
        rows.add(ratio);
      }
    }
    List<Finding> findings = new ArrayList<>(sheet.findings());
    if (!hidden.isEmpty()) {
      findings.add(sheet.hidden(hidden.size()));
      findings.addAll(sheet.small(COUNTS, knowledge.minimum()));
    }
    Sheet of = sheet.sheet();
    if (rows.isEmpty()) {
      return new Reading.Partial(of.id(), kind(), findings);
    }
    RatioTable table =
        new RatioTable(
            of.id(),
            of.free("title", of.id()),
            knowledge.populations().of(of, everybody(rows)),
            same(sheet, VARIABLE, GROUP),
            same(sheet, OUTCOME, OUTCOME),
            same(sheet, CASE, "cases"),
            "others",
            rows);
    return Reading.Whole.stated(kind(), table, Set.of(), findings);
  }

  private static Ratio ratio(RowSheet sheet, Shown one) {
    List<Long> counts =
        COUNTS.stream().map(name -> sheet.count(one.row(), List.of(name)).orElseThrow()).toList();
    RatioRecipe.Wanted wanted = one.wanted();
    return new Ratio(
        wanted.among(),
        wanted.measure(),
        wanted.group(),
        wanted.reference(),
        new FourCounts(counts.get(0), counts.get(1), counts.get(2), counts.get(3)));
  }

  /** The units of all groups and references of the widest set of rows. */
  private static long everybody(List<Ratio> rows) {
    Map<Object, Map<String, Long>> sizes = new LinkedHashMap<>();
    for (Ratio row : rows) {
      Map<String, Long> here = sizes.computeIfAbsent(row.among(), among -> new LinkedHashMap<>());
      here.put(row.group(), row.counts().group());
      here.put(row.reference(), row.counts().reference());
    }
    List<java.util.SortedMap<String, String>> among = new ArrayList<>();
    List<Long> units = new ArrayList<>();
    for (Ratio row : rows) {
      among.add(row.among());
      units.add(
          sizes.getOrDefault(row.among(), Map.of()).values().stream()
              .mapToLong(Long::longValue)
              .sum());
    }
    return Groups.everybody(among, units);
  }

  /** What a column says, the same in every row. */
  private static String same(RowSheet sheet, String column, String otherwise) {
    return sheet.sheet().free(column, otherwise).strip();
  }
}
