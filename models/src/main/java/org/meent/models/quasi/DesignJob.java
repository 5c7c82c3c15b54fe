// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meent.models.check.Criteria;
import org.meent.models.check.Criterion;
import org.meent.models.check.GateResult;
import org.meent.models.effect.EffectFamily;
import org.meent.models.effect.Interval;
import org.meent.models.forest.FitColumns;
import org.meent.models.frame.Frame;
import org.meent.models.quasi.DesignResult.Line;
import org.meent.models.quasi.DesignResult.Measure;

/**
 * A fit by a design on a file of one's own.
 *
 * @param columns which columns of the file are what
 * @param design what makes people comparable
 * @param criteria of the gates
 */
public record DesignJob(FitColumns columns, FitDesign design, Criteria criteria) {

  /**
   * Reads and estimates.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the file is not what it should be or
   *     cannot carry the design
   */
  public DesignResult run() {
    return switch (design) {
      case FitDesign.Cutoff cutoff -> cutoff(cutoff);
      case FitDesign.Panel panel -> panel(panel);
      case FitDesign.Instrument instrument -> instrument(instrument);
    };
  }

  private DesignResult cutoff(FitDesign.Cutoff asked) {
    DesignRows rows = new DesignRows(columns, asked.columns(), List.of(), false);
    RegressionDiscontinuity found =
        RegressionDiscontinuity.of(
            rows.frame(), rows.numbers(asked.running()), asked.cutoff(), asked.donut());
    List<GateResult> gates =
        List.of(
            atLeast("density", Criterion.DENSITY_P, found.density().p()),
            atLeast("first-stage", Criterion.FIRST_STAGE_F, found.firstStage()));
    List<Measure> measures =
        List.of(
            new Measure("jump of the treatment", found.jump()),
            new Measure("bandwidth", found.bandwidth()),
            new Measure("bandwidth of the bias", found.biasBandwidth()),
            new Measure("rows below", found.below()),
            new Measure("rows above", found.above()),
            new Measure("density below", found.density().below()),
            new Measure("density above", found.density().above()));
    return new DesignResult(
        asked.label(),
        "late-at-cutoff",
        List.of(
            line("robust bias-corrected", found.robust()),
            line("conventional", found.conventional())),
        gates,
        measures,
        rows.frame().notes());
  }

  private DesignResult panel(FitDesign.Panel asked) {
    DesignRows rows = new DesignRows(columns, asked.columns(), List.of(asked.unit()), false);
    PanelRows panel =
        PanelRows.of(rows.frame(), rows.text(asked.unit()), rows.numbers(asked.period()));
    GroupTimeEffects found =
        GroupTimeEffects.of(panel.outcome(), panel.start(), panel.cluster(), panel.clusters());
    List<Line> lines = new ArrayList<>();
    GroupTimeEffects.Effect average = found.average();
    lines.add(
        new Line(
            "average from the start on",
            average.value(),
            average.se(),
            average.interval().lower(),
            average.interval().upper()));
    for (EffectFamily.Adjusted one : found.family().members()) {
      lines.add(
          new Line(
              "period " + one.estimate().group() + " from the start (simultaneous)",
              one.estimate().value(),
              one.estimate().se(),
              one.simultaneous().lower(),
              one.simultaneous().upper()));
    }
    double p = found.preTrendP();
    GateResult gate =
        Double.isNaN(p)
            ? GateResult.notRun("pre-trends", Criterion.PRE_TREND_P.id())
            : atLeast("pre-trends", Criterion.PRE_TREND_P, p);
    long starters = Arrays.stream(panel.start()).filter(s -> s != GroupTimeEffects.NEVER).count();
    List<Measure> measures =
        List.of(
            new Measure("units", panel.start().length),
            new Measure("units that start", starters),
            new Measure("units treated from the first period on, left out", panel.already()),
            new Measure("periods", panel.outcome()[0].length));
    return new DesignResult(
        asked.label(), "att", lines, List.of(gate), measures, rows.frame().notes());
  }

  private DesignResult instrument(FitDesign.Instrument asked) {
    DesignRows rows = new DesignRows(columns, asked.columns(), List.of(), true);
    Frame frame = rows.frame();
    InstrumentedEffect found = InstrumentedEffect.of(frame, rows.numbers(asked.column()));
    AndersonRubin robust = found.robust();
    Interval plain = Interval.of(found.late(), found.se(), found.degreesOfFreedom());
    List<Line> lines =
        List.of(
            new Line(
                "weak-instrument-robust (" + robust.shape().label() + ")",
                found.late(),
                found.se(),
                robust.lower(),
                robust.upper()),
            new Line(
                "if the instrument is strong",
                found.late(),
                found.se(),
                plain.lower(),
                plain.upper()));
    return new DesignResult(
        asked.label(),
        InstrumentedEffect.ESTIMAND,
        lines,
        List.of(atLeast("first-stage", Criterion.FIRST_STAGE_F, found.firstStage())),
        List.of(new Measure("moved into treatment per unit of the instrument", found.moved())),
        frame.notes());
  }

  private GateResult atLeast(String gate, Criterion criterion, double measured) {
    return GateResult.atLeast(gate, criterion.id(), measured, criteria.of(criterion));
  }

  private static Line line(String name, RegressionDiscontinuity.Estimate found) {
    return new Line(
        name, found.value(), found.se(), found.interval().lower(), found.interval().upper());
  }
}
