// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.linkage.key.KeyFault;

/**
 * What a delivery of spells looks like in numbers. The profile of the delivery that was accepted is
 * kept with its lock; that of what is read now must be the same.
 *
 * @param rows rows
 * @param rowsBySet rows by set of the key
 * @param keyFaults rows whose key identifies nobody, by fault; absent if there is none
 * @param persons distinct persons among the other rows
 * @param unknownPersons those of them who are not in the population
 * @param spells what became of their rows
 * @param content sum of a hash of each row, the same in any order of rows; it is not salted and
 *     stays inside
 */
public record DeliveryProfile(
    long rows,
    SortedMap<String, Long> rowsBySet,
    Map<KeyFault, Long> keyFaults,
    long persons,
    long unknownPersons,
    SpellCounts spells,
    long content) {

  /** Copies the counts. */
  public DeliveryProfile {
    rowsBySet = Collections.unmodifiableSortedMap(new TreeMap<>(rowsBySet));
    EnumMap<KeyFault, Long> faults = new EnumMap<>(KeyFault.class);
    faults.putAll(keyFaults);
    keyFaults = Collections.unmodifiableMap(faults);
  }

  /** One number that is not as it was. */
  public enum Check {
    /** Rows are lost or were added. */
    ROWS,
    /** Rows went from one set of keys to another. */
    SETS,
    /** Keys whose number has lost digits: leading zeros. */
    SHORT_KEYS,
    /** Keys with another fault, such as a number that was read as a decimal one. */
    KEYS,
    /** Persons came or went. */
    PERSONS,
    /** Persons who are not in the population: a key of another kind. */
    UNKNOWN_PERSONS,
    /** Spells that stand there more than once. */
    DOUBLED_SPELLS,
    /** Spells that overlap others of the same person. */
    OVERLAPPING_SPELLS,
    /** Spells with another fault, such as negative length. */
    SPELLS,
    /** All counts are as they were, but rows are not. */
    CONTENT
  }

  /**
   * A number that is not as it was.
   *
   * @param check which one
   * @param expected what it was; for sets and content 0
   * @param found what it is; for sets the number of rows that stand under another set; for content
   *     1
   */
  public record Finding(Check check, long expected, long found) {}

  /** Everything that is not as in the profile that was accepted; empty if nothing is. */
  public List<Finding> differencesFrom(DeliveryProfile accepted) {
    List<Finding> findings = new ArrayList<>();
    compare(findings, Check.ROWS, accepted.rows, rows);
    if (!accepted.rowsBySet.equals(rowsBySet)) {
      findings.add(new Finding(Check.SETS, 0, moved(accepted.rowsBySet)));
    }
    compare(findings, Check.SHORT_KEYS, accepted.shortKeys(), shortKeys());
    compare(findings, Check.KEYS, accepted.otherKeys(), otherKeys());
    compare(findings, Check.PERSONS, accepted.persons, persons);
    compare(findings, Check.UNKNOWN_PERSONS, accepted.unknownPersons, unknownPersons);
    compare(
        findings,
        Check.DOUBLED_SPELLS,
        accepted.spells.of(SpellFault.DOUBLED),
        spells.of(SpellFault.DOUBLED));
    compare(findings, Check.OVERLAPPING_SPELLS, accepted.spells.overlaps(), spells.overlaps());
    compare(findings, Check.SPELLS, accepted.otherSpellFaults(), otherSpellFaults());
    if (findings.isEmpty() && accepted.content != content) {
      findings.add(new Finding(Check.CONTENT, 0, 1));
    }
    return findings;
  }

  private static void compare(List<Finding> findings, Check check, long expected, long found) {
    if (expected != found) {
      findings.add(new Finding(check, expected, found));
    }
  }

  /** Rows that stand under a set in which they did not stand. */
  private long moved(SortedMap<String, Long> accepted) {
    return rowsBySet.entrySet().stream()
        .mapToLong(
            entry -> Math.max(0, entry.getValue() - accepted.getOrDefault(entry.getKey(), 0L)))
        .sum();
  }

  private long shortKeys() {
    return keyFaults.getOrDefault(KeyFault.NOT_NINE_DIGITS, 0L);
  }

  private long otherKeys() {
    return keyFaults.values().stream().mapToLong(Long::longValue).sum() - shortKeys();
  }

  private long otherSpellFaults() {
    return spells.rows() - spells.spells() - spells.of(SpellFault.DOUBLED);
  }
}
