// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.further;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.models.effect.SeveralArms;
import org.meent.models.frame.Frame;
import org.meent.models.frame.Grouping;
import org.meent.models.learner.Parallel;
import org.meent.models.learner.Stack;
import org.meent.models.policy.CapacitySearch;
import org.meent.models.policy.PolicySearch;
import org.meent.models.policy.PolicyValue;
import org.meent.models.policy.ProxyStrength;
import org.meent.models.reach.GroupGains;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Learns a rule from doubly robust scores of every arm, {@code μ_a + 1(W = a)(Y - μ_a)/e_a}, and
 * judges it by cross-validation against today, against one arm for everybody and against what
 * people wanted.
 */
public final class PolicyAnalysis {
  private static final int FOLDS = 5;
  private static final double BOUND = 0.005;

  private final Frame frame;
  private final PolicyQuestion question;
  private final long seed;

  /** For all rows of a frame. */
  public PolicyAnalysis(Frame frame, PolicyQuestion question, long seed) {
    this.frame = frame;
    this.question = question;
    this.seed = seed;
  }

  /**
   * Answers.
   *
   * @param protectedGroups divisions that serve testing
   * @param wanted the arm that each row wanted, by label, empty where it is not known; or nothing
   * @throws org.meent.protocols.refusal.RefusalException if a question is no covariate, is
   *     protected, or has missing values; or an arm is unknown
   */
  public PolicyAnswer answer(
      List<Grouping> protectedGroups, Optional<List<String>> wanted, int threads) {
    double[][] columns = asked(protectedGroups);
    CapacitySearch search = search();
    try (Parallel parallel = new Parallel(threads)) {
      SeveralArms arms =
          SeveralArms.fit(
              frame, Stack.ofOutcome(), Stack.ofTreatment(), FOLDS, BOUND, seed, parallel);
      double[][] scores = scores(arms);
      CapacitySearch.Found found = search.search(columns, scores, parallel);
      PolicyValue.CrossValidated judged =
          PolicyValue.crossValidated(
              search,
              columns,
              scores,
              frame.clusters(),
              frame.clusterCount(),
              FOLDS,
              seed,
              parallel);
      double[] today = today(search.cost());
      List<ProxyStrength> proxies =
          protectedGroups.stream()
              .map(group -> ProxyStrength.of(group.name(), found.tree(), columns, group.labels()))
              .toList();
      return new PolicyAnswer(
          question.questions(),
          frame.arms(),
          found,
          gains(judged, today, search.net(scores), wanted),
          proxies,
          GroupGains.of(frame, protectedGroups, judged.scores(), today, seed));
    }
  }

  private List<PolicyAnswer.Gain> gains(
      PolicyValue.CrossValidated judged,
      double[] today,
      double[][] net,
      Optional<List<String>> wanted) {
    List<PolicyAnswer.Gain> gains = new ArrayList<>();
    gains.add(new PolicyAnswer.Gain("today", judged.over(today)));
    for (int a = 0; a < net.length; a++) {
      gains.add(new PolicyAnswer.Gain(frame.arms().get(a), judged.over(net[a])));
    }
    wanted.ifPresent(
        labels -> {
          double[] own = today.clone();
          for (int i = 0; i < own.length; i++) {
            int arm = frame.arms().indexOf(labels.get(i));
            own[i] = arm < 0 ? own[i] : net[arm][i];
          }
          gains.add(new PolicyAnswer.Gain("preference", judged.over(own)));
        });
    return gains;
  }

  private double[][] scores(SeveralArms arms) {
    int[] w = frame.treatment();
    double[] y = frame.outcome();
    double[][] scores = new double[frame.arms().size()][y.length];
    for (int a = 0; a < scores.length; a++) {
      for (int i = 0; i < y.length; i++) {
        double expected = arms.outcome()[a][i];
        scores[a][i] = expected + (w[i] == a ? (y[i] - expected) / arms.propensity()[a][i] : 0);
      }
    }
    return scores;
  }

  private double[] today(double[] cost) {
    int[] w = frame.treatment();
    double[] today = frame.outcome();
    for (int i = 0; i < today.length; i++) {
      today[i] -= cost[w[i]];
    }
    return today;
  }

  private double[][] asked(List<Grouping> protectedGroups) {
    double[][] all = frame.columns();
    double[][] columns = new double[question.questions().size()][];
    for (int k = 0; k < columns.length; k++) {
      String name = question.questions().get(k);
      int at = frame.names().indexOf(name);
      if (at < 0) {
        throw Refusal.badInput("models.policy.no-covariate", Where.field(name)).asException();
      }
      if (protectedGroups.stream().anyMatch(group -> group.name().equals(name))) {
        throw Refusal.refused("models.policy.protected", Where.field(name)).asException();
      }
      columns[k] = all[at];
      for (double value : columns[k]) {
        if (Double.isNaN(value)) {
          throw Refusal.badInput("models.policy.missing", Where.field(name)).asException();
        }
      }
    }
    return columns;
  }

  private CapacitySearch search() {
    List<String> arms = frame.arms();
    double[] cost = new double[arms.size()];
    double[] room = new double[arms.size()];
    for (int a = 0; a < room.length; a++) {
      cost[a] = question.cost().getOrDefault(arms.get(a), 0.0);
      room[a] = question.room().getOrDefault(arms.get(a), 1.0);
    }
    for (String arm : question.cost().keySet()) {
      demandArm(arm);
    }
    for (String arm : question.room().keySet()) {
      demandArm(arm);
    }
    if (room[0] < 1) {
      throw Refusal.badInput("models.policy.room-of-reference", Where.field(arms.getFirst()))
          .asException();
    }
    boolean deep = question.depth() == PolicySearch.DEEPEST;
    if (deep && frame.rows() > PolicySearch.MOST_ROWS_AT_DEEPEST) {
      throw Refusal.refused(
              "models.policy.too-deep",
              Where.NOWHERE,
              PolicySearch.MOST_ROWS_AT_DEEPEST,
              frame.rows())
          .asException();
    }
    return new CapacitySearch(
        new PolicySearch(question.depth(), question.smallestLeaf()), cost, room);
  }

  private void demandArm(String arm) {
    if (!frame.arms().contains(arm)) {
      throw Refusal.badInput(
              "models.policy.no-arm", Where.NOWHERE, String.join(", ", frame.arms()), arm)
          .asException();
    }
  }
}
