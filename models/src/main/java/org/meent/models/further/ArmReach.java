// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.further;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.models.check.GateResult;
import org.meent.models.heterogeneity.OtherEffects;
import org.meent.models.measurement.MeasurementAnswer;
import org.meent.models.reach.GroupCalibration;
import org.meent.models.reach.LeaveOneOut;
import org.meent.models.reach.Transport;

/**
 * For whom the result of one arm holds.
 *
 * @param arm its label
 * @param calibration whether effects hold in each protected group; empty if none was named
 * @param left the effect without each municipality; empty if no column was named
 * @param others the effect among the people of another file; empty if there is none
 * @param measurement what errors of measurement would change
 * @param groups how many rows of each protected group the result speaks of
 * @param learners what other ways to effects per row see; empty if not asked
 */
public record ArmReach(
    String arm,
    Optional<GroupCalibration> calibration,
    Optional<LeaveOneOut> left,
    Optional<Transport> others,
    MeasurementAnswer measurement,
    List<Represented> groups,
    List<OtherEffects> learners) {

  /** Copies the lists. */
  public ArmReach {
    learners = List.copyOf(learners);
    groups = List.copyOf(groups);
  }

  /**
   * How many of a group a result speaks of.
   *
   * @param group as it is written in results
   * @param inFile rows in the file
   * @param inResult rows in the comparison; the others are absent from it
   */
  public record Represented(String group, long inFile, long inResult) {}

  /** The verdicts of the checks that ran. */
  public List<GateResult> gates() {
    List<GateResult> gates = new ArrayList<>();
    calibration.map(GroupCalibration::gate).ifPresent(gates::add);
    left.map(LeaveOneOut::gate).ifPresent(gates::add);
    gates.addAll(measurement.gates());
    return gates;
  }
}
