// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.further;

import org.meent.models.check.OverlapVerdict.Measure;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.frame.JsonText;
import org.meent.models.mechanism.MechanismAnswer;
import org.meent.models.mechanism.MediatedEffect;

/** What goes through a mechanism, as a part of the summary. */
final class MechanismSummary {
  private final JsonText json;

  MechanismSummary(JsonText json) {
    this.json = json;
  }

  void write(MechanismAnswer answer) {
    json.open('{')
        .field("arm", answer.arm())
        .field("reference", answer.reference())
        .field("mechanism", answer.mechanism().column())
        .field("timeChecked", answer.mechanism().day().isPresent())
        .field("carried", answer.effect().isPresent());
    answer.obstacle().ifPresent(measure -> measure("refusedBy", measure));
    answer.effect().ifPresent(this::effect);
    json.close('}');
  }

  private void effect(MediatedEffect effect) {
    part("total", effect.total());
    part("direct", effect.direct());
    part("through", effect.through());
    json.field("known", effect.known())
        .field("unmeasuredToZero", effect.strength().toZero())
        .field("unmeasuredToDoubt", effect.strength().toDoubt());
    effect.overlap().forEach(measure -> measure(measure.criterion(), measure));
  }

  private void part(String name, EffectEstimate estimate) {
    json.open(name, '{')
        .field("value", estimate.value())
        .field("se", estimate.se())
        .field("lower", estimate.lower())
        .field("upper", estimate.upper())
        .close('}');
  }

  private void measure(String name, Measure measure) {
    json.open(name, '{')
        .field("criterion", measure.criterion())
        .field("measured", measure.measured())
        .field("limit", measure.limit())
        .close('}');
  }
}
