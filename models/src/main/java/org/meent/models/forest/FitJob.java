// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.meent.models.check.Balance;
import org.meent.models.check.OverlapCheck;
import org.meent.models.check.OverlapLimits;
import org.meent.models.check.OverlapVerdict;
import org.meent.models.effect.DifferenceInMeans;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.frame.Feasibility;
import org.meent.models.frame.Frame;
import org.meent.models.frame.NumericCsv;
import org.meent.models.learner.Design;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * A fit on a file of one's own: reads, checks, fits every arm against the reference, judges
 * overlap, and gives a {@link FitResult}. Nothing is written here; see {@link FitWriter}.
 *
 * @param columns which columns of the file are what
 * @param estimand the estimand that must be carried, or empty for all that are
 * @param model learners and forest
 * @param limits of the overlap check
 * @param interval how effects per row get their intervals
 * @param predict a file of new rows, or empty
 */
public record FitJob(
    FitColumns columns,
    Optional<Estimand> estimand,
    CausalModel model,
    OverlapLimits limits,
    PointwiseInterval interval,
    Optional<Path> predict) {

  /** All other numeric columns as covariates, all estimands, 2,000 trees, bias-aware intervals. */
  public static FitJob withDefaults(Path data, String treatment, String outcome) {
    return new FitJob(
        FitColumns.of(data, treatment, outcome),
        Optional.empty(),
        CausalModel.withDefaults(),
        OverlapLimits.withDefaults(),
        PointwiseInterval.BIAS_AWARE,
        Optional.empty());
  }

  /** The same with other columns. */
  public FitJob withColumns(FitColumns other) {
    return new FitJob(other, estimand, model, limits, interval, predict);
  }

  /** The same, demanding one estimand. */
  public FitJob withEstimand(Estimand asked) {
    return new FitJob(columns, Optional.of(asked), model, limits, interval, predict);
  }

  /** The same with another model. */
  public FitJob withModel(CausalModel other) {
    return new FitJob(columns, estimand, other, limits, interval, predict);
  }

  /** The same with another number of trees. */
  public FitJob withTrees(int trees) {
    return withModel(model.withForest(model.forest().withTrees(trees)));
  }

  /** The same with another seed. */
  public FitJob withSeed(long seed) {
    return withModel(model.withForest(model.forest().withSeed(seed)));
  }

  /** The same on another number of threads. */
  public FitJob withThreads(int threads) {
    return withModel(model.withThreads(threads));
  }

  /** The same with other limits. */
  public FitJob withLimits(OverlapLimits other) {
    return new FitJob(columns, estimand, model, other, interval, predict);
  }

  /** The same with another kind of interval. */
  public FitJob withInterval(PointwiseInterval kind) {
    return new FitJob(columns, estimand, model, limits, kind, predict);
  }

  /** The same with new rows to predict. */
  public FitJob withPredict(Path file) {
    return new FitJob(columns, estimand, model, limits, interval, Optional.of(file));
  }

  /**
   * Runs the fit.
   *
   * @throws RefusalException if the file is not what it should be, the rows cannot carry a
   *     comparison, or the estimand asked for (or, without one asked, every estimand) is not
   *     carried
   */
  public FitResult run() {
    NumericCsv csv = NumericCsv.read(columns.data(), columns.textColumns());
    List<String> notes = new ArrayList<>();
    Frame frame = columns.frame(csv, notes);
    notes.addAll(frame.notes());
    Feasibility.demand(frame);
    Optional<NewRows> fresh = predict.map(file -> NewRows.read(file, frame.names(), columns.id()));
    List<ArmResult> arms = new ArrayList<>();
    for (int arm = 1; arm < frame.arms().size(); arm++) {
      arms.add(arm(frame, arm, fresh));
    }
    return new FitResult(this, frame, fresh, arms, notes);
  }

  private ArmResult arm(Frame frame, int arm, Optional<NewRows> fresh) {
    int[] inside = frame.positions(arm);
    Set<Integer> seen = new HashSet<>();
    Arrays.stream(inside).forEach(seen::add);
    int[] outside = IntStream.range(0, frame.rows()).filter(i -> !seen.contains(i)).toArray();
    Design rest = new Design(frame.columns(), frame.rows()).select(outside);
    Design asked = fresh.map(rows -> rest.append(rows.x())).orElse(rest);
    CausalFit fit = model.fit(frame, arm, asked);
    List<OverlapVerdict> verdicts =
        OverlapCheck.of(limits)
            .judge(fit.propensity(), fit.frame().treatment(), fit.frame().weights());
    demandCarried(verdicts);
    List<EffectEstimate> estimates = new ArrayList<>();
    for (OverlapVerdict verdict : verdicts) {
      if (verdict.carried() && (estimand.isEmpty() || estimand.get() == verdict.estimand())) {
        estimates.add(interval.widened(fit.estimate(verdict.estimand())));
      }
    }
    Estimand shown = estimand.orElse(estimates.getFirst().estimand());
    return new ArmResult(
        frame.arms().get(arm),
        fit,
        inside,
        outside,
        verdicts,
        estimates,
        DifferenceInMeans.of(frame, arm),
        Calibration.of(fit),
        Balance.of(fit.frame(), fit.propensity(), shown));
  }

  private void demandCarried(List<OverlapVerdict> verdicts) {
    List<Refusal> refusals =
        verdicts.stream()
            .filter(verdict -> !verdict.carried())
            .filter(verdict -> estimand.isEmpty() || estimand.get() == verdict.estimand())
            .map(verdict -> verdict.refusal(verdicts))
            .toList();
    boolean nothingLeft = refusals.size() == verdicts.size();
    if (estimand.isPresent() ? !refusals.isEmpty() : nothingLeft) {
      throw new RefusalException(refusals);
    }
  }

  /** A refusal that points to no place in particular. */
  static RefusalException refusal(String code, Object... args) {
    return Refusal.refused(code, Where.NOWHERE, args).asException();
  }
}
