// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.List;
import org.meent.models.check.GateResult;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.EffectFamily;
import org.meent.models.frame.Frame;
import org.meent.models.frame.JsonText;

/** The parts that the summaries of arms and of amounts have in common. */
final class SummaryParts {
  private SummaryParts() {}

  /** How it was made, the hash included. */
  static void making(JsonText json, FitJob job, Frame frame, String hash, int splits) {
    json.field("schema", "meent/fit-summary/1")
        .field("method", "causal-forest")
        .open("versions", '{')
        .field("meent", "0.1.0")
        .field("java", String.valueOf(Runtime.version().feature()))
        .close('}')
        .field("seed", job.model().forest().seed())
        .field("trees", job.model().forest().trees())
        .field("folds", job.model().folds())
        .field("splits", splits)
        .field("criteria", job.criteria().sha256())
        .field("hash", hash)
        .field("rows", frame.rows())
        .field("clusters", frame.clusterCount())
        .field("crossingClusters", frame.crossingCount())
        .field("treatment", job.columns().treatment())
        .field("outcome", job.columns().outcome())
        .field("reference", frame.arms().get(0))
        .texts("covariates", frame.names());
  }

  static void interval(JsonText json, FitJob job) {
    json.open("interval", '{')
        .field("kind", job.interval().label())
        .field("standardErrors", job.interval().standardErrors())
        .field("averageStandardErrors", job.interval().averageStandardErrors())
        .close('}');
  }

  static void estimate(JsonText json, EffectEstimate found) {
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

  /** Intervals that hold all at once and adjusted p-values, with the stamp of each. */
  static void family(JsonText json, EffectFamily family) {
    json.open("family", '[');
    for (EffectFamily.Adjusted member : family.members()) {
      json.open('{')
          .field("estimand", member.estimate().estimand().label())
          .field("arm", member.estimate().arm())
          .field("group", member.estimate().group())
          .field("stamp", member.stamp())
          .field("simultaneousLower", member.simultaneous().lower())
          .field("simultaneousUpper", member.simultaneous().upper())
          .field("p", member.p())
          .field("benjaminiHochberg", member.falseDiscovery())
          .field("benjaminiYekutieli", member.falseDiscoveryWhatever())
          .close('}');
    }
    json.close(']');
  }

  static void gates(JsonText json, String arm, List<GateResult> gates) {
    for (GateResult gate : gates) {
      json.open('{')
          .field("gate", gate.gate())
          .field("arm", arm)
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
}
