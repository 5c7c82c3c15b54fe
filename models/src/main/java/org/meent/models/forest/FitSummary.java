// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.Locale;
import org.meent.models.check.Balance;
import org.meent.models.check.GateResult;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.learner.CrossFit;

/**
 * The summary of a fit as JSON; its schema is {@code META-INF/meent/schemas/fit-summary-1.json}.
 */
final class FitSummary {
  private FitSummary() {}

  static String json(FitResult result) {
    FitJob job = result.job();
    JsonText json = new JsonText();
    json.open('{')
        .field("schema", "meent/fit-summary/1")
        .field("method", "causal-forest")
        .open("versions", '{')
        .field("meent", "0.1.0")
        .field("java", String.valueOf(Runtime.version().feature()))
        .close('}')
        .field("seed", job.model().forest().seed())
        .field("trees", job.model().forest().trees())
        .field("folds", job.model().folds())
        .field("hash", result.hash())
        .field("rows", result.frame().rows())
        .field("clusters", result.frame().clusterCount())
        .field("crossingClusters", result.frame().crossingCount())
        .field("treatment", job.columns().treatment())
        .field("outcome", job.columns().outcome())
        .field("reference", result.frame().arms().get(0))
        .texts("covariates", result.frame().names())
        .texts("notes", result.notes())
        .open("interval", '{')
        .field("kind", job.interval().label())
        .field("standardErrors", job.interval().standardErrors())
        .field("averageStandardErrors", job.interval().averageStandardErrors())
        .close('}');
    json.open("estimates", '[');
    for (ArmResult arm : result.arms()) {
      arm.estimates().forEach(estimate -> estimate(json, estimate));
      arm.groups().estimates().forEach(estimate -> estimate(json, estimate));
    }
    json.close(']').open("gates", '[');
    result.arms().forEach(arm -> gates(json, arm));
    json.close(']').open("arms", '[');
    result.arms().forEach(arm -> arm(json, arm));
    return json.close(']').close('}').text();
  }

  private static void estimate(JsonText json, EffectEstimate found) {
    json.open('{')
        .field("method", found.method())
        .field("estimand", found.estimand().label())
        .field("arm", found.arm())
        .field("reference", found.reference())
        .field("group", found.group())
        .field("value", found.value())
        .field("se", found.se())
        .field("lower", found.lower())
        .field("upper", found.upper())
        .field("degreesOfFreedom", found.degreesOfFreedom())
        .field("treated", found.treated())
        .field("controls", found.controls())
        .close('}');
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
    for (GateResult gate : arm.checks().gates()) {
      json.open('{')
          .field("gate", gate.gate())
          .field("arm", arm.arm())
          .field("verdict", gate.verdict().label())
          .field("criterion", gate.criterion());
      if (gate.verdict() != GateResult.Verdict.NOT_RUN) {
        json.field("measured", gate.measured());
      }
      if (Double.isFinite(gate.lowest())) {
        json.field("atLeast", gate.lowest());
      }
      if (Double.isFinite(gate.highest())) {
        json.field("atMost", gate.highest());
      }
      json.close('}');
    }
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
