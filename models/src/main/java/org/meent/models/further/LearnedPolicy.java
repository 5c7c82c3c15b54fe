// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.further;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.meent.models.effect.SeveralArms;
import org.meent.models.frame.Frame;
import org.meent.models.frame.Grouping;
import org.meent.models.learner.Learner;
import org.meent.models.learner.Parallel;
import org.meent.models.learner.Stack;
import org.meent.models.policy.CapacitySearch;
import org.meent.models.policy.PolicyRows;
import org.meent.models.policy.PolicySearch;
import org.meent.models.policy.PolicyTree;
import org.meent.models.policy.PolicyValue;
import org.meent.models.reach.GroupGains;

/**
 * The best rule on doubly robust scores of every arm, {@code μ_a + 1(W = a)(Y - μ_a)/e_a}, judged
 * by cross-validation. For sums over rows only: what a rule gives to a row is never written.
 *
 * @param frame the rows, all arms
 * @param arms probabilities and outcomes of every arm
 * @param rows what the rule was learned from
 * @param search limits, costs and room
 * @param found the rule
 * @param judged each row's score under rules learned without it
 * @param today what each row has, costs taken off
 */
public record LearnedPolicy(
    Frame frame,
    SeveralArms arms,
    PolicyRows rows,
    CapacitySearch search,
    CapacitySearch.Found found,
    PolicyValue.CrossValidated judged,
    double[] today) {
  private static final int FOLDS = 5;
  private static final double BOUND = 0.005;

  /**
   * What a rule is learned with.
   *
   * @param search limits, costs and room; every end of the rule holds as many persons as it demands
   *     rows
   * @param outcome learners of the outcome
   * @param treatment learners of the arms
   * @param seed of folds and learners
   * @param threads number of threads; results do not depend on it
   */
  public record Setting(
      CapacitySearch search,
      List<Learner> outcome,
      List<Learner> treatment,
      long seed,
      int threads) {

    /** With the learners of {@link Stack}. */
    public Setting(CapacitySearch search, long seed, int threads) {
      this(search, Stack.ofOutcome(), Stack.ofTreatment(), seed, threads);
    }
  }

  /**
   * Learns.
   *
   * @param columns covariates that may be asked
   * @param open whether an arm is open to a row, by arm and row; the first is open to all
   * @param person number of the person of each row
   */
  public static LearnedPolicy of(
      Frame frame, double[][] columns, boolean[][] open, int[] person, Setting setting) {
    try (Parallel parallel = new Parallel(setting.threads())) {
      SeveralArms arms =
          SeveralArms.fit(
              frame,
              open,
              setting.outcome(),
              setting.treatment(),
              FOLDS,
              BOUND,
              setting.seed(),
              parallel);
      PolicyRows rows = new PolicyRows(columns, scores(frame, arms, open), frame.weights(), open);
      CapacitySearch search = setting.search();
      CapacitySearch.Found found = search.search(rows, parallel);
      int least = search.search().fewest();
      long persons = smallestLeaf(rows, found.tree(), person);
      while (persons < least && found.tree() instanceof PolicyTree.Question) {
        int fewest = search.search().fewest();
        int more = (int) Math.max(fewest + 1L, (long) fewest * least / Math.max(1, persons));
        search = search.withSearch(search.search().withFewest(Math.min(more, rows.size())));
        found = search.search(rows, parallel);
        persons = smallestLeaf(rows, found.tree(), person);
      }
      PolicyValue.CrossValidated judged =
          PolicyValue.crossValidated(search, rows, frame, FOLDS, setting.seed(), parallel);
      return new LearnedPolicy(
          frame, arms, rows, search, found, judged, today(frame, search.cost()));
    }
  }

  private static double[][] scores(Frame frame, SeveralArms arms, boolean[][] open) {
    int[] w = frame.treatment();
    double[] y = frame.outcome();
    double[][] scores = new double[frame.arms().size()][y.length];
    for (int a = 0; a < scores.length; a++) {
      for (int i = 0; i < y.length; i++) {
        double expected = arms.outcome()[a][i];
        boolean seen = w[i] == a && open[a][i];
        scores[a][i] = expected + (seen ? (y[i] - expected) / arms.propensity()[a][i] : 0);
      }
    }
    return scores;
  }

  private static double[] today(Frame frame, double[] cost) {
    int[] w = frame.treatment();
    double[] today = frame.outcome();
    for (int i = 0; i < today.length; i++) {
      today[i] -= cost[w[i]];
    }
    return today;
  }

  private static long smallestLeaf(PolicyRows rows, PolicyTree tree, int[] person) {
    int[] leaf = rows.leaves(tree);
    int leaves = IntStream.of(leaf).max().orElse(0) + 1;
    long smallest = Long.MAX_VALUE;
    for (int l = 0; l < leaves; l++) {
      int at = l;
      long persons =
          IntStream.range(0, leaf.length)
              .filter(i -> leaf[i] == at)
              .map(i -> person[i])
              .distinct()
              .count();
      smallest = Math.min(smallest, persons);
    }
    return smallest;
  }

  /**
   * The gains over today, over each arm for everybody to whom it is open, and over what people
   * wanted where that is known and open.
   *
   * @param wanted the arm that each row wanted, -1 where it is not known; or nothing
   */
  public List<PolicyAnswer.Gain> gains(Optional<int[]> wanted) {
    double[][] net = rows.net(search.cost());
    List<PolicyAnswer.Gain> gains = new ArrayList<>();
    gains.add(new PolicyAnswer.Gain(PolicyAnswer.TODAY, judged.over(today)));
    for (int a = 0; a < net.length; a++) {
      gains.add(new PolicyAnswer.Gain(frame.arms().get(a), judged.over(net[a])));
    }
    wanted.ifPresent(
        arm -> {
          double[] own = today.clone();
          for (int i = 0; i < own.length; i++) {
            own[i] = arm[i] < 0 || !rows.open()[arm[i]][i] ? own[i] : net[arm[i]][i];
          }
          gains.add(new PolicyAnswer.Gain(PolicyAnswer.PREFERENCE, judged.over(own)));
        });
    return gains;
  }

  /** Gains over today and gaps by group. */
  public GroupGains groups(List<Grouping> groups, long seed) {
    return GroupGains.of(frame, groups, judged.scores(), today, seed);
  }

  /** The gain over today without each part of a division. */
  public List<PolicyAnswer.Gain> without(Grouping division) {
    List<PolicyAnswer.Gain> gains = new ArrayList<>();
    for (Grouping.Part part : division.parts()) {
      boolean[] rest = new boolean[part.in().length];
      for (int i = 0; i < rest.length; i++) {
        rest[i] = !part.in()[i];
      }
      if (IntStream.range(0, rest.length).filter(i -> rest[i]).count()
          >= 2L * search.search().fewest()) {
        gains.add(new PolicyAnswer.Gain(part.written(), judged.over(today, rest)));
      }
    }
    return gains;
  }

  /** The deepest rule that so many rows allow. */
  public static boolean tooDeep(PolicySearch search, int rows) {
    return search.depth() == PolicySearch.DEEPEST && rows > PolicySearch.MOST_ROWS_AT_DEEPEST;
  }
}
