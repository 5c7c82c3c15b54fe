// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

/** The kinds of errors that are planted. */
public enum Defect {
  /** A person's row stands under a set that does not identify a person. */
  KEY_SET,
  /** A person's row has a number such as 000000000. */
  KEY_JUNK,
  /** A spell ends before it begins. */
  SPELL_NEGATIVE,
  /** A spell overlaps the next. */
  SPELL_OVERLAP,
  /** A gap of one day splits a spell. */
  SPELL_GAP,
  /** An end that is 88888888. */
  END_OPEN,
  /** An unknown level of education that is known in truth. */
  EDUCATION_UNKNOWN,
  /** An unknown income. */
  INCOME_UNKNOWN,
  /** A negative wage. */
  WAGE_NEGATIVE,
  /** A month of 400 hours. */
  HOURS_400,
  /** A code in lower case. */
  CODE_LOWER,
  /** An employer's number that begins with a letter. */
  EMPLOYER_FAKE,
  /** A provision that never reached the statistics. */
  PROVISION_MISSING,
  /** A provision that ends in the files on the last day of the year after the true one. */
  PROVISION_LATE_END,
  /** A provision without an end. */
  PROVISION_NO_END,
  /** A provision that begins in the files later than it did, because it was reported late. */
  PROVISION_BEGIN_MOVED,
  /** A provision that ends in the files later than it did, because it was reported late. */
  PROVISION_END_MOVED,
  /** One provision delivered as two (29 and 30). */
  PROVISION_DOUBLE,
  /** A value that the corrected release changed. */
  RERELEASE,
  /** A client whom the second delivery no longer links. */
  REDELIVERY_LOST,
  /** A self-sufficiency score that differs from the true one. */
  SCORE_ERROR,
  /** An assessment in the older version of the self-sufficiency matrix. */
  SCORE_OLD_VERSION,
  /** An error in a name, date or address of the linkage pair. */
  NAME,
  /** A twin of a recipient, who is somebody else. */
  TWIN,
  /** A record with the name, birth date and sex of the partner. */
  PARTNER_SWAPPED,
  /** A municipal number that belongs to another recipient too. */
  NUMBER_SHARED,
  /** A second register number of the same person. */
  NUMBER_SECOND
}
