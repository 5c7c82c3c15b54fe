// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.plan;

/**
 * How often each planted error occurs. The rates are choices, in the order of size that users of
 * such files report; none is a published measurement.
 *
 * @param foreignKey rows of a person register under a set that does not identify (A, F), or with a
 *     junk number
 * @param spell benefit spells that are negative, overlap, or leave a gap of one day
 * @param openEnd running spells that end on 88888888 instead of the end of the year
 * @param education persons above 55 or born abroad whose education is unknown; others a tenth
 * @param income persons whose income is unknown
 * @param negativeWage job months with a negative wage, a correction
 * @param longMonth job months of 400 hours
 * @param lowerCase job months with a contract code in lower case
 * @param fakeEmployer jobs whose employer number begins with a letter
 * @param rerelease rows that a corrected release changes
 * @param redelivery clients that a second delivery of an upload no longer links
 * @param names records of the linkage pair with each kind of error in names or dates
 * @param lateReport begins, and likewise ends, of provisions that are reported one to six months
 *     late
 * @param twins recipients whose twin stands in the right file of the linkage pair
 * @param partnerSwapped recipients with a partner whose record in the right file has the partner's
 *     name, birth date and sex
 * @param rareKeys recipients under another's municipal number, and likewise recipients with two
 *     register numbers; unless 0, a world of at least 1,000 persons has one of each
 */
public record DefectRates(
    double foreignKey,
    double spell,
    double openEnd,
    double education,
    double income,
    double negativeWage,
    double longMonth,
    double lowerCase,
    double fakeEmployer,
    double rerelease,
    double redelivery,
    double names,
    double lateReport,
    double twins,
    double partnerSwapped,
    double rareKeys) {

  /** The rates of the world as documented. */
  public static DefectRates withDefaults() {
    return new DefectRates(
        0.001, 0.005, 0.3, 0.3, 0.01, 0.003, 0.002, 0.01, 0.005, 0.003, 0.02, 0.03, 0.2, 0.005,
        0.02, 1e-5);
  }

  /** No planted errors at all. */
  public static DefectRates none() {
    return new DefectRates(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
