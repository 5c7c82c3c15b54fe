// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.measurement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.meent.models.check.GateResult;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.effect.Scores;
import org.meent.models.frame.Frame;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * What errors of measurement would do to an effect.
 *
 * @param checks scores with error: one check, or one for each reliability of a grid where nobody
 *     knows it
 * @param grids records that may be wrong
 * @param rater the interval that takes caseworkers in
 */
public record MeasurementAnswer(
    List<MeasurementCheck> checks, List<ErrorGrid> grids, Optional<RaterCheck> rater) {
  private static final double[] UNKNOWN = {0.9, 0.7, 0.5};

  /** No question, no answer. */
  public static final MeasurementAnswer NONE =
      new MeasurementAnswer(List.of(), List.of(), Optional.empty());

  /** Copies the lists. */
  public MeasurementAnswer {
    checks = List.copyOf(checks);
    grids = List.copyOf(grids);
  }

  /**
   * Answers.
   *
   * @param scores of the rows, for the means of both arms
   * @param estimand whose effect
   * @param effect estimates the effect on a frame
   * @throws org.meent.protocols.refusal.RefusalException if a covariate is not there, or what may
   *     be recorded wrongly is neither yes nor no nor a code
   */
  public static MeasurementAnswer of(
      Scores scores,
      Estimand estimand,
      MeasurementQuestion question,
      Function<Frame, EffectEstimate> effect,
      long seed) {
    Frame pair = scores.pair();
    ArmMeans means = ArmMeans.of(scores, estimand);
    List<ErrorGrid> grids = new ArrayList<>();
    question.arm().ifPresent(name -> grids.add(ErrorGrid.treatment(name, means)));
    question
        .outcome()
        .ifPresent(
            name -> {
              if (!Arrays.stream(pair.outcome()).allMatch(y -> y == 0 || y == 1)) {
                throw Refusal.badInput("models.measurement.outcome", Where.field(name))
                    .asException();
              }
              grids.add(ErrorGrid.outcome(name, means));
            });
    for (String code : question.codes()) {
      int[] columns = CodeError.columns(pair, code);
      if (columns.length == 0) {
        throw Refusal.badInput("models.measurement.no-code", Where.field(code)).asException();
      }
      grids.add(CodeError.grid(pair, code, columns, effect, seed));
    }
    return new MeasurementAnswer(
        checks(pair, question, effect, seed),
        grids,
        question.rater().map(labels -> RaterCheck.of(means, numbers(labels))));
  }

  private static List<MeasurementCheck> checks(
      Frame pair, MeasurementQuestion question, Function<Frame, EffectEstimate> effect, long seed) {
    if (question.stated().isEmpty() && question.unknown().isEmpty()) {
      return List.of();
    }
    Stream.concat(
            question.stated().stream().map(Reliability::covariate), question.unknown().stream())
        .filter(name -> !pair.names().contains(name))
        .forEach(
            name -> {
              throw Refusal.badInput("models.measurement.no-covariate", Where.field(name))
                  .asException();
            });
    List<MeasurementCheck> checks = new ArrayList<>();
    for (double share : question.unknown().isEmpty() ? new double[] {1} : UNKNOWN) {
      List<Reliability> assumed = new ArrayList<>(question.stated());
      question.unknown().forEach(name -> assumed.add(new Reliability(name, share)));
      checks.add(MeasurementCheck.of(pair, assumed, effect, seed));
    }
    return checks;
  }

  private static int[] numbers(List<String> labels) {
    List<String> different = List.copyOf(new TreeSet<>(labels));
    return labels.stream().mapToInt(different::indexOf).toArray();
  }

  /** Whether the conclusion turns under any error that is often met. */
  public boolean fragile() {
    return checks.stream().anyMatch(MeasurementCheck::fragile)
        || grids.stream().anyMatch(ErrorGrid::fragile)
        || rater.map(RaterCheck::fragile).orElse(false);
  }

  /** The verdicts of the checks that ran. */
  public List<GateResult> gates() {
    List<GateResult> gates = new ArrayList<>();
    checks.forEach(check -> gates.add(check.gate()));
    grids.forEach(grid -> gates.add(grid.gate()));
    rater.ifPresent(check -> gates.add(check.gate()));
    return gates;
  }
}
