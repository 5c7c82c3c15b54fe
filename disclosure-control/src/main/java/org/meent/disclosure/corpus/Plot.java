// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.corpus;

import java.util.List;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.run.RandomStream;

/** One way in which outputs leak, or do not, drawn at random. */
interface Plot {
  /** Every plot. */
  List<Plot> ALL =
      List.of(
          new TablePlot(),
          new NestedPlot(),
          new LinkedPlot(),
          new MeanPlot(),
          new DominancePlot(),
          new EffectPlot(),
          new FlowPlot(),
          new PositionPlot(),
          new BinPlot(),
          new SegmentPlot(),
          new SurvivalPlot(),
          new RatioPlot(),
          new StatisticPlot(),
          new ConcentrationPlot(),
          new DummyPlot(),
          new LeveragePlot(),
          new NestedModelPlot(),
          new ForestPlot());

  /** The kind of output it scores, and how it leaks. */
  String name();

  /** Draws outputs, about as often leaking as not. */
  Case draw(RandomStream random, RuleSet rules);
}
