// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.IncidenceTable;
import org.meent.disclosure.output.IncidenceTable.Curve;
import org.meent.disclosure.output.IncidenceTable.Gain;
import org.meent.disclosure.output.IncidenceTable.Of;
import org.meent.disclosure.output.IncidenceTable.Point;
import org.meent.disclosure.output.IncidenceTable.Side;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.survival.CurvePoint;
import org.meent.models.survival.ExitCurves.ExitCurve;
import org.meent.protocols.AnalysisPlan.ExitContrast;
import org.meent.protocols.Protocol;

/** Curves of leaving as an output; where they were refused, the refusal is the output. */
final class ExitOutputs {
  private static final String MONTHS = "months";

  private final String id;
  private final ExitContrast plan;
  private final Protocol protocol;
  private final ExitResult result;
  private final PlannedOutputs outputs;

  private ExitOutputs(
      String id, ExitContrast plan, Protocol protocol, ExitResult result, PlannedOutputs outputs) {
    this.id = id;
    this.plan = plan;
    this.protocol = protocol;
    this.result = result;
    this.outputs = outputs;
  }

  static StatisticalOutput curves(
      String id, Protocol protocol, ExitResult result, PlannedOutputs outputs) {
    ExitContrast plan = Objects.requireNonNull(protocol.analysis().exits().get(result.exits()));
    ExitOutputs of = new ExitOutputs(id, plan, protocol, result, outputs);
    return switch (result.outcome()) {
      case ExitResult.Estimated(var curves) -> of.table(curves.exits());
      case ExitResult.Refused(String reason) -> of.refused(reason);
    };
  }

  private String title() {
    return "Share that left by month and way of leaving, %s against %s, adjusted (%s)%s"
        .formatted(
            plan.arm(), plan.reference(), plan.estimand(), outputs.untraced(plan.covariates()));
  }

  /**
   * The name of whom the curves speak of: an effect of the same contrast among the same people
   * speaks of them too, and two names for them would look like two populations.
   */
  private String name() {
    return protocol.analysis().effects().sequencedEntrySet().stream()
        .filter(effect -> plan.isOf(effect.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("exits/" + result.exits());
  }

  private IncidenceTable table(List<ExitCurve> found) {
    List<Curve> curves = new ArrayList<>();
    List<Gain> gains = new ArrayList<>();
    for (ExitCurve curve : found) {
      curves.add(new Curve(Of.REFERENCE, curve.kind(), points(curve.reference())));
      curves.add(new Curve(Of.ARM, curve.kind(), points(curve.arm())));
      curves.add(new Curve(Of.DIFFERENCE, curve.kind(), points(curve.difference())));
      EffectEstimate gained = curve.monthsGained();
      gains.add(new Gain(curve.kind(), gained.value(), gained.lower(), gained.upper()));
    }
    return new IncidenceTable(
        id,
        title(),
        outputs.among(
            name(), plan.arm(), plan.reference(), plan.knownOnly(), List.of(), result.persons()),
        protocol.cohort().exits().orElseThrow().name(),
        MONTHS,
        result.kinds(),
        List.of(),
        List.of(side(plan.reference(), 0), side(plan.arm(), 1)),
        curves,
        gains);
  }

  private Side side(String arm, int place) {
    return new Side(Estimate.group(EstimateTable.ARM, arm), result.sides().get(place));
  }

  private static List<Point> points(List<CurvePoint> curve) {
    return curve.stream()
        .map(point -> new Point(point.month(), point.value(), point.bandLower(), point.bandUpper()))
        .toList();
  }

  private EstimateTable refused(String reason) {
    long reference = result.sides().get(0).getFirst().atRisk();
    long arm = result.sides().get(1).getFirst().atRisk();
    Estimate row =
        new Estimate(
            "exit-curves",
            plan.estimand(),
            plan.arm(),
            plan.reference(),
            Estimate.everybody(),
            new Estimate.Refused(reason),
            org.meent.disclosure.output.FitEvidence.ofModel(
                arm, reference, Math.max(0, arm + reference - 2), 1, Math.min(arm, reference)));
    return new EstimateTable(
        id,
        title(),
        outputs.among(
            name(), plan.arm(), plan.reference(), plan.knownOnly(), List.of(), result.persons()),
        "way of leaving",
        EstimateTable.ARM,
        List.of(row));
  }
}
