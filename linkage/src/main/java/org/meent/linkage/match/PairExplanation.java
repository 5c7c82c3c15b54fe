// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Why a pair of records has the probability that it has, as a waterfall: the weights (binary
 * logarithms of odds) of its steps add up to the weight of the probability. Holds levels, never
 * values; ids make it fit for inside only.
 *
 * @param leftId id of the left record
 * @param rightId id of the right record
 * @param probability probability that both are one person's
 * @param steps prior, fields, what fields say together, other partners
 */
public record PairExplanation(String leftId, String rightId, double probability, List<Step> steps) {
  private static final double FARTHEST = 1e-12;

  /**
   * One step.
   *
   * @param name a field, or {@code prior}, {@code together} (agreements that come along with
   *     others, and persons who moved), {@code other partners} (one to one, and labels)
   * @param level the level of comparison; empty where it is no field
   * @param weight what it adds
   */
  public record Step(String name, String level, double weight) {}

  /** Copies the list. */
  public PairExplanation {
    steps = List.copyOf(steps);
  }

  /** The pairs of which it is least sure what they are, in the order of their records. */
  static List<PairExplanation> leastSure(Estimation estimation, LinkageDraws named, int count) {
    double[] probability = estimation.pairs().probability();
    return IntStream.range(0, probability.length)
        .boxed()
        .sorted(
            (a, b) -> {
              int bySureness =
                  Double.compare(Math.abs(probability[a] - 0.5), Math.abs(probability[b] - 0.5));
              return bySureness != 0 ? bySureness : Integer.compare(a, b);
            })
        .limit(count)
        .sorted()
        .map(pair -> of(estimation, named.link(pair), pair))
        .toList();
  }

  private static PairExplanation of(Estimation estimation, LinkageResult.Link link, int pair) {
    ScoredPairs pairs = estimation.pairs();
    MatchModel model = estimation.model();
    LinkageFields fields = model.fields();
    long pattern = pairs.patterns()[pairs.pattern()[pair]];
    List<Step> steps = new ArrayList<>();
    double sum = weight(model.priorOdds());
    steps.add(new Step("prior", "", sum));
    for (int f = 0; f < fields.patternFields(); f++) {
      int level = LinkageFields.level(pattern, f);
      if (level != FieldComparison.MISSING) {
        double chance = fields.chance(f, level, pairs.left()[pair], pairs.right()[pair]);
        double weight = weight(model.m(f, level) / chance);
        steps.add(new Step(fields.name(f), fields.levels(f).get(level), weight));
        sum += weight;
      }
    }
    double alone = weight(pairs.odds()[pair]);
    steps.add(new Step("together", "", alone - sum));
    double probability = Math.max(FARTHEST, Math.min(1 - FARTHEST, link.probability()));
    steps.add(new Step("other partners", "", weight(probability / (1 - probability)) - alone));
    return new PairExplanation(link.leftId(), link.rightId(), link.probability(), steps);
  }

  private static double weight(double odds) {
    return StrictMath.log(odds) / StrictMath.log(2);
  }
}
