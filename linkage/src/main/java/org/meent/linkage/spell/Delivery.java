// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.meent.linkage.key.KeyFault;
import org.meent.linkage.key.KeyRule;
import org.meent.protocols.run.RandomStream;

/**
 * Reads a delivery of spells row by row, keys as they are written, and measures it on the way, so
 * that damage can be told from its {@link DeliveryProfile}.
 */
public final class Delivery {
  private final KeyRule keys;
  private final SpellRules rules;
  private final LongPredicate known;
  private final SortedMap<String, Long> rowsBySet = new TreeMap<>();
  private final Map<KeyFault, Long> faults = new EnumMap<>(KeyFault.class);
  private long[] persons = new long[64];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int[] states = new int[64];
  private int size;
  private long rows;
  private long content;

  /**
   * An empty delivery.
   *
   * @param keys which pairs of set and number identify a person
   * @param rules what ends mean
   * @param known whether a pseudonym belongs to somebody in the population
   */
  public Delivery(KeyRule keys, SpellRules rules, LongPredicate known) {
    this.keys = keys;
    this.rules = rules;
    this.known = known;
  }

  /**
   * Takes a row.
   *
   * @param set set of the key as written, such as {@code R}
   * @param number number of the key as written
   * @param start first day, {@link Spell#UNKNOWN} if not known
   * @param end end as the rules say
   * @param state state
   */
  public void row(CharSequence set, CharSequence number, int start, int end, int state) {
    rows++;
    content += RandomStream.of(start, set + "/" + number, end, state).nextLong();
    rowsBySet.merge(set.toString(), 1L, Long::sum);
    Optional<KeyFault> fault = keys.fault(set, number);
    if (fault.isPresent()) {
      faults.merge(fault.get(), 1L, Long::sum);
      return;
    }
    if (size == persons.length) {
      persons = Arrays.copyOf(persons, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      states = Arrays.copyOf(states, 2 * size);
    }
    persons[size] = keys.pseudonym(set, number);
    starts[size] = start;
    ends[size] = end;
    states[size] = state;
    size++;
  }

  /** The spells of the rows whose key identifies a person, by pseudonym. */
  public SpellTable spells() {
    return SpellTable.read(
        rules,
        Arrays.copyOf(persons, size),
        Arrays.copyOf(starts, size),
        Arrays.copyOf(ends, size),
        Arrays.copyOf(states, size));
  }

  /** What was measured. */
  public DeliveryProfile profile() {
    long[] distinct = Arrays.stream(persons, 0, size).sorted().distinct().toArray();
    long unknown = Arrays.stream(distinct).filter(person -> !known.test(person)).count();
    return new DeliveryProfile(
        rows, rowsBySet, faults, distinct.length, unknown, spells().counts(), content);
  }
}
