// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.meent.linkage.bridge.Bridge;
import org.meent.linkage.bridge.Pseudonym;
import org.meent.linkage.key.KeyFault;
import org.meent.linkage.key.KeyRule;
import org.meent.linkage.register.BenefitRow;
import org.meent.linkage.register.BenefitRow.PersonCells;
import org.meent.protocols.SourcePlan;

/**
 * The persons of each row: one, or up to two where the protocol declares a second person. Who
 * stands under an earlier pseudonym is carried to the later one. Who is written and cannot be used
 * is counted. A first person must be there; a blank second one is nobody.
 */
final class RowPersons implements RowKeys {
  private final String source;
  private final KeyRule keys;
  private final Bridge bridge;
  private final boolean shared;
  private final Map<KeyFault, Long> faults = new EnumMap<>(KeyFault.class);
  private final List<BridgedRow> bridged = new ArrayList<>();
  private long seconds;
  private long twice;

  RowPersons(String source, SourcePlan plan, KeyRule keys, Bridge bridge) {
    this.source = source;
    this.keys = keys;
    this.bridge = bridge;
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

  /** Whether rows are carried to later pseudonyms at all. */
  boolean bridges() {
    return !bridge.isEmpty();
  }

  /** The rows that were carried, in the order read. */
  List<BridgedRow> bridged() {
    return bridged;
  }

  /** The pseudonyms of the present row, the first person's first, none twice. */
  @Override
  public List<Long> of(DeclaredRows row, String file, OptionalLong day) {
    if (!shared && bridge.isEmpty()) {
      return one(row.key(0), row.key(1));
    }
    PersonCells first = carried(row, file, day, 1);
    return shared ? both(first, carried(row, file, day, 2)) : one(first.set(), first.number());
  }

  /** A person of the row, under the later pseudonym if there is one by then. */
  private PersonCells carried(DeclaredRows row, String file, OptionalLong day, int person) {
    String set = row.key(2 * person - 2).toString();
    String number = row.key(2 * person - 1).toString();
    Optional<Pseudonym> later = bridge.carry(new Pseudonym(set, number), day);
    later.ifPresent(to -> bridged.add(new BridgedRow(source, file, row.line(), person)));
    return later
        .map(to -> new PersonCells(to.set(), to.number()))
        .orElseGet(() -> new PersonCells(set, number));
  }

  private List<Long> one(CharSequence set, CharSequence number) {
    Optional<KeyFault> fault = keys.fault(set, number);
    fault.ifPresent(this::lose);
    return fault.isPresent() ? List.of() : List.of(keys.pseudonym(set, number));
  }

  private List<Long> both(PersonCells first, PersonCells second) {
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
