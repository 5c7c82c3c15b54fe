// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.FitEvidence;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.EffectFamily;
import org.meent.models.frame.Frame;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.AnalysisPlan.Method;
import org.meent.protocols.refusal.RefusalException;

/** The rows of a planned effect as they come, and those of them that the family needs. */
final class EffectRows {
  private final String effect;
  private final AnalysisPlan.Effect plan;
  private final List<Method> inFamily;
  private final List<Estimate> rows = new ArrayList<>();
  private final List<StudyMember> members = new ArrayList<>();

  /**
   * No rows yet.
   *
   * @param inFamily methods whose figures of this effect are in the declared family
   */
  EffectRows(String effect, AnalysisPlan.Effect plan, List<Method> inFamily) {
    this.effect = effect;
    this.plan = plan;
    this.inFamily = inFamily;
  }

  /** What a row is called. */
  record Name(Method method, String label, String estimand, SortedMap<String, String> group) {}

  List<Estimate> rows() {
    return List.copyOf(rows);
  }

  List<StudyMember> members() {
    return List.copyOf(members);
  }

  /**
   * Adds a figure.
   *
   * @param influence of each row of the frame on it
   * @param among the units of the frame
   */
  void add(
      Name name,
      EffectEstimate estimate,
      FitEvidence evidence,
      Supplier<double[]> influence,
      Frame frame,
      EffectSample among) {
    Estimate.Result figures =
        new Estimate.Estimated(estimate.value(), estimate.se(), estimate.lower(), estimate.upper());
    if (inFamily.contains(name.method())) {
      int[] person = among.persons(frame);
      double[] sums = EffectFamily.byUnit(influence.get(), person, among.cohort().persons());
      members.add(new StudyMember(effect, rows.size(), estimate, sums));
    }
    row(name, figures, evidence);
  }

  void refuse(Name name, String reason, FitEvidence evidence) {
    row(name, new Estimate.Refused(reason), evidence);
  }

  void refuse(Name name, RefusalException e, FitEvidence evidence) {
    refuse(name, e.refusals().getFirst().code(), evidence);
  }

  private void row(Name name, Estimate.Result result, FitEvidence evidence) {
    rows.add(
        new Estimate(
            name.label(),
            name.estimand(),
            plan.arm(),
            plan.reference(),
            name.group(),
            result,
            evidence));
  }
}
