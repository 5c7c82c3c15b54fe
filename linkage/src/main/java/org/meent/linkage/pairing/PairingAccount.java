// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.pairing;

import org.meent.linkage.match.LinkageModel;
import org.meent.linkage.quality.LinkageQuality;

/**
 * What a linkage by probability knows of itself; nothing in it names anybody.
 *
 * @param persons persons of the population whose identities were compared
 * @param records records of the source whose identities were compared
 * @param threshold smallest probability of a link
 * @param draws linkages drawn from the posterior
 * @param model the estimated model
 * @param quality its own error, overall and by subgroup
 */
public record PairingAccount(
    long persons,
    long records,
    double threshold,
    int draws,
    LinkageModel model,
    LinkageQuality quality) {}
