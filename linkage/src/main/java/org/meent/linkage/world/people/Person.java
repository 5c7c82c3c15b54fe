// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.people;

/**
 * Someone in a household.
 *
 * @param id true number: eight times the household's, plus the place in it
 * @param woman whether a woman
 * @param birthMonth month of birth, counted from January 2019
 * @param birthDay day of the month, 1 to 28
 * @param origin where from
 * @param education level of education
 * @param rin the number of nine digits that registers use
 * @param bsn the number of nine digits that municipalities use; not a citizen's service number
 */
public record Person(
    long id,
    boolean woman,
    int birthMonth,
    int birthDay,
    Origin origin,
    Education education,
    String rin,
    String bsn) {

  /** Age in whole years in a month counted from January 2019. */
  public int age(int month) {
    return Math.floorDiv(month - birthMonth, 12);
  }
}
