// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.quality;

import java.util.List;

/**
 * The own-error report of a linkage, computed from calibrated posteriors and from how often each
 * blocking rule finds what others find; labels may sharpen it but are not needed.
 *
 * @param links links given out (pairs within clusters, if one file was linked with itself)
 * @param expectedRight links expected to be right
 * @param matches all matches expected, also those never compared
 * @param precision share of the links that is right
 * @param recall share of the matches that was found
 * @param blockingLoss share of the matches that blocking never proposed
 * @param converged whether EM converged; if not, the estimates are not to be trusted
 * @param labels labelled pairs that the estimates rest on, 0 if there were none
 * @param groups the same for each declared subgroup, by column and value
 * @param warnings what a reader must know, as codes in a fixed order
 */
public record LinkageQuality(
    long links,
    double expectedRight,
    double matches,
    Estimate precision,
    Estimate recall,
    Estimate blockingLoss,
    boolean converged,
    long labels,
    List<GroupQuality> groups,
    List<String> warnings) {

  /** Copies the lists. */
  public LinkageQuality {
    groups = List.copyOf(groups);
    warnings = List.copyOf(warnings);
  }
}
