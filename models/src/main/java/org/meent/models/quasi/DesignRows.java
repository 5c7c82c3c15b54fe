// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.meent.models.forest.FitColumns;
import org.meent.models.frame.Feasibility;
import org.meent.models.frame.Frame;
import org.meent.models.frame.FrameBuilder;
import org.meent.models.frame.NumericCsv;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * A file as a design needs it: rows with a treatment of two values, and the design's own columns.
 */
final class DesignRows {
  private final FitColumns columns;
  private final NumericCsv csv;
  private final List<String> labels;
  private final Frame frame;

  /**
   * Reads and checks.
   *
   * @param aside columns that are no covariates
   * @param text columns to keep as text
   * @param covariates whether covariates take part
   */
  DesignRows(FitColumns columns, List<String> aside, List<String> text, boolean covariates) {
    this.columns = columns;
    Set<String> kept = new HashSet<>(text);
    kept.add(columns.treatment());
    columns.units().id().ifPresent(kept::add);
    kept.addAll(columns.units().clusters());
    this.csv = NumericCsv.read(columns.data(), kept);
    this.labels = NumericCsv.sortedLabels(csv.text(columns.treatment()));
    if (labels.size() != 2) {
      throw Refusal.refused(
              "models.quasi.two-values", Where.field(columns.treatment()), labels.size())
          .asException();
    }
    this.frame = frame(aside, kept, covariates);
    Feasibility.demandRows(frame);
    Feasibility.demandClusters(frame);
    Feasibility.demandOutcome(frame, false);
  }

  Frame frame() {
    return frame;
  }

  /** A column of numbers in the order of the frame, complete. */
  double[] numbers(String name) {
    double[] values = csv.numeric(name);
    for (int row = 0; row < values.length; row++) {
      if (Double.isNaN(values[row])) {
        Where where = Where.file(csv.source()).atLine(csv.line(row)).in(name);
        throw Refusal.badInput("models.csv.missing-value", where).asException();
      }
    }
    return IntStream.range(0, values.length).mapToDouble(i -> values[frame.inputRow(i)]).toArray();
  }

  /** A column of text in the order of the frame. */
  List<String> text(String name) {
    List<String> values = csv.text(name);
    return IntStream.range(0, values.size()).mapToObj(i -> values.get(frame.inputRow(i))).toList();
  }

  private Frame frame(List<String> aside, Set<String> kept, boolean covariates) {
    FrameBuilder builder = Frame.builder().source(csv.source(), csv::line);
    builder.treatment(
        csv.text(columns.treatment()).stream().mapToInt(labels::indexOf).toArray(), labels);
    builder.outcome(columns.outcome(), csv.numeric(columns.outcome()));
    columns.units().id().ifPresent(name -> builder.ids(csv.text(name)));
    List<String> clusters = columns.units().clusters();
    if (!clusters.isEmpty()) {
      builder.clusters(csv.text(clusters.getFirst()));
    }
    if (clusters.size() > 1) {
      builder.crossing(csv.text(clusters.getLast()));
    }
    columns.units().weights().ifPresent(name -> builder.weights(csv.numeric(name)));
    if (covariates) {
      names(aside, kept).forEach(name -> builder.covariate(name, csv.numeric(name)));
    }
    return builder.build();
  }

  private List<String> names(List<String> aside, Set<String> kept) {
    if (!columns.covariates().named().isEmpty()) {
      return columns.covariates().named();
    }
    List<String> names = new ArrayList<>(csv.numericColumns());
    names.removeAll(kept);
    names.removeAll(aside);
    names.remove(columns.outcome());
    columns.units().weights().ifPresent(names::remove);
    return names;
  }
}
