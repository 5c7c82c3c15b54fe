// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.further;

import java.util.List;
import org.meent.models.frame.JsonText;
import org.meent.models.policy.PolicyTree;
import org.meent.models.policy.PolicyValue;
import org.meent.models.survival.CurvePoint;
import org.meent.models.survival.ExitCurves;

/** The further answers as JSON; the schema is {@code META-INF/meent/schemas/further-1.json}. */
public final class FurtherSummary {
  private final JsonText json = new JsonText();

  private FurtherSummary() {}

  /** The whole text. */
  public static String json(FurtherAnswers answers) {
    FurtherSummary summary = new FurtherSummary();
    summary.json.open('{').field("schema", "meent/further/1").open("exits", '[');
    answers.exits().forEach(summary::exits);
    summary.json.close(']').open("policy", '[');
    answers.policy().ifPresent(summary::policy);
    summary.json.close(']').open("arms", '[');
    answers.arms().forEach(arm -> new ReachSummary(summary.json).write(arm));
    summary.json.close(']').open("mechanisms", '[');
    answers.mechanisms().forEach(one -> new MechanismSummary(summary.json).write(one));
    return summary.json.close(']').close('}').text();
  }

  private void exits(ExitCurves curves) {
    json.open('{')
        .field("arm", curves.arms().getLast())
        .field("reference", curves.arms().getFirst())
        .field("estimand", curves.estimand().label())
        .open("exits", '[');
    for (ExitCurves.ExitCurve curve : curves.exits()) {
      json.open('{')
          .field("kind", curve.kind())
          .field("monthsGained", curve.monthsGained().value())
          .field("monthsGainedSe", curve.monthsGained().se());
      points("reference", curve.reference());
      points("arm", curve.arm());
      points("difference", curve.difference());
      json.close('}');
    }
    json.close(']').close('}');
  }

  private void points(String name, List<CurvePoint> points) {
    json.open(name, '[');
    for (CurvePoint point : points) {
      json.open('{')
          .field("month", point.month())
          .field("value", point.value())
          .field("se", point.se())
          .field("lower", point.lower())
          .field("upper", point.upper())
          .field("bandLower", point.bandLower())
          .field("bandUpper", point.bandUpper())
          .close('}');
    }
    json.close(']');
  }

  private void policy(PolicyAnswer answer) {
    json.open('{');
    json.open("tree", '{');
    tree(answer.found().tree(), answer);
    json.close('}')
        .field("total", answer.found().total())
        .field("atMost", answer.found().atMost())
        .field("betterThanToday", answer.betterThanToday())
        .field("pattern", answer.pattern())
        .open("gains", '[');
    for (PolicyAnswer.Gain gain : answer.gains()) {
      PolicyValue value = gain.value();
      json.open('{')
          .field("over", gain.over())
          .field("gain", value.gain())
          .field("se", value.se())
          .field("lower", value.lower())
          .field("upper", value.upper())
          .close('}');
    }
    json.close(']').open("without", '[');
    for (PolicyAnswer.Gain gain : answer.without()) {
      json.open('{').field("group", gain.over()).field("gain", gain.value().gain()).close('}');
    }
    json.close(']');
    tests(answer);
    json.close('}');
  }

  private void tests(PolicyAnswer answer) {
    json.open("proxies", '[');
    answer
        .proxies()
        .forEach(
            proxy ->
                json.open('{')
                    .field("attribute", proxy.attribute())
                    .field("association", proxy.association())
                    .field("guessed", proxy.guessed())
                    .field("guessedAnyway", proxy.guessedAnyway())
                    .close('}'));
    json.close(']').open("groups", '[');
    answer
        .groups()
        .lines()
        .forEach(
            line ->
                json.open('{')
                    .field("group", line.group())
                    .field("gain", line.gain())
                    .field("lower", line.lower())
                    .field("upper", line.upper())
                    .field("gapToday", line.gapToday())
                    .field("gapUnder", line.gapUnder())
                    .field("changeLower", line.changeLower())
                    .field("changeUpper", line.changeUpper())
                    .close('}'));
    json.close(']').texts("groupsTooFew", answer.groups().tooFew());
  }

  private void tree(PolicyTree tree, PolicyAnswer answer) {
    switch (tree) {
      case PolicyTree.Leaf leaf ->
          json.field("arm", answer.arms().get(leaf.arm())).field("rows", leaf.rows());
      case PolicyTree.Question question -> {
        json.field("question", answer.questions().get(question.column()))
            .field("atMost", question.threshold());
        json.open("yes", '{');
        tree(question.low(), answer);
        json.close('}').open("no", '{');
        tree(question.high(), answer);
        json.close('}');
      }
    }
  }
}
