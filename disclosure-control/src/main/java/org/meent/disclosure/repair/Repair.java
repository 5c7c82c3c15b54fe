// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

import java.util.List;
import java.util.stream.Collectors;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.report.Block.Verdict;

/**
 * Changes with which the gate lets an output through.
 *
 * @param output id of the output
 * @param changes what to change, at least one thing
 * @param loss what that costs
 */
public record Repair(String output, List<Change> changes, Loss loss) {
  private static final int NAMED = 12;
  private static final double PERCENT = 100;

  /** Copies the changes. */
  public Repair {
    changes = List.copyOf(changes);
  }

  /** Each change as a sentence for the report, with the cost of all. */
  public List<Finding> findings() {
    return changes.stream().map(this::finding).toList();
  }

  private Finding finding(Change change) {
    return switch (change) {
      case Change.Merge merge ->
          sentence("repair.merge", merge.variable(), named(merge.codes()), merge.into());
      case Change.LeaveOut out ->
          sentence(
              out.then() == Change.Then.PASSES ? "repair.leave-out" : "repair.leave-out-review",
              out.figures().size(),
              named(out.figures()));
      case Change.Again again ->
          sentence("repair.again", again.variable(), named(again.codes()), again.into());
      case Change.TopCode top -> sentence("repair.top-code", top.variable(), top.units());
      case Change.Round round -> sentence("repair.round", plain(round.width()));
      case Change.OpenEdges open -> sentence("repair.open-edges", open.variable());
      case Change.Steps steps -> sentence("repair.steps", named(steps.times()));
      case Change.Instead instead ->
          sentence("repair.instead", instead.variable(), named(instead.codes()));
      case Change.Withdraw withdraw -> sentence("repair.withdraw");
    };
  }

  private Finding sentence(String code, Object... args) {
    List<String> texts =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(
                    loss.figures(), loss.units(), Math.round(loss.share() * PERCENT)),
                java.util.Arrays.stream(args))
            .map(String::valueOf)
            .toList();
    return new Finding("repair", Verdict.PASS, output, code, texts);
  }

  static String plain(double width) {
    return java.math.BigDecimal.valueOf(width).stripTrailingZeros().toPlainString();
  }

  private static String named(List<String> names) {
    String more = names.size() > NAMED ? "; …" : "";
    return names.stream().limit(NAMED).collect(Collectors.joining("; ")) + more;
  }
}
