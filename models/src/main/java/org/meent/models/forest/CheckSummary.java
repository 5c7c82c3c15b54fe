// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.Locale;
import org.meent.models.check.DeclaredBreaks;
import org.meent.models.check.NegativeControl;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Interval;
import org.meent.models.frame.JsonText;
import org.meent.models.heterogeneity.BaselineComparison;
import org.meent.models.heterogeneity.BestLinearProjection;
import org.meent.models.heterogeneity.TargetingCurve;
import org.meent.models.sensitivity.DetectableEffect;
import org.meent.models.sensitivity.ObservedStrength;

/** The figures behind the gates of one arm, as a part of the summary. */
final class CheckSummary {
  private CheckSummary() {}

  static void write(JsonText json, ArmResult arm) {
    ArmChecks checks = arm.checks();
    DetectableEffect power = checks.power();
    json.open("power", '{')
        .field("detectableEffect", power.effect())
        .field("spread", power.spread())
        .field("designEffect", power.designEffect())
        .close('}');
    Calibration calibration = checks.calibration();
    json.open("calibration", '{')
        .field("mean", calibration.mean())
        .field("meanSe", calibration.meanSe())
        .field("differences", calibration.differences())
        .field("differencesSe", calibration.differencesSe())
        .field("p", calibration.p())
        .close('}');
    BaselineComparison baseline = checks.baseline();
    json.open("baseline", '{')
        .field("finding", checks.patternFound() ? "pattern found" : "no pattern found")
        .field("gain", baseline.gain())
        .field("se", baseline.se())
        .field("p", baseline.p())
        .close('}');
    arm.projection().ifPresent(found -> projection(json, found));
    arm.targeting().ifPresent(found -> targeting(json, found));
    sensitivity(json, checks);
    json.open("placeboTreatment", '{')
        .field("rejected", checks.placebo().share())
        .field("shuffles", checks.placebo().shuffles())
        .close('}');
    checks.control().ifPresent(found -> control(json, found));
    context(json, checks.context(), arm.estimates().getFirst());
    json.texts(
        "refusedGroups",
        arm.groups().refusals().stream().map(r -> r.sentence(Locale.ENGLISH)).toList());
  }

  /** Which breaks are touched, and how far municipalities that record too little can matter. */
  private static void context(JsonText json, ContextChecks context, EffectEstimate shown) {
    context
        .breaks()
        .ifPresent(
            found -> {
              json.open("declaredBreaks", '[');
              for (DeclaredBreaks.Touched touched : found.touched()) {
                json.open('{')
                    .field("break", touched.id())
                    .field("share", touched.share())
                    .close('}');
              }
              json.close(']');
            });
    context
        .registration()
        .ifPresent(
            found -> {
              Interval bounds = found.bounds(shown.lower(), shown.upper());
              json.open("registration", '{')
                  .texts("municipalities", found.municipalities())
                  .field("missedShare", found.missed())
                  .field("lower", bounds.lower())
                  .field("upper", bounds.upper())
                  .close('}');
            });
  }

  private static void projection(JsonText json, BestLinearProjection found) {
    json.open("bestLinearProjection", '{').field("p", found.p()).open("terms", '[');
    for (int k = 0; k < found.names().size(); k++) {
      json.open('{')
          .field("term", found.names().get(k))
          .field("value", found.coefficients()[k])
          .field("se", found.standardErrors()[k])
          .close('}');
    }
    json.close(']').close('}');
  }

  private static void targeting(JsonText json, TargetingCurve found) {
    json.open("targeting", '{')
        .field("autoc", found.autoc())
        .field("autocSe", found.autocSe())
        .field("qini", found.qini())
        .field("qiniSe", found.qiniSe())
        .open("curve", '[');
    for (TargetingCurve.Point point : found.curve()) {
      json.open('{')
          .field("share", point.share())
          .field("value", point.value())
          .field("se", point.se())
          .close('}');
    }
    json.close(']').close('}');
  }

  private static void sensitivity(JsonText json, ArmChecks checks) {
    json.open("sensitivity", '{')
        .field("robustnessValue", checks.robustness().toZero())
        .field("robustnessValueOfInterval", checks.robustness().toDoubt())
        .field("eValue", checks.explained().estimate())
        .field("eValueOfInterval", checks.explained().limit())
        .open("observed", '[');
    for (ObservedStrength line : checks.observed()) {
      json.open('{')
          .field("covariate", line.covariate())
          .field("withTreatment", line.withTreatment())
          .field("withOutcome", line.withOutcome())
          .close('}');
    }
    json.close(']').close('}');
  }

  private static void control(JsonText json, NegativeControl found) {
    json.open("negativeControl", '{')
        .field("value", found.value())
        .field("se", found.se())
        .field("p", found.p())
        .close('}');
  }
}
