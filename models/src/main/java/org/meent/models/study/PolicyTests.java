// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.meent.models.frame.Frame;
import org.meent.models.frame.Grouping;
import org.meent.models.further.LearnedPolicy;
import org.meent.models.policy.ProxyStrength;
import org.meent.models.reach.GroupCalibration;
import org.meent.models.reach.GroupGains;
import org.meent.models.study.FindingLine.Kind;
import org.meent.protocols.FurtherPlan;
import org.meent.protocols.Protocol;

/**
 * Whether a rule is right for every group: gains and gaps, predicted effects against shown ones,
 * what its questions tell of protected attributes, and whether one place carries it.
 */
final class PolicyTests {
  private static final int MOST_VALUES = 12;

  private final FurtherPlan plan;
  private final PolicySample sample;
  private final LearnedPolicy learned;
  private final long seed;
  private final GroupGains gains;

  PolicyTests(Protocol protocol, PolicySample sample, LearnedPolicy learned) {
    this.plan = protocol.analysis().further();
    this.sample = sample;
    this.learned = learned;
    this.seed = protocol.analysis().seed();
    this.gains = learned.groups(groups(), seed);
  }

  /** Divisions by protected covariates of few values. */
  List<Grouping> groups() {
    return Stream.concat(plan.protectedCovariates().stream(), plan.proxies().stream())
        .map(sample::grouping)
        .filter(grouping -> grouping.distinct().size() <= MOST_VALUES)
        .toList();
  }

  GroupGains gains() {
    return gains;
  }

  List<FindingLine> lines() {
    List<FindingLine> lines = new ArrayList<>();
    for (Grouping group : groups()) {
      ProxyStrength found =
          ProxyStrength.of(
              group.name(), learned.found().tree(), learned.rows().columns(), group.labels());
      lines.add(
          line(
              Kind.PROXY,
              found.attribute(),
              found.association(),
              found.guessed(),
              found.guessedAnyway()));
      lines.addAll(sample.present(group.name()));
    }
    for (GroupGains.Line gap : gains.lines()) {
      lines.add(
          new FindingLine(
              Kind.GAP,
              gap.group(),
              List.of(gap.gapToday(), gap.gapUnder(), gap.changeLower(), gap.changeUpper()),
              gap.widens()));
    }
    gains.tooFew().forEach(group -> lines.add(line(Kind.TOO_FEW, group)));
    for (int arm = 1; arm < learned.frame().arms().size(); arm++) {
      calibration(arm, lines);
    }
    if (!plan.municipality().isEmpty()) {
      learned
          .without(sample.grouping(plan.municipality()))
          .forEach(gain -> lines.add(without(gain.over(), gain.value().gain())));
    }
    return lines;
  }

  private static FindingLine without(String place, double gain) {
    return new FindingLine(Kind.WITHOUT, place, List.of(gain), gain <= 0);
  }

  /** Among those to whom the arm is open, and who are in it or in the reference. */
  private void calibration(int arm, List<FindingLine> lines) {
    Frame pair = learned.frame().contrast(arm);
    int[] at =
        learned.frame().arms().size() == 2
            ? IntStream.range(0, learned.frame().rows()).toArray()
            : learned.frame().positions(arm);
    boolean[] open = learned.rows().open()[arm];
    List<Grouping> groups =
        groups().stream()
            .map(
                group ->
                    new Grouping(
                        group.name(),
                        Arrays.stream(at)
                            .mapToObj(i -> open[i] ? group.labels().get(i) : "")
                            .toList()))
            .toList();
    double[] scores = learned.arms().scores(arm);
    double[][] outcome = learned.arms().outcome();
    double[] shown = Arrays.stream(at).mapToDouble(i -> open[i] ? scores[i] : 0).toArray();
    double[] predicted =
        Arrays.stream(at).mapToDouble(i -> open[i] ? outcome[arm][i] - outcome[0][i] : 0).toArray();
    String label = learned.frame().arms().get(arm);
    GroupCalibration.of(pair, groups, shown, predicted, seed)
        .lines()
        .forEach(
            found ->
                lines.add(
                    new FindingLine(
                        Kind.CALIBRATION,
                        label + ", " + found.group(),
                        List.of(found.predicted(), found.shown(), found.lower(), found.upper()),
                        !found.holds())));
  }

  private static FindingLine line(Kind kind, String subject, Double... figures) {
    return new FindingLine(kind, subject, List.of(figures), false);
  }
}
