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
        case Change.Withdraw withdraw -> one.put("change", "withdraw");
      }
    }
    node.putObject("cost")
        .put("figures", repair.loss().figures())
        .put("units", repair.loss().units())
        .put("share", Math.round(repair.loss().share() * 1e4) / 1e4);
  }
}
