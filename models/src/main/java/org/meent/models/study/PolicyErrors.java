// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.meent.models.frame.Frame;
import org.meent.models.further.LearnedPolicy;
import org.meent.models.further.PolicyAnswer;
import org.meent.models.measurement.Reliability;
import org.meent.models.measurement.ScoresWithError;
import org.meent.models.study.FindingLine.Kind;
import org.meent.protocols.FurtherPlan;
import org.meent.protocols.Protocol;

/**
 * Whether a rule changes where covariates were measured with error: learned without them, and
 * adjusted for a version of them with as much error again. A rule changes if what may be claimed
 * changes, or if more than a tenth of the weight would get another arm. A rule asks what is
 * recorded, with its error, since that is what a caseworker would see.
 */
final class PolicyErrors {
  private static final double MOVED = 0.1;
  private static final double IF_UNKNOWN = 0.7;

  private final Protocol protocol;
  private final PolicySample sample;
  private final PolicyStudy study;
  private final LearnedPolicy learned;
  private final boolean pattern;

  PolicyErrors(
      Protocol protocol,
      PolicySample sample,
      PolicyStudy study,
      LearnedPolicy learned,
      List<PolicyAnswer.Gain> gains) {
    this.protocol = protocol;
    this.sample = sample;
    this.study = study;
    this.learned = learned;
    this.pattern = PolicyAnswer.pattern(gains, learned.frame().arms());
  }

  List<FindingLine> lines() {
    FurtherPlan plan = protocol.analysis().further();
    Set<String> erring = new TreeSet<>(plan.reliability().keySet());
    erring.retainAll(sample.plan().covariates());
    if (erring.isEmpty()) {
      return List.of();
    }
    List<FindingLine> lines = new ArrayList<>();
    List<String> asks =
        sample.plan().asks().stream().filter(name -> !erring.contains(name)).toList();
    boolean left = sample.plan().covariates().stream().anyMatch(name -> !erring.contains(name));
    if (!asks.isEmpty() && left) {
      double[][] columns = PolicyAsks.of(sample.cohort(), asks, sample.units()).columns();
      Frame frame = sample.frame(name -> !erring.contains(name));
      lines.add(line("without " + String.join(", ", erring), study.learn(frame, columns)));
    }
    List<Reliability> shares = new ArrayList<>();
    plan.reliability()
        .forEach(
            (name, known) ->
                learned.frame().names().stream()
                    .filter(column -> column.equals(name) || column.startsWith(name + "="))
                    .forEach(
                        column ->
                            shares.add(
                                new Reliability(
                                    column,
                                    known.share().map(Number::doubleValue).orElse(IF_UNKNOWN)))));
    Frame noisier = ScoresWithError.twice(learned.frame(), shares, protocol.analysis().seed());
    lines.add(
        line(
            "twice the error of " + String.join(", ", erring),
            study.learn(noisier, learned.rows().columns())));
    return lines;
  }

  private FindingLine line(String subject, LearnedPolicy other) {
    List<PolicyAnswer.Gain> gains = other.gains(Optional.empty());
    List<String> arms = other.frame().arms();
    var best = PolicyAnswer.overBestArm(gains, arms).value();
    double moved = moved(other);
    boolean claims = PolicyAnswer.pattern(gains, arms);
    boolean changes = claims != pattern || (claims && moved > MOVED);
    return new FindingLine(
        Kind.POLICY_ERROR,
        subject,
        List.of(best.gain(), best.lower(), best.upper(), moved),
        changes);
  }

  /** The share of the weight that would get another arm. */
  private double moved(LearnedPolicy other) {
    int[] here = learned.rows().given(learned.found().tree());
    int[] there = other.rows().given(other.found().tree());
    double[] weights = learned.rows().weights();
    double moved = 0;
    double all = 0;
    for (int i = 0; i < here.length; i++) {
      moved += here[i] == there[i] ? 0 : weights[i];
      all += weights[i];
    }
    return moved / all;
  }
}
