// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.measure.Sample;
import org.meent.disclosure.output.BinnedFigure;
import org.meent.disclosure.output.BinnedFigure.Bin;
import org.meent.disclosure.output.GroupEvidence;
import org.meent.disclosure.output.GroupMean;
import org.meent.disclosure.output.Population;

/**
 * Bins of a number: {@code lower}, {@code upper} ({@code -Inf} and {@code Inf} for open ones) and
 * {@code count}; {@code mean_income} for a mean of each bin; as evidence {@code on_edge}, the units
 * whose value is the outermost edge of the first and the last bin.
 */
final class BinForm implements TidyForm {
  private static final List<String> LOWER = List.of("lower", "from", "xmin", "start");
  private static final List<String> UPPER = List.of("upper", "to", "xmax", "end");
  private static final String EDGE = "on_edge";
  private static final Set<String> KNOWN =
      Columns.all(LOWER, UPPER, Columns.UNITS, List.of(EDGE, "density", "mids", "mid"));

  @Override
  public String kind() {
    return "bins";
  }

  @Override
  public boolean fits(Sheet sheet) {
    return sheet.any(LOWER).isPresent()
        && sheet.any(UPPER).isPresent()
        && sheet.any(Columns.UNITS).isPresent()
        && sheet.any(Columns.VALUE).isEmpty();
  }

  @Override
  public Reading read(Sheet given, Knowledge knowledge) {
    Set<String> known = new HashSet<>(KNOWN);
    known.addAll(GroupMeans.columns(given));
    RowSheet sheet = new RowSheet(given, known);
    sheet.noOthers(kind());
    Columns.required(given, Columns.UNITS);
    double[][] edges = new double[sheet.rows()][2];
    for (int row = 0; row < edges.length; row++) {
      edges[row][0] = edge(sheet, row, LOWER);
      edges[row][1] = edge(sheet, row, UPPER);
      boolean joins = row == 0 || edges[row][0] == edges[row - 1][1];
      if (!(edges[row][0] < edges[row][1]) || !joins) {
        throw given.refuse("disclosure.elsewhere.edges", row, Columns.required(given, LOWER));
      }
    }
    return knowledge.records().isPresent()
        ? measured(sheet, knowledge, edges)
        : stated(sheet, knowledge, edges);
  }

  private static double edge(RowSheet sheet, int row, List<String> names) {
    String column = Columns.required(sheet.sheet(), names);
    String text = sheet.text(row, column);
    if (text.matches("-Inf(inity)?")) {
      return Double.NEGATIVE_INFINITY;
    }
    return text.matches("[+]?Inf(inity)?") ? Double.POSITIVE_INFINITY : sheet.figure(row, column);
  }

  private Reading measured(RowSheet sheet, Knowledge knowledge, double[][] edges) {
    Sample sample = knowledge.records().orElseThrow().sample();
    Sheet of = sheet.sheet();
    String measure = of.free("measure", "amount");
    Set<String> needed = new HashSet<>(GroupMeans.variables(of));
    needed.add(measure);
    BitSet who = sample.known(needed);
    List<BitSet> left = in(sample, measure, who, edges, true);
    List<BitSet> right = in(sample, measure, who, edges, false);
    List<BitSet> bins = agrees(sheet, left) ? left : right;
    List<Bin> made = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    Set<Reading.Place> places = new HashSet<>();
    int binned = 0;
    for (int row = 0; row < edges.length; row++) {
      List<GroupMean> means = GroupMeans.measured(of, sample, bins.get(row));
      long units = bins.get(row).cardinality();
      binned += (int) units;
      OptionalLong shown = sheet.count(row, Columns.UNITS);
      boolean counted = shown.isEmpty() || shown.getAsLong() == units;
      if (!counted || !GroupMeans.agree(sheet, row, means)) {
        wrong.add("[" + edges[row][0] + ", " + edges[row][1] + ")");
      }
      places.addAll(places(sheet, row, shown.isPresent()));
      made.add(new Bin(edges[row][0], edges[row][1], GroupEvidence.of(units, means)));
    }
    if (binned != who.cardinality()) {
      wrong.add("all bins together");
    }
    Elsewhere.contradicts(of, Columns.required(of, Columns.UNITS), wrong, sample.size());
    BinnedFigure.Edges outer =
        new BinnedFigure.Edges(
            at(sample, measure, edges[0][0]), at(sample, measure, edges[edges.length - 1][1]));
    return Reading.Whole.measured(
        kind(),
        figure(of, knowledge.populations().of(of, who), measure, outer, made),
        places,
        Optional.empty());
  }

  /** What a row leaves out: its units, and each of its means. */
  private static Set<Reading.Place> places(RowSheet sheet, int row, boolean counted) {
    Set<Reading.Place> places = new HashSet<>();
    if (!counted) {
      places.add(new Reading.Place(row, 2));
    }
    List<String> columns = GroupMeans.columns(sheet.sheet());
    for (int c = 0; c < columns.size(); c++) {
      if (sheet.marked(row, columns.get(c))) {
        places.add(new Reading.Place(row, 3 + c));
      }
    }
    return places;
  }

  private static long at(Sample sample, String measure, double edge) {
    long at = 0;
    for (int unit = 0; unit < sample.size(); unit++) {
      at += sample.number(measure, unit) == edge ? 1 : 0;
    }
    return at;
  }

  /** Units by bin, a bin holding its lower edge or its upper one; the ends hold both. */
  private static List<BitSet> in(
      Sample sample, String measure, BitSet who, double[][] edges, boolean lower) {
    List<BitSet> bins = new ArrayList<>();
    for (int b = 0; b < edges.length; b++) {
      BitSet bin = new BitSet();
      for (int unit = who.nextSetBit(0); unit >= 0; unit = who.nextSetBit(unit + 1)) {
        double value = sample.number(measure, unit);
        boolean from = value > edges[b][0] || (value == edges[b][0] && (lower || b == 0));
        boolean to =
            value < edges[b][1] || (value == edges[b][1] && (!lower || b == edges.length - 1));
        if (from && to) {
          bin.set(unit);
        }
      }
      bins.add(bin);
    }
    return bins;
  }

  private static boolean agrees(RowSheet sheet, List<BitSet> bins) {
    for (int row = 0; row < bins.size(); row++) {
      OptionalLong shown = sheet.count(row, Columns.UNITS);
      if (shown.isPresent() && shown.getAsLong() != bins.get(row).cardinality()) {
        return false;
      }
    }
    return true;
  }

  private Reading stated(RowSheet sheet, Knowledge knowledge, double[][] edges) {
    Sheet of = sheet.sheet();
    List<Bin> made = new ArrayList<>();
    long all = 0;
    int hidden = 0;
    for (int row = 0; row < edges.length; row++) {
      OptionalLong units = sheet.count(row, Columns.UNITS);
      hidden += units.isEmpty() ? 1 : 0;
      all += units.orElse(0);
      made.add(
          new Bin(
              edges[row][0],
              edges[row][1],
              GroupEvidence.of(units.orElse(0), GroupMeans.stated(sheet, row, units.orElse(0)))));
    }
    boolean closed = Double.isFinite(edges[0][0]) || Double.isFinite(edges[edges.length - 1][1]);
    if (closed && !of.has(EDGE)) {
      sheet.gap(EDGE);
    }
    List<Finding> findings = new ArrayList<>(sheet.findings());
    if (hidden > 0) {
      findings.addAll(
          sheet.small(List.of(Columns.required(of, Columns.UNITS)), knowledge.minimum()));
      findings.add(sheet.hidden(hidden));
      return new Reading.Partial(of.id(), kind(), findings);
    }
    BinnedFigure.Edges outer =
        new BinnedFigure.Edges(
            sheet.count(0, List.of(EDGE)).orElse(0),
            sheet.count(edges.length - 1, List.of(EDGE)).orElse(0));
    return Reading.Whole.stated(
        kind(),
        figure(of, knowledge.populations().of(of, all), of.free("measure", "amount"), outer, made),
        sheet.hasGap(EDGE) ? Set.of("edges.pass") : Set.of(),
        findings);
  }

  private static BinnedFigure figure(
      Sheet of, Population population, String measure, BinnedFigure.Edges edges, List<Bin> bins) {
    return new BinnedFigure(
        of.id(), of.free("title", of.id()), population, measure, measure, edges, bins);
  }
}
