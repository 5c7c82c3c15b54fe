// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.meent.disclosure.output.BinnedFigure;
import org.meent.disclosure.output.ConcentrationTable;
import org.meent.disclosure.output.ForestSummary;
import org.meent.disclosure.output.IncidenceTable;
import org.meent.disclosure.output.PositionTable;
import org.meent.disclosure.output.RatioTable;
import org.meent.disclosure.output.RegressionTable;
import org.meent.disclosure.output.RowOutput;
import org.meent.disclosure.output.SegmentTable;
import org.meent.disclosure.output.StatisticTable;
import org.meent.disclosure.output.SurvivalTable;

/** What the gate knows of one kind of output of rows: what it gives away, and its rules. */
interface RowRule {

  /** The rule of a kind: a kind without one does not compile. */
  static RowRule of(RowOutput output) {
    return switch (output) {
      case PositionTable table -> new PositionRule(table);
      case BinnedFigure figure -> new BinRule(figure);
      case SegmentTable table -> new SegmentRule(table);
      case SurvivalTable table -> new SurvivalRule(table);
      case IncidenceTable table -> new IncidenceRule(table);
      case RatioTable table -> new RatioRule(table);
      case StatisticTable table -> new StatisticRule(table);
      case ConcentrationTable table -> new ConcentrationRule(table);
      case RegressionTable table -> new RegressionRule(table);
      case ForestSummary forest -> new ForestRule(forest);
    };
  }

  /** Every count of units that the output shows or lets anybody compute. */
  SequencedMap<CellKey, Long> counts();

  /** Every sum of a measure that it lets anybody compute. */
  default List<SumCell> sums() {
    return List.of();
  }

  /** Counts that are protected where they are zero, because nobody there tells of everybody. */
  default Set<CellKey> sensitiveZeros() {
    return Set.of();
  }

  /** Adds what anybody knows of how these counts hang together, beside margins. */
  default void relate(CellSystem system) {}

  /** Counts that rise along a number, so that other outputs' counts between them are seen. */
  default List<Rising> rising() {
    return List.of();
  }

  /** The output as it would leave, judged. */
  Reading read(Judging judging);
}
