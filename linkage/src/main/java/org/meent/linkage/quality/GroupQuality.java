// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.quality;

/**
 * The own error of a linkage among the records of one subgroup, by the left record of a pair.
 *
 * @param column the column that makes the subgroups
 * @param value its value, empty where records have none
 * @param records left records in the subgroup
 * @param links links given out to them
 * @param precision share of these links that is right
 * @param recall share of their matches that was found
 * @param blockingLoss share of their matches that blocking never proposed
 */
public record GroupQuality(
    String column,
    String value,
    long records,
    long links,
    Estimate precision,
    Estimate recall,
    Estimate blockingLoss) {}
