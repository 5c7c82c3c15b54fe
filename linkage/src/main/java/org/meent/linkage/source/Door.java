// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.meent.linkage.key.ClearIdentifiers;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * Clear-text identifiers do not come in: a file with a column that names persons is refused unless
 * a permitted linkage compares that column, and so is a key or code whose values are citizen
 * service numbers.
 *
 * @param compared columns that a permitted linkage compares
 */
record Door(Set<String> compared) {

  /** Copies the names. */
  Door {
    compared = Set.copyOf(compared);
  }

  /** Refuses a file whose header names what names persons. */
  void checkColumns(List<String> columns, Where where) {
    List<Refusal> faults = new ArrayList<>();
    for (String column : columns) {
      if (ClearIdentifiers.isNamed(column) && !compared.contains(column)) {
        faults.add(Refusal.refused("linkage.source.clear-identifier", where.in(column), column));
      }
    }
    if (!faults.isEmpty()) {
      throw new RefusalException(faults);
    }
  }

  /** Refuses a column whose values are citizen service numbers. */
  void checkValues(ClearIdentifiers seen, String column, Where where) {
    if (seen.areCitizenNumbers() && !compared.contains(column)) {
      throw Refusal.refused("linkage.source.citizen-number", where.in(column), column)
          .asException();
    }
  }
}
