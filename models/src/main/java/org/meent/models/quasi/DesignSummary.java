// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import org.meent.models.check.GateResult;
import org.meent.models.forest.ResultHash;
import org.meent.models.frame.JsonText;

/** The summary of a design as JSON; its schema is {@code fit-design-1.json}. */
public final class DesignSummary {
  private DesignSummary() {}

  /** The text of {@code summary.json}. */
  public static String json(DesignJob job, DesignResult result) {
    JsonText json = new JsonText();
    json.open('{')
        .field("schema", "meent/fit-design/1")
        .field("design", result.design())
        .field("estimand", result.estimand())
        .field("treatment", job.columns().treatment())
        .field("outcome", job.columns().outcome())
        .field("criteria", job.criteria().sha256())
        .field("hash", hash(result))
        .texts("notes", result.notes())
        .open("estimates", '[');
    for (DesignResult.Line line : result.estimates()) {
      json.open('{')
          .field("name", line.name())
          .field("value", line.value())
          .field("se", line.se())
          .field("lower", line.lower())
          .field("upper", line.upper())
          .close('}');
    }
    json.close(']').open("gates", '[');
    for (GateResult gate : result.gates()) {
      json.open('{')
          .field("gate", gate.gate())
          .field("verdict", gate.verdict().label())
          .field("criterion", gate.criterion())
          .field("measured", gate.measured())
          .field("atLeast", gate.lowest())
          .close('}');
    }
    json.close(']').open("measures", '[');
    for (DesignResult.Measure measure : result.measures()) {
      json.open('{').field("name", measure.name()).field("value", measure.value()).close('}');
    }
    return json.close(']').close('}').text();
  }

  private static String hash(DesignResult result) {
    ResultHash hash = new ResultHash().add(result.design());
    for (DesignResult.Line line : result.estimates()) {
      hash.add(line.name()).add(line.value(), line.se(), line.lower(), line.upper());
    }
    return hash.hex();
  }
}
