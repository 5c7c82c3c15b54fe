// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.mechanism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meent.models.check.OverlapLimits;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.MedianOfSplits;
import org.meent.models.effect.Scores;
import org.meent.models.frame.Frame;
import org.meent.models.learner.CrossFit;
import org.meent.models.learner.Design;
import org.meent.models.learner.Folds;
import org.meent.models.learner.Learner;
import org.meent.models.learner.Parallel;
import org.meent.models.learner.Stack;
import org.meent.protocols.literature.Reference;

/**
 * Splits an average effect into the part that goes through a mechanism and the part that does not,
 * by multiply robust scores with cross-fitted learners:
 *
 * <pre>
 *   total   = E[Y(1,M(1))] - E[Y(0,M(0))]
 *   direct  = E[Y(1,M(0))] - E[Y(0,M(0))]     the mechanism stays as it is without support
 *   through = E[Y(1,M(1))] - E[Y(1,M(0))]     total = direct + through
 * </pre>
 *
 * <p>The score of {@code E[Y(1,M(0))]} is, with {@code e(x)} and {@code e(m,x)} the probabilities
 * of support given covariates, and given covariates and mechanism,
 *
 * <pre>
 *   W (1-e(m,x)) / (e(m,x) (1-e(x))) (Y - μ(m,x)) + (1-W)/(1-e(x)) (μ(m,x) - ω(x)) + ω(x)
 *   μ(m,x) = E[Y | W=1, m, x]      ω(x) = E[μ(M,x) | W=0, x]
 * </pre>
 *
 * <p>It needs no density of the mechanism, which may be a code, a count or an amount, and is right
 * if {@code μ, ω}, or {@code μ, e(x)}, or {@code e(m,x), e(x)} are. The other two means have the
 * usual scores, those of the effect itself, so that the total is the effect that was reported.
 * {@code ω} is learned from rows without support on predictions of learners that saw only rows with
 * support of the same folds: no row helps to predict itself.
 *
 * <p>The weight of a row with support holds {@code 1/(1 - e(x))}, and calibration by steps may set
 * that probability to one where everybody had support. So both probabilities are used as they were
 * learned; {@code μ} and {@code ω} are kept within the outcomes of people with support.
 *
 * <p>Where nothing that support changes moves both mechanism and outcome, the same numbers are
 * interventional effects: the mechanism is then drawn from that of people alike, and no world has
 * to be imagined in which one person has two mechanisms at once.
 *
 * @param folds number of folds; what belongs together is never split over them
 * @param mostSplits most divisions into folds of the effect that are used
 * @param seed of all randomness
 * @param outcomeLearners learners of {@code μ} and {@code ω}
 * @param propensityLearners learners of {@code e(x)} and {@code e(m,x)}
 * @param bound probabilities are kept within [bound, 1 - bound]
 */
@Reference(
    authors = "E. J. Tchetgen Tchetgen, I. Shpitser (2012)",
    title =
        "Semiparametric theory for causal mediation analysis: efficiency bounds, multiple"
            + " robustness and sensitivity analysis",
    source = "Annals of Statistics 40, 1816-1845",
    url = "https://doi.org/10.1214/12-AOS990")
@Reference(
    authors = "H. Farbmacher, M. Huber, L. Lafférs, H. Langen, M. Spindler (2022)",
    title = "Causal mediation analysis with double machine learning",
    source = "The Econometrics Journal 25, 277-300",
    url = "https://doi.org/10.1093/ectj/utac003")
@Reference(
    authors = "T. J. VanderWeele, S. Vansteelandt, J. M. Robins (2014)",
    title =
        "Effect decomposition in the presence of an exposure-induced mediator-outcome confounder",
    source = "Epidemiology 25, 300-306",
    url = "https://doi.org/10.1097/EDE.0000000000000034")
public record Mediation(
    int folds,
    int mostSplits,
    long seed,
    List<Learner> outcomeLearners,
    List<Learner> propensityLearners,
    double bound) {

  /** Copies the lists. */
  public Mediation {
    outcomeLearners = List.copyOf(outcomeLearners);
    propensityLearners = List.copyOf(propensityLearners);
  }

  /** Five folds, at most three divisions, seed 1; the learners of {@link Stack}. */
  public static Mediation withDefaults() {
    return new Mediation(5, 3, 1, Stack.ofOutcome(), Stack.ofTreatment(), 0.005);
  }

  /** The same with another seed. */
  public Mediation withSeed(long value) {
    return new Mediation(folds, mostSplits, value, outcomeLearners, propensityLearners, bound);
  }

  /** The same with other learners. */
  public Mediation withLearners(List<Learner> ofOutcome, List<Learner> ofTreatment) {
    return new Mediation(folds, mostSplits, seed, ofOutcome, ofTreatment, bound);
  }

  /**
   * Splits an effect.
   *
   * @param splits scores of the effect on each division into folds
   * @param mechanism its value for each row of the frame behind them
   * @param limits what the probabilities must allow
   */
  public MediatedEffect of(
      List<Scores> splits, double[] mechanism, OverlapLimits limits, Parallel parallel) {
    List<MediationScores> learned = new ArrayList<>();
    for (int split = 0; split < Math.min(mostSplits, splits.size()); split++) {
      long key = MedianOfSplits.seed(seed, split);
      learned.add(learn(splits.get(split), mechanism, key, parallel));
    }
    MediationScores first = learned.getFirst();
    EffectEstimate total = median(learned, MediationScores::total);
    EffectEstimate through = median(learned, MediationScores::through);
    EffectEstimate direct = median(learned, MediationScores::direct);
    return new MediatedEffect(
        total,
        // medians do not add up; the parts do
        MediationScores.with(direct, total.value() - through.value(), direct.se()),
        through,
        first.overlap(limits),
        first.strength(through));
  }

  private static EffectEstimate median(
      List<MediationScores> learned,
      java.util.function.Function<MediationScores, EffectEstimate> part) {
    return MedianOfSplits.of(learned.stream().map(part).toList());
  }

  private MediationScores learn(Scores scores, double[] mechanism, long key, Parallel parallel) {
    Frame pair = scores.pair();
    int n = pair.rows();
    int[] w = pair.treatment();
    double[][] columns = pair.columns();
    double[][] withMechanism = Arrays.copyOf(columns, columns.length + 1);
    withMechanism[columns.length] = mechanism;
    Design x = new Design(columns, n);
    Design mx = new Design(withMechanism, n);
    double[] weights = pair.weights();
    double[] treated = Arrays.stream(w).asDoubleStream().toArray();
    int[] fold = Folds.of(pair.units().of(), pair.units().count(), w, folds, key);
    CrossFit plain =
        CrossFit.of(propensityLearners, x, treated, weights, fold, i -> true, key + 10, parallel);
    CrossFit support =
        CrossFit.of(propensityLearners, mx, treated, weights, fold, i -> true, key + 11, parallel);
    CrossFit outcome =
        CrossFit.of(
            outcomeLearners, mx, pair.outcome(), weights, fold, i -> w[i] == 1, key + 12, parallel);
    OutcomeRange range = OutcomeRange.withSupport(pair);
    double[] expected =
        new NestedMean(outcomeLearners, folds, range, key + 13)
            .of(pair, x, mx, fold, outcome, parallel);
    return new MediationScores(
        scores,
        plain.within(bound).predictions(),
        support.within(bound).predictions(),
        range.keep(outcome.predictions()),
        expected);
  }
}
