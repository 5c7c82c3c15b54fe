// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.meent.protocols.CohortPlan;

/**
 * Where a column of the cohort comes from. A time window stands in the conditions (such as a year);
 * windows of their own follow with spells.
 *
 * @param column name in the cohort; {@code arm} for the arm
 * @param source name of the source
 * @param file the source's file, relative to the study
 * @param lock SHA-256 of that file
 * @param columns columns of the file that were used, without the key
 * @param select what was taken of a person's rows, such as {@code sum}
 * @param where conditions that rows had to fulfil
 * @param absent what a person without such rows got
 */
public record Lineage(
    String column,
    String source,
    String file,
    String lock,
    List<String> columns,
    String select,
    SequencedMap<String, String> where,
    String absent) {

  /** Copies list and conditions. */
  public Lineage {
    columns = List.copyOf(columns);
    where = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(where));
  }

  static String word(CohortPlan.Select select) {
    return select.name().toLowerCase(Locale.ROOT);
  }

  static String word(CohortPlan.Absent absent) {
    return absent.name().toLowerCase(Locale.ROOT);
  }
}
