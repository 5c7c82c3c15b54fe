// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.canonical;

import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.AnalysisPlan.Method;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.EffectFamilyPlan;
import org.meent.protocols.GatePlan;
import org.meent.protocols.HorizonPlan;
import org.meent.protocols.yaml.Words;

/**
 * The planned analyses of a protocol as JSON. What came later is left out where it was not written,
 * so that signed digests stay.
 */
final class AnalysisJson {
  private AnalysisJson() {}

  static Json of(AnalysisPlan analysis, CohortPlan cohort) {
    boolean several = cohort.outcomes().size() > 1 || cohort.exits().isPresent();
    var json = Json.object().put("seed", analysis.seed());
    FurtherJson.into(json, analysis.further());
    if (analysis.trees() != AnalysisPlan.USUAL) {
      json.put("trees", analysis.trees());
    }
    analysis.family().ifPresent(family -> json.put("family", family(family)));
    if (!analysis.horizons().isEmpty()) {
      json.put("horizons", ProtocolJson.each(analysis.horizons(), AnalysisJson::horizon));
    }
    if (!analysis.exits().isEmpty()) {
      json.put("exits", ProtocolJson.each(analysis.exits(), ExitJson::contrast));
    }
    if (!analysis.harm().measures().isEmpty()) {
      json.put("possible-harm", ExitJson.harm(analysis.harm()));
    }
    return json.put(
            "effects", ProtocolJson.each(analysis.effects(), effect -> effect(effect, several)))
        .build();
  }

  private static Json family(EffectFamilyPlan family) {
    return Json.object()
        .put("kind", Words.of(family.kind()))
        .put("effects", family.effects())
        .put("methods", family.methods().stream().map(Method::label).toList())
        .build();
  }

  private static Json horizon(HorizonPlan horizon) {
    return Json.object()
        .put("unit", horizon.unit())
        .put("effects", ProtocolJson.each(horizon.effects(), moment -> new Json.Whole(moment)))
        .build();
  }

  /** The outcome of an effect is named only where there are several. */
  private static Json effect(AnalysisPlan.Effect effect, boolean several) {
    var json = Json.object();
    if (several) {
      json.put("outcome", effect.outcome());
    }
    gates(json, effect.gates());
    return json.put("known-only", effect.knownOnly())
        .put("arm", effect.arm())
        .put("reference", effect.reference())
        .put("estimands", effect.estimands())
        .put("methods", effect.methods().stream().map(Method::label).toList())
        .put("covariates", effect.covariates())
        .put("groups", effect.groups())
        .build();
  }

  private static void gates(Json.Builder json, GatePlan gates) {
    if (!gates.negativeControl().isEmpty()) {
      json.put("negative-control", gates.negativeControl());
    }
    if (!gates.within().isEmpty()) {
      json.put("within", gates.within());
    }
    if (!gates.anticipation().isEmpty()) {
      json.put("anticipation", gates.anticipation());
    }
    if (!gates.recordedBy().isEmpty()) {
      json.put("recorded-by", gates.recordedBy());
    }
  }
}
