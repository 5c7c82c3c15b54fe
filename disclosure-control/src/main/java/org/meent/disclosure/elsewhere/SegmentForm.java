// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.measure.Sample;
import org.meent.disclosure.output.GroupEvidence;
import org.meent.disclosure.output.GroupMean;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.SegmentTable;
import org.meent.disclosure.output.SegmentTable.Found;
import org.meent.disclosure.output.SegmentTable.Segment;

/**
 * Clusters and leaves: {@code cluster}, {@code leaf} or {@code segment}, and {@code n}; {@code
 * description}; {@code n_work} for the units of arm {@code work}; {@code mean_income} for a mean.
 * The records hold the code of each unit's segment in a column of the same name, and its arm in
 * {@code arm}.
 */
final class SegmentForm implements TidyForm {
  private static final String DESCRIPTION = "description";
  private static final String ARM = "arm";
  private static final String IN_ARM = "n_";
  private static final Map<String, Found> CODES =
      Map.of(
          "cluster",
          Found.CLUSTERS,
          "segment",
          Found.CLUSTERS,
          "leaf",
          Found.TREE,
          "policy_leaf",
          Found.POLICY_TREE);
  private static final List<String> NAMES = CODES.keySet().stream().sorted().toList();

  @Override
  public String kind() {
    return "segments";
  }

  private static List<String> arms(Sheet sheet) {
    return sheet.columns().stream().filter(name -> name.startsWith(IN_ARM)).sorted().toList();
  }

  private static Set<String> known(Sheet sheet) {
    Set<String> known = Columns.all(NAMES, Columns.UNITS, List.of(DESCRIPTION), arms(sheet));
    known.addAll(GroupMeans.columns(sheet));
    return known;
  }

  @Override
  public boolean fits(Sheet sheet) {
    return sheet.any(NAMES).isPresent()
        && sheet.any(Columns.UNITS).isPresent()
        && sheet.others(known(sheet)).isEmpty();
  }

  @Override
  public Reading read(Sheet given, Knowledge knowledge) {
    RowSheet sheet = new RowSheet(given, known(given));
    sheet.noOthers(kind());
    String code = Columns.required(given, NAMES);
    Columns.required(given, Columns.UNITS);
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < sheet.rows(); row++) {
      if (!seen.add(sheet.text(row, code))) {
        throw given.refuse("disclosure.elsewhere.cell-twice", row, code);
      }
    }
    return knowledge.records().isPresent()
        ? measured(sheet, knowledge, code)
        : stated(sheet, knowledge, code);
  }

  private static String description(RowSheet sheet, int row) {
    return sheet.sheet().has(DESCRIPTION) ? sheet.text(row, DESCRIPTION) : "";
  }

  private Reading measured(RowSheet sheet, Knowledge knowledge, String code) {
    Sample sample = knowledge.records().orElseThrow().sample();
    Sheet of = sheet.sheet();
    List<String> arms = arms(of);
    Set<String> needed = new HashSet<>(GroupMeans.variables(of));
    needed.add(code);
    needed.addAll(arms.isEmpty() ? Set.of() : Set.of(ARM));
    BitSet who = sample.known(needed);
    List<Segment> made = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    Set<Reading.Place> places = new HashSet<>();
    long found = 0;
    for (int row = 0; row < sheet.rows(); row++) {
      BitSet in = in(sample, who, code, sheet.text(row, code));
      found += in.cardinality();
      GroupEvidence evidence = evidence(of, sample, in, arms);
      if (!agrees(sheet, row, evidence)) {
        wrong.add(sheet.text(row, code));
      }
      places.addAll(places(sheet, row));
      made.add(new Segment(sheet.text(row, code), description(sheet, row), evidence));
    }
    if (found != who.cardinality()) {
      wrong.add("all segments together");
    }
    Elsewhere.contradicts(of, code, wrong, sample.size());
    return Reading.Whole.measured(
        kind(),
        table(of, knowledge.populations().of(of, who), code, made),
        places,
        Optional.empty());
  }

  private static BitSet in(Sample sample, BitSet who, String variable, String code) {
    BitSet in = new BitSet();
    who.stream().filter(unit -> sample.code(variable, unit).equals(code)).forEach(in::set);
    return in;
  }

  private static GroupEvidence evidence(Sheet of, Sample sample, BitSet in, List<String> columns) {
    SortedMap<String, Long> arms = new TreeMap<>();
    for (String column : columns) {
      String arm = column.substring(IN_ARM.length());
      arms.put(arm, in.stream().filter(unit -> sample.code(ARM, unit).equals(arm)).count());
    }
    long inArms = arms.values().stream().mapToLong(Long::longValue).sum();
    if (!arms.isEmpty() && inArms != in.cardinality()) {
      throw of.refuse("disclosure.elsewhere.arms", 0, columns.getFirst());
    }
    return new GroupEvidence(in.cardinality(), arms, GroupMeans.measured(of, sample, in));
  }

  private static boolean agrees(RowSheet sheet, int row, GroupEvidence evidence) {
    OptionalLong units = sheet.count(row, Columns.UNITS);
    boolean agrees =
        (units.isEmpty() || units.getAsLong() == evidence.units())
            && GroupMeans.agree(sheet, row, evidence.means());
    for (Map.Entry<String, Long> arm : evidence.arms().entrySet()) {
      OptionalLong shown = sheet.count(row, List.of(IN_ARM + arm.getKey()));
      agrees &= shown.isEmpty() || shown.getAsLong() == arm.getValue();
    }
    return agrees;
  }

  private static Set<Reading.Place> places(RowSheet sheet, int row) {
    List<String> columns = new ArrayList<>(List.of(Columns.required(sheet.sheet(), Columns.UNITS)));
    columns.addAll(arms(sheet.sheet()));
    columns.addAll(GroupMeans.columns(sheet.sheet()));
    Set<Reading.Place> places = new HashSet<>();
    for (int c = 0; c < columns.size(); c++) {
      if (sheet.marked(row, columns.get(c))) {
        places.add(new Reading.Place(row, 2 + c));
      }
    }
    return places;
  }

  private Reading stated(RowSheet sheet, Knowledge knowledge, String code) {
    Sheet of = sheet.sheet();
    List<String> arms = arms(of);
    List<Segment> made = new ArrayList<>();
    long all = 0;
    int hidden = 0;
    for (int row = 0; row < sheet.rows(); row++) {
      OptionalLong units = sheet.count(row, Columns.UNITS);
      int at = row;
      boolean whole =
          units.isPresent()
              && arms.stream().allMatch(arm -> sheet.count(at, List.of(arm)).isPresent());
      hidden += whole ? 0 : 1;
      if (whole) {
        all += units.getAsLong();
        made.add(segment(sheet, row, code, units.getAsLong()));
      }
    }
    List<Finding> findings = new ArrayList<>(sheet.findings());
    if (hidden > 0) {
      List<String> counts = new ArrayList<>(arms);
      counts.add(Columns.required(of, Columns.UNITS));
      findings.addAll(sheet.small(counts, knowledge.minimum()));
      findings.add(sheet.hidden(hidden));
      return new Reading.Partial(of.id(), kind(), findings);
    }
    return Reading.Whole.stated(
        kind(), table(of, knowledge.populations().of(of, all), code, made), Set.of(), findings);
  }

  private static Segment segment(RowSheet sheet, int row, String code, long units) {
    SortedMap<String, Long> inArms = new TreeMap<>();
    for (String arm : arms(sheet.sheet())) {
      inArms.put(arm.substring(IN_ARM.length()), sheet.count(row, List.of(arm)).orElseThrow());
    }
    if (!inArms.isEmpty() && inArms.values().stream().mapToLong(Long::longValue).sum() != units) {
      throw sheet.sheet().refuse("disclosure.elsewhere.arms", row, code);
    }
    List<GroupMean> means = GroupMeans.stated(sheet, row, units);
    return new Segment(
        sheet.text(row, code), description(sheet, row), new GroupEvidence(units, inArms, means));
  }

  private static SegmentTable table(
      Sheet of, Population population, String code, List<Segment> segments) {
    boolean arms = !arms(of).isEmpty();
    return new SegmentTable(
        of.id(),
        of.free("title", of.id()),
        population,
        CODES.getOrDefault(code, Found.CLUSTERS),
        code,
        arms ? ARM : "",
        segments);
  }
}
