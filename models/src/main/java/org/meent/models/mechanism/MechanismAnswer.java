// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.mechanism;

import java.util.Optional;
import org.meent.models.check.OverlapVerdict.Measure;

/**
 * What a fit says of one mechanism of one arm.
 *
 * @param arm the arm
 * @param reference what it is compared with
 * @param mechanism the mechanism
 * @param effect the split effect; empty if the data cannot carry it
 * @param obstacle the criterion that stands in the way; empty if none does
 */
public record MechanismAnswer(
    String arm,
    String reference,
    MechanismColumn mechanism,
    Optional<MediatedEffect> effect,
    Optional<Measure> obstacle) {}
