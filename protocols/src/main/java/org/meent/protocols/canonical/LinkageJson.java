// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.canonical;

import org.meent.protocols.BridgePlan;
import org.meent.protocols.LinkagePlan;
import org.meent.protocols.PairingPlan;
import org.meent.protocols.ScriptPlan;
import org.meent.protocols.yaml.Words;

/**
 * The linkage of a protocol as JSON, with every component of every record. What came later is left
 * out where it was not written, so that signed digests stay.
 */
final class LinkageJson {
  private LinkageJson() {}

  static Json of(LinkagePlan linkage) {
    Json.Builder json =
        Json.object()
            .put("base", linkage.base())
            .put("identify", linkage.identify())
            .put(
                "joins",
                ProtocolJson.each(linkage.joins(), relation -> new Json.Text(Words.of(relation))))
            .put("subgroups", linkage.subgroups());
    if (!linkage.pairings().isEmpty()) {
      json.put("pairings", ProtocolJson.each(linkage.pairings(), LinkageJson::pairing))
          .put("linkages", linkage.linkages());
    }
    linkage.bridge().ifPresent(bridge -> json.put("bridge", bridge(bridge)));
    if (!linkage.scripts().isEmpty()) {
      json.put("derived", ProtocolJson.each(linkage.scripts(), LinkageJson::script));
    }
    return json.build();
  }

  private static Json pairing(PairingPlan pairing) {
    return Json.object()
        .put("permission-reason", pairing.permission().reason())
        .put("permission-agreed-by", pairing.permission().agreedBy())
        .put("fields", ProtocolJson.each(pairing.fields(), LinkageJson::field))
        .put("threshold", pairing.threshold().stripTrailingZeros().toPlainString())
        .build();
  }

  private static Json field(PairingPlan.Field field) {
    return Json.object()
        .put("kind", Words.of(field.kind()))
        .put("base", field.base())
        .put("source", field.source())
        .build();
  }

  private static Json bridge(BridgePlan bridge) {
    return Json.object()
        .put("source", bridge.source())
        .put("from", bridge.from())
        .put("to", bridge.to())
        .put("date", bridge.date())
        .put("conflicts", Words.of(bridge.conflicts()))
        .build();
  }

  private static Json script(ScriptPlan script) {
    return Json.object()
        .put("sql", ProtocolJson.file(script.sql()))
        .put("from", script.from())
        .put("variable", ProtocolJson.variable(script.variable()))
        .build();
  }
}
