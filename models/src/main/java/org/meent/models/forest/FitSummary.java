// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.meent.models.check.Balance;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.learner.CrossFit;

/**
 * The summary of a fit as JSON; its schema is {@code META-INF/meent/schemas/fit-summary-1.json}.
 */
final class FitSummary {
  /** The largest standardised difference that counts as balanced. */
  static final double MOST_IMBALANCE = 0.1;

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
    double worst = Balance.worstAfter(arm.balance());
    json.open('{')
        .field("gate", "balance")
        .field("arm", arm.arm())
        .field("verdict", worst <= MOST_IMBALANCE ? "passed" : "warned")
        .field("measured", worst)
        .field("atMost", MOST_IMBALANCE)
        .close('}');
  }

  private static void arm(JsonText json, ArmResult arm) {
    Calibration calibration = arm.calibration();
    json.open('{')
        .field("arm", arm.arm())
        .field("propensitiesMovedToTheBound", arm.fit().bounded())
        .open("calibration", '{')
        .field("mean", calibration.mean())
        .field("meanSe", calibration.meanSe())
        .field("differences", calibration.differences())
        .field("differencesSe", calibration.differencesSe())
        .field("p", calibration.p())
        .close('}');
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

  /** JSON with two spaces of indentation, written in the order of the calls. */
  private static final class JsonText {
    private final StringBuilder out = new StringBuilder();
    private final List<Boolean> filled = new ArrayList<>();

    JsonText open(char bracket) {
      next();
      out.append(bracket);
      filled.add(false);
      return this;
    }

    JsonText open(String name, char bracket) {
      key(name);
      out.append(bracket);
      filled.add(false);
      return this;
    }

    JsonText close(char bracket) {
      boolean some = filled.removeLast();
      if (some) {
        line();
      }
      out.append(bracket);
      return this;
    }

    JsonText field(String name, String value) {
      key(name);
      quote(value);
      return this;
    }

    JsonText field(String name, long value) {
      key(name);
      out.append(value);
      return this;
    }

    JsonText field(String name, boolean value) {
      key(name);
      out.append(value);
      return this;
    }

    /** A number that is not finite has no JSON form and is written as null. */
    JsonText field(String name, double value) {
      key(name);
      out.append(Double.isFinite(value) ? Double.toString(value) : "null");
      return this;
    }

    JsonText texts(String name, List<String> values) {
      open(name, '[');
      values.forEach(
          value -> {
            next();
            quote(value);
          });
      return close(']');
    }

    String text() {
      return out.append('\n').toString();
    }

    private void key(String name) {
      next();
      quote(name);
      out.append(": ");
    }

    private void next() {
      if (!filled.isEmpty()) {
        if (filled.getLast()) {
          out.append(',');
        }
        filled.set(filled.size() - 1, true);
        line();
      }
    }

    private void line() {
      char[] spaces = new char[2 * filled.size()];
      Arrays.fill(spaces, ' ');
      out.append('\n').append(spaces);
    }

    private void quote(String value) {
      out.append('"');
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == '"' || c == '\\') {
          out.append('\\').append(c);
        } else if (c < ' ') {
          out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
      out.append('"');
    }
  }
}
