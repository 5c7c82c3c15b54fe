// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.meent.linkage.bridge.Bridge;
import org.meent.linkage.bridge.BridgeBuilder;
import org.meent.linkage.bridge.Pseudonym;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.flow.FlowStep;
import org.meent.protocols.BridgePlan;
import org.meent.protocols.BridgePlan.Conflicts;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Reads the source that says which earlier pseudonym became which later one.
 *
 * @param bridge who is carried
 * @param flow what happened to the rows of the source
 */
record BridgeReader(Bridge bridge, Flow flow) {

  /** Reads the source under its lock. */
  static BridgeReader read(
      Path studyFolder, Door door, BridgePlan bridge, SourcePlan plan, List<String> identify) {
    List<String> names = List.copyOf(plan.variables().sequencedKeySet());
    int set = names.indexOf(bridge.to().getFirst());
    int number = names.indexOf(bridge.to().getLast());
    int date = names.indexOf(bridge.date());
    BridgeBuilder builder = new BridgeBuilder(bridge.from(), identify);
    new DeclaredFiles(studyFolder, plan, door)
        .each(
            (row, cells, file) ->
                builder.add(
                    new Pseudonym(row.key(0).toString(), row.key(1).toString()),
                    new Pseudonym(text(cells[set]), text(cells[number])),
                    cells[date].isMissing()
                        ? OptionalLong.empty()
                        : OptionalLong.of(cells[date].number())));
    BridgeBuilder.Built built = builder.build();
    if (bridge.conflicts() == Conflicts.REFUSE && built.contradicted() > 0) {
      throw Refusal.badInput(
              "linkage.bridge.contradicted", Where.file(plan.paths()), built.contradicted())
          .asException();
    }
    List<FlowStep> steps = new ArrayList<>(built.steps());
    return new BridgeReader(built.bridge(), new Flow("source " + bridge.source(), steps));
  }

  private static String text(CellReader cell) {
    return cell.isMissing() ? "" : cell.text();
  }
}
