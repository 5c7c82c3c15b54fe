// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.further;

import java.util.Locale;
import org.meent.models.check.GateResult;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.frame.JsonText;
import org.meent.models.heterogeneity.OtherEffects;
import org.meent.models.measurement.ErrorGrid;
import org.meent.models.measurement.MeasurementCheck;
import org.meent.models.measurement.RaterCheck;
import org.meent.models.reach.GroupCalibration;
import org.meent.models.reach.Transport;

/** For whom the result of an arm holds, as a part of the summary. */
final class ReachSummary {
  private final JsonText json;

  ReachSummary(JsonText json) {
    this.json = json;
  }

  void write(ArmReach arm) {
    json.open('{').field("arm", arm.arm()).open("gates", '[');
    arm.gates().forEach(this::gate);
    json.close(']').open("calibration", '[');
    arm.calibration().ifPresent(found -> found.lines().forEach(this::line));
    json.close(']').open("without", '[');
    arm.left().ifPresent(found -> found.without().forEach(this::without));
    json.close(']').open("others", '[');
    arm.others().ifPresent(this::others);
    json.close(']').open("measurement", '[');
    arm.measurement().checks().forEach(this::measurement);
    json.close(']').open("misclassified", '[');
    arm.measurement().grids().forEach(this::grid);
    json.close(']').open("rater", '[');
    arm.measurement().rater().ifPresent(this::rater);
    json.close(']').open("groups", '[');
    arm.groups().forEach(this::represented);
    json.close(']').open("effectLearners", '[');
    arm.learners().forEach(this::learner);
    json.close(']').close('}');
  }

  private void learner(OtherEffects found) {
    json.open('{')
        .field("learner", found.learner().label())
        .field("gain", found.baseline().gain())
        .field("se", found.baseline().se())
        .field("p", found.baseline().p())
        .field("correlationWithForest", found.correlation())
        .close('}');
  }

  private void gate(GateResult gate) {
    json.open('{')
        .field("gate", gate.gate())
        .field("verdict", gate.verdict().label())
        .field("criterion", gate.criterion())
        .field("measured", gate.measured())
        .close('}');
  }

  private void line(GroupCalibration.Line line) {
    json.open('{')
        .field("group", line.group())
        .field("predicted", line.predicted())
        .field("shown", line.shown())
        .field("lower", line.lower())
        .field("upper", line.upper())
        .close('}');
  }

  private void without(EffectEstimate estimate) {
    json.open('{')
        .field("group", estimate.group())
        .field("value", estimate.value())
        .field("se", estimate.se())
        .close('}');
  }

  private void others(Transport found) {
    json.open('{').field("known", found.estimate().isPresent());
    found
        .estimate()
        .ifPresent(
            estimate ->
                json.field("value", estimate.value())
                    .field("se", estimate.se())
                    .field("lower", estimate.interval().lower())
                    .field("upper", estimate.interval().upper()));
    json.close('}');
  }

  private void measurement(MeasurementCheck found) {
    json.open('{')
        .field("with", found.with().value())
        .field("without", found.without().value())
        .field("corrected", found.corrected())
        .field("fragile", found.fragile())
        .open("assumed", '[');
    found
        .assumed()
        .forEach(
            one ->
                json.open('{')
                    .field("covariate", one.covariate())
                    .field("reliability", one.share())
                    .close('}'));
    json.close(']').close('}');
  }

  private void grid(ErrorGrid grid) {
    json.open('{').field("of", grid.subject()).field("fragile", grid.fragile()).open("cells", '[');
    for (ErrorGrid.Cell cell : grid.cells()) {
      json.open('{')
          .field("falsePositive", cell.falsePositive())
          .field("falseNegative", cell.falseNegative())
          .field("whom", cell.whom().name().toLowerCase(Locale.ROOT))
          .field("possible", cell.possible());
      if (cell.possible()) {
        json.field("value", cell.effect().value())
            .field("lower", cell.effect().lower())
            .field("upper", cell.effect().upper())
            .field("turns", grid.recorded().contradicts(cell.effect()));
      }
      json.close('}');
    }
    json.close(']').close('}');
  }

  private void rater(RaterCheck check) {
    json.open('{')
        .field("raters", check.raters())
        .field("lower", check.within().lower())
        .field("upper", check.within().upper())
        .field("fragile", check.fragile())
        .close('}');
  }

  private void represented(ArmReach.Represented group) {
    json.open('{')
        .field("group", group.group())
        .field("inFile", group.inFile())
        .field("inResult", group.inResult())
        .close('}');
  }
}
