// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meent.linkage.key.KeyFault;
import org.meent.linkage.key.KeyRule;
import org.meent.linkage.register.BenefitRow;
import org.meent.linkage.register.BenefitRow.PersonCells;
import org.meent.protocols.SourcePlan;

/**
 * The persons of each row: one, or up to two where the protocol declares a second person. Who is
 * written and cannot be used is counted. A first person must be there; a blank second one is
 * nobody.
 */
final class RowPersons {
  private final KeyRule keys;
  private final boolean shared;
  private final Map<KeyFault, Long> faults = new EnumMap<>(KeyFault.class);
  private long seconds;
  private long twice;

  RowPersons(SourcePlan plan, KeyRule keys) {
    this.keys = keys;
    this.shared = !plan.secondPerson().isEmpty();
  }

  /** Whether rows have room for a second person. */
  boolean shared() {
    return shared;
  }

  /** Persons who go no further, by what is wrong with their key. */
  Map<KeyFault, Long> faults() {
    return faults;
  }

  /** Rows in which a second person is written, with or without fault. */
  long seconds() {
    return seconds;
  }

  /** Rows whose second person is the first once more. */
  long twice() {
    return twice;
  }

  /** The pseudonyms of the present row, the first person's first, none twice. */
  List<Long> of(DeclaredRows row) {
    return shared ? both(row) : one(row.key(0), row.key(1));
  }

  private List<Long> one(CharSequence set, CharSequence number) {
    Optional<KeyFault> fault = keys.fault(set, number);
    fault.ifPresent(this::lose);
    return fault.isPresent() ? List.of() : List.of(keys.pseudonym(set, number));
  }

  private List<Long> both(DeclaredRows row) {
    PersonCells first = new PersonCells(row.key(0).toString(), row.key(1).toString());
    PersonCells second = new PersonCells(row.key(2).toString(), row.key(3).toString());
    if (first.isBlank()) {
      lose(KeyFault.SET_BLANK);
    }
    if (!second.isBlank()) {
      seconds++;
    }
    // Which benefit it is does not matter here, so its first day is left out.
    BenefitRow.Split split = new BenefitRow(first, second, "").split(keys);
    for (BenefitRow.Loss loss : split.losses()) {
      loss.fault().ifPresentOrElse(this::lose, () -> twice++);
    }
    return split.recipients().stream().map(BenefitRow.Recipient::pseudonym).toList();
  }

  private void lose(KeyFault fault) {
    faults.merge(fault, 1L, Long::sum);
  }
}
