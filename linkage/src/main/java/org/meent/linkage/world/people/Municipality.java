// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.people;

/**
 * A municipality that does not exist.
 *
 * @param number its place from 0
 * @param code four digits, above every real municipal code
 * @param size its share of all households
 * @param caseworkers how many caseworkers it has
 * @param intensity log odds of support beside the average
 * @param demand log hazard of work beside the average
 * @param pilot whether support was drawn by lot from mid 2021 to the end of 2022
 * @param reform the month (from January 2019) in which intensive conversations became policy
 * @param fixedPolicy log odds of the scheme with one fixed caseworker
 * @param turnover chance per month that a client gets another caseworker
 * @param underRegistration share of provisions that never reach the statistics
 * @param openEnds share of provisions without a registered end
 * @param lateEnds share of provisions that are ended in the files on the last day of a later year
 * @param vendor which of three vendors keeps its files, from 0
 */
public record Municipality(
    int number,
    String code,
    double size,
    int caseworkers,
    double intensity,
    double demand,
    boolean pilot,
    int reform,
    double fixedPolicy,
    double turnover,
    double underRegistration,
    double openEnds,
    double lateEnds,
    int vendor) {}
