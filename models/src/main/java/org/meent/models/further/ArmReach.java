// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.further;

import java.util.Optional;
import org.meent.models.measurement.MeasurementCheck;
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
 * @param measurement what error in covariates would change; empty if none was named
 */
public record ArmReach(
    String arm,
    Optional<GroupCalibration> calibration,
    Optional<LeaveOneOut> left,
    Optional<Transport> others,
    Optional<MeasurementCheck> measurement) {}
