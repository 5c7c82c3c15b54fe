// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.Locale;
import org.meent.models.check.Balance;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.frame.JsonText;
import org.meent.models.learner.CrossFit;

/**
 * The summary of a fit as JSON; its schema is {@code META-INF/meent/schemas/fit-summary-1.json}.
 */
final class FitSummary {
  private FitSummary() {}

  static String json(FitResult result) {
    FitJob job = result.job();
    JsonText json = new JsonText();
    json.open('{');
    int splits = result.arms().stream().mapToInt(arm -> arm.fit().splits().size()).max().orElse(1);
    SummaryParts.making(json, job, result.frame(), result.hash(), splits);
    json.texts("notes", result.notes());
    SummaryParts.interval(json, job);
    json.open("estimates", '[');
    for (ArmResult arm : result.arms()) {
      arm.estimates().forEach(found -> SummaryParts.estimate(json, found));
      arm.groups().estimates().forEach(found -> SummaryParts.estimate(json, found));
    }
    json.close(']');
    SummaryParts.family(json, result.family());
    json.open("gates", '[');
    result.arms().forEach(arm -> gates(json, arm));
    json.close(']').open("arms", '[');
    result.arms().forEach(arm -> arm(json, arm));
    return json.close(']').close('}').text();
  }

  private static void gates(JsonText json, ArmResult arm) {
    for (OverlapVerdict verdict : arm.verdicts()) {
      json.open('{')
          .field("gate", "overlap")
          .field("arm", arm.arm())
          .field("estimand", verdict.estimand().label())
          .field("verdict", verdict.carried() ? "passed" : "refused");
      if (!verdict.carried()) {
        json.field("reason", verdict.refusal(arm.verdicts()).sentence(Locale.ENGLISH));
      }
      json.open("measures", '[');
      for (OverlapVerdict.Measure measure : verdict.measures()) {
        json.open('{')
            .field("criterion", measure.criterion())
            .field("measured", measure.measured())
            .field(measure.atMost() ? "atMost" : "atLeast", measure.limit())
            .field("holds", measure.holds())
            .close('}');
      }
      json.close(']').close('}');
    }
    SummaryParts.gates(json, arm.arm(), arm.checks().gates());
  }

  private static void arm(JsonText json, ArmResult arm) {
    json.open('{')
        .field("arm", arm.arm())
        .field("propensitiesMovedToTheBound", arm.fit().bounded());
    CheckSummary.write(json, arm);
    // A plain comparison of means is no estimand: nobody said that lots were drawn.
    EffectEstimate raw = arm.raw().estimate();
    json.open("unadjusted", '{')
        .field("difference", raw.value())
        .field("se", raw.se())
        .field("lower", raw.lower())
        .field("upper", raw.upper())
        .close('}');
    learners(json, "outcomeLearners", arm.fit().outcomeFit());
    learners(json, "treatmentLearners", arm.fit().propensityFit());
    json.open("balance", '[');
    for (Balance line : arm.balance()) {
      json.open('{')
          .field("covariate", line.covariate())
          .field("before", line.before())
          .field("after", line.after())
          .close('}');
    }
    json.close(']').close('}');
  }

  private static void learners(JsonText json, String name, CrossFit fit) {
    json.open(name, '[');
    for (int l = 0; l < fit.learners().size(); l++) {
      json.open('{')
          .field("learner", fit.learners().get(l))
          .field("share", fit.shares()[l])
          .field("squaredError", fit.losses()[l])
          .close('}');
    }
    json.close(']');
  }
}
