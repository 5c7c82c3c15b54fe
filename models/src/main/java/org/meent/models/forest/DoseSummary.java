// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.Locale;
import org.meent.models.effect.EffectFamily;
import org.meent.models.frame.JsonText;

/** The summary of a fit of an amount of treatment, in the schema of all fits. */
final class DoseSummary {
  private DoseSummary() {}

  static String json(DoseResult result) {
    JsonText json = new JsonText();
    json.open('{');
    SummaryParts.making(
        json, result.job(), result.fit().frame(), result.hash(), result.fit().splits().size());
    json.texts("notes", result.notes());
    SummaryParts.interval(json, result.job());
    json.open("estimates", '[');
    result.estimates().forEach(found -> SummaryParts.estimate(json, found));
    result.family().members().stream()
        .skip(1)
        .map(EffectFamily.Adjusted::estimate)
        .forEach(found -> SummaryParts.estimate(json, found));
    json.close(']');
    SummaryParts.family(json, result.family());
    json.open("gates", '[');
    SummaryParts.gates(json, result.fit().frame().arms().getFirst(), result.gates());
    json.close(']')
        .texts(
            "refusedGroups",
            result.refusals().stream().map(r -> r.sentence(Locale.ENGLISH)).toList())
        .open("arms", '[')
        .close(']');
    return json.close('}').text();
  }
}
