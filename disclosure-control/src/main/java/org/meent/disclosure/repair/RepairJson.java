// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Repairs for machines, as {@code verdicts-1.schema.json} describes them. */
public final class RepairJson {
  private RepairJson() {}

  /** Writes a repair into a node. */
  public static void describe(ObjectNode node, Repair repair) {
    ArrayNode changes = node.putArray("changes");
    for (Change change : repair.changes()) {
      ObjectNode one = changes.addObject();
      switch (change) {
        case Change.Merge merge -> {
          one.put("change", "merge").put("variable", merge.variable()).put("into", merge.into());
          merge.codes().forEach(one.putArray("codes")::add);
        }
        case Change.LeaveOut out -> {
          one.put("change", "leave-out")
              .put("then", out.then() == Change.Then.PASSES ? "passes" : "review");
          out.figures().forEach(one.putArray("figures")::add);
        }
        case Change.Again again -> {
          one.put("change", "merge-and-recompute")
              .put("variable", again.variable())
              .put("into", again.into());
          again.codes().forEach(one.putArray("codes")::add);
        }
        case Change.TopCode top ->
            one.put("change", "top-code").put("variable", top.variable()).put("units", top.units());
        case Change.Round round ->
            one.put("change", "round").put("width", Repair.plain(round.width()));
        case Change.OpenEdges open ->
            one.put("change", "open-edges").put("variable", open.variable());
        case Change.Steps steps -> {
          one.put("change", "merge-steps");
          steps.times().forEach(one.putArray("times")::add);
        }
        case Change.Instead instead -> {
          one.put("change", "coarser-table").put("variable", instead.variable());
          instead.codes().forEach(one.putArray("codes")::add);
        }
        case Change.Withdraw withdraw -> one.put("change", "withdraw");
      }
    }
    node.putObject("cost")
        .put("figures", repair.loss().figures())
        .put("units", repair.loss().units())
        .put("share", Math.round(repair.loss().share() * 1e4) / 1e4);
  }
}
