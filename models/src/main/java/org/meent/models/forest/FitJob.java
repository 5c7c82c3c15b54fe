// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.meent.models.check.Criteria;
import org.meent.models.check.OverlapLimits;
import org.meent.models.effect.EffectFamily;
import org.meent.models.effect.Estimand;
import org.meent.models.effect.RepeatedArms;
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
 * @param criteria of all other checks
 * @param interval how effects per row get their intervals
 * @param predict a file of new rows, or empty
 */
public record FitJob(
    FitColumns columns,
    Optional<Estimand> estimand,
    CausalModel model,
    OverlapLimits limits,
    Criteria criteria,
    PointwiseInterval interval,
    Optional<Path> predict) {

  /** All other numeric columns as covariates, all estimands, 2,000 trees, bias-aware intervals. */
  public static FitJob withDefaults(Path data, String treatment, String outcome) {
    return new FitJob(
        FitColumns.of(data, treatment, outcome),
        Optional.empty(),
        CausalModel.withDefaults(),
        OverlapLimits.withDefaults(),
        Criteria.shipped(),
        PointwiseInterval.BIAS_AWARE,
        Optional.empty());
  }

  /** The same with other columns. */
  public FitJob withColumns(FitColumns other) {
    return new FitJob(other, estimand, model, limits, criteria, interval, predict);
  }

  /** The same, demanding one estimand. */
  public FitJob withEstimand(Estimand asked) {
    return new FitJob(columns, Optional.of(asked), model, limits, criteria, interval, predict);
  }

  /** The same with another model. */
  public FitJob withModel(CausalModel other) {
    return new FitJob(columns, estimand, other, limits, criteria, interval, predict);
  }

  /** The same with another number of trees. */
  public FitJob withTrees(int trees) {
    return withModel(model.withForest(model.forest().withTrees(trees)));
  }

  /** The same with a fixed number of divisions into folds. */
  public FitJob withSplits(int count) {
    return withModel(model.withSplits(count));
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
    return new FitJob(columns, estimand, model, other, criteria, interval, predict);
  }

  /** The same with other criteria. */
  public FitJob withCriteria(Criteria other) {
    return new FitJob(columns, estimand, model, limits, other, interval, predict);
  }

  /** The same with another kind of interval. */
  public FitJob withInterval(PointwiseInterval kind) {
    return new FitJob(columns, estimand, model, limits, criteria, kind, predict);
  }

  /** The same with new rows to predict. */
  public FitJob withPredict(Path file) {
    return new FitJob(columns, estimand, model, limits, criteria, interval, Optional.of(file));
  }

  /**
   * Reads the file and refuses what no fit can use; what the rows could show at all is known then.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the file is not what it should be or
   *     its rows cannot carry a comparison
   */
  public FitInput read() {
    NumericCsv csv = NumericCsv.read(columns.data(), columns.textColumns());
    FitRows rows = new FitRows(columns, csv);
    Frame frame = rows.frame();
    if (rows.dose().isPresent()) {
      Feasibility.demandRows(frame);
    } else {
      Feasibility.demand(frame);
    }
    Feasibility.demandClusters(frame);
    Feasibility.demandOutcome(frame, rows.dose().isPresent());
    Optional<NewRows> fresh =
        predict.map(file -> NewRows.read(file, frame, columns, rows.categories()));
    Optional<double[]> control = columns.negativeControl().map(name -> control(csv, frame, name));
    ContextRows context = ContextRows.of(csv, frame, columns.context(), rows.strata());
    Optional<double[]> dose = rows.dose().map(values -> inOrder(values, frame));
    return new FitInput(frame, dose, fresh, control, context, rows.notes());
  }

  private static double[] control(NumericCsv csv, Frame frame, String name) {
    double[] values = csv.numeric(name);
    for (int row = 0; row < values.length; row++) {
      if (Double.isNaN(values[row])) {
        Where where = Where.file(csv.source()).atLine(csv.line(row)).in(name);
        throw Refusal.badInput("models.frame.outcome-not-finite", where).asException();
      }
    }
    return inOrder(values, frame);
  }

  private static double[] inOrder(double[] values, Frame frame) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[frame.inputRow(i)]).toArray();
  }

  /** Reads and fits. */
  public FitResult run() {
    return run(read());
  }

  /**
   * Fits every arm against the reference.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the estimand asked for (or, without one
   *     asked, every estimand) is not carried
   */
  public FitResult run(FitInput input) {
    int count = input.frame().arms().size();
    Optional<RepeatedArms> all =
        count > 2 ? Optional.of(model.severalArms(input.frame())) : Optional.empty();
    List<ArmResult> arms = new ArrayList<>();
    for (int arm = 1; arm < count; arm++) {
      arms.add(new ArmFit(this, input, all, arm).result());
    }
    List<EffectFamily.Member> members =
        arms.stream().flatMap(arm -> arm.members().stream()).toList();
    EffectFamily family = EffectFamily.of(members, model.forest().seed());
    return new FitResult(this, input.frame(), input.fresh(), arms, family, input.notes());
  }

  /**
   * Fits an amount of treatment.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the estimand asked for (or, without one
   *     asked, every estimand) is not carried
   */
  public DoseResult runDose(FitInput input) {
    double[] dose = input.dose().orElseThrow();
    Design fresh =
        input
            .fresh()
            .map(NewRows::x)
            .orElse(new Design(new double[input.frame().names().size()][0], 0));
    return DoseResult.of(this, input, model.fitDose(input.frame(), dose, fresh));
  }

  /** A refusal that points to no place in particular. */
  static RefusalException refusal(String code, Object... args) {
    return Refusal.refused(code, Where.NOWHERE, args).asException();
  }
}
