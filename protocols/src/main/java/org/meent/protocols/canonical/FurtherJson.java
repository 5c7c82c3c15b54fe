// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.canonical;

import java.math.BigDecimal;
import java.util.List;
import org.meent.protocols.FurtherPlan;
import org.meent.protocols.FurtherPlan.Reliability;
import org.meent.protocols.MechanismPlan;
import org.meent.protocols.PolicyPlan;

/** Further questions as JSON. What was not written is not there, so that signed digests stay. */
final class FurtherJson {
  private FurtherJson() {}

  /** Adds to the analysis what was written. */
  static void into(Json.Builder json, FurtherPlan plan) {
    texts(json, "protected", plan.protectedCovariates());
    texts(json, "proxies", plan.proxies());
    text(json, "municipality", plan.municipality());
    text(json, "rater", plan.rater());
    if (!plan.reliability().isEmpty()) {
      json.put("reliability", ProtocolJson.each(plan.reliability(), FurtherJson::reliability));
    }
    texts(json, "misclassified", plan.misclassified());
    if (!plan.policies().isEmpty()) {
      json.put("policies", ProtocolJson.each(plan.policies(), FurtherJson::policy));
    }
    if (!plan.mechanisms().isEmpty()) {
      json.put("mechanisms", ProtocolJson.each(plan.mechanisms(), FurtherJson::mechanism));
    }
  }

  private static void texts(Json.Builder json, String name, List<String> values) {
    if (!values.isEmpty()) {
      json.put(name, values);
    }
  }

  private static void text(Json.Builder json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }

  private static Json reliability(Reliability reliability) {
    return Json.object()
        .put("share", reliability.share().map(FurtherJson::plain).orElse("unknown"))
        .put("source", reliability.source())
        .build();
  }

  private static Json policy(PolicyPlan plan) {
    return Json.object()
        .put("arms", plan.arms())
        .put("outcome", plan.outcome())
        .put("asks", plan.asks())
        .put("depth", plan.depth())
        .put("smallest-leaf", plan.smallestLeaf())
        .put("costs", ProtocolJson.each(plan.costs(), cost -> new Json.Text(plain(cost))))
        .put("room", ProtocolJson.each(plan.room(), share -> new Json.Text(plain(share))))
        .put("preference", plan.preference())
        .put("covariates", plan.covariates())
        .build();
  }

  private static Json mechanism(MechanismPlan plan) {
    return Json.object()
        .put("effect", plan.effect())
        .put("mediator", plan.mediator())
        .put("assumptions", plan.assumptions())
        .build();
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
