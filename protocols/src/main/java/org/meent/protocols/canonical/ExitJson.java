// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.canonical;

import org.meent.protocols.AnalysisPlan.ExitContrast;
import org.meent.protocols.ExitPlan;
import org.meent.protocols.PossibleHarm;
import org.meent.protocols.yaml.Words;

/** What a protocol says of leaving and of possible harm, as JSON. */
final class ExitJson {
  private ExitJson() {}

  static Json of(ExitPlan exits) {
    return Json.object()
        .put("name", exits.name())
        .put("from", state(exits.from()))
        .put("gap", exits.gap())
        .put("follow", exits.follow())
        .put("within", exits.within())
        // A list, because the first kind that holds counts.
        .put(
            "kinds",
            new Json.Items(
                exits.kinds().sequencedEntrySet().stream()
                    .<Json>map(
                        kind ->
                            Json.object()
                                .put("name", kind.getKey())
                                .put("is", state(kind.getValue()))
                                .build())
                    .toList()))
        .put("otherwise", Words.of(exits.otherwise()))
        .put("returns-of", exits.returnsOf())
        .put("known-until", exits.knownUntil().toString())
        .build();
  }

  private static Json state(ExitPlan.State state) {
    return Json.object()
        .put("from", state.from())
        .put("where", ProtocolJson.each(state.where(), Json::texts))
        .build();
  }

  static Json contrast(ExitContrast contrast) {
    return Json.object()
        .put("arm", contrast.arm())
        .put("reference", contrast.reference())
        .put("known-only", contrast.knownOnly())
        .put("covariates", contrast.covariates())
        .put("estimand", contrast.estimand())
        .put("horizon", contrast.horizon())
        .build();
  }

  static Json harm(PossibleHarm harm) {
    var json = Json.object();
    harm.measures()
        .forEach(
            (one, measure) ->
                json.put(
                    Words.of(one),
                    switch (measure) {
                      case PossibleHarm.ByOutcome(String outcome) ->
                          Json.object().put("outcome", outcome).build();
                      case PossibleHarm.NotMeasured(String why) ->
                          Json.object().put("not-measured", why).build();
                    }));
    return json.build();
  }
}
