// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.further;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.meent.models.frame.Frame;
import org.meent.models.frame.Grouping;
import org.meent.models.policy.CapacitySearch;
import org.meent.models.policy.PolicyRows;
import org.meent.models.policy.PolicySearch;
import org.meent.models.policy.ProxyStrength;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Asks for a rule on a file of one's own, and judges it against today, against one arm for
 * everybody and against what people wanted.
 *
 * @see LearnedPolicy
 */
public final class PolicyAnalysis {
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
   * @param municipality a division whose parts are left out in turn, or nothing
   * @param wanted the arm that each row wanted, by label, empty where it is not known; or nothing
   * @throws org.meent.protocols.refusal.RefusalException if a question is no covariate, is
   *     protected, or has missing values; or an arm is unknown
   */
  public PolicyAnswer answer(
      List<Grouping> protectedGroups,
      Optional<Grouping> municipality,
      Optional<List<String>> wanted,
      int threads) {
    double[][] columns = asked(protectedGroups);
    int n = frame.rows();
    LearnedPolicy learned =
        LearnedPolicy.of(
            frame,
            columns,
            PolicyRows.allOpen(frame.arms().size(), n),
            IntStream.range(0, n).toArray(),
            new LearnedPolicy.Setting(search(), seed, threads));
    Optional<int[]> arms =
        wanted.map(labels -> labels.stream().mapToInt(frame.arms()::indexOf).toArray());
    return new PolicyAnswer(
        question.questions(),
        frame.arms(),
        learned.found(),
        learned.gains(arms),
        municipality.map(learned::without).orElse(List.of()),
        protectedGroups.stream()
            .map(
                group ->
                    ProxyStrength.of(group.name(), learned.found().tree(), columns, group.labels()))
            .toList(),
        learned.groups(protectedGroups, seed));
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
    PolicySearch tree = new PolicySearch(question.depth(), question.smallestLeaf());
    if (LearnedPolicy.tooDeep(tree, frame.rows())) {
      throw Refusal.refused(
              "models.policy.too-deep",
              Where.NOWHERE,
              PolicySearch.MOST_ROWS_AT_DEEPEST,
              frame.rows())
          .asException();
    }
    return new CapacitySearch(tree, cost, room);
  }

  private void demandArm(String arm) {
    if (!frame.arms().contains(arm)) {
      throw Refusal.badInput(
              "models.policy.no-arm", Where.NOWHERE, String.join(", ", frame.arms()), arm)
          .asException();
    }
  }
}
