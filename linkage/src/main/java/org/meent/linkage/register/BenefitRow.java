// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.linkage.key.KeyFault;
import org.meent.linkage.key.KeyRule;

/**
 * One row of a benefit register that has room for two persons. A couple shares one benefit: the row
 * becomes two persons with one {@link Benefit}, so that persons and benefits can both be counted.
 *
 * @param first the first person
 * @param second the second person; both parts blank if there is none
 * @param start the first day of the benefit as the row writes it; part of what tells two benefits
 *     of the same people apart
 */
public record BenefitRow(PersonCells first, PersonCells second, String start) {

  /**
   * Two cells of a row, as written.
   *
   * @param set the set, such as {@code R}
   * @param number the number
   */
  public record PersonCells(String set, String number) {
    /** No person. */
    public static final PersonCells NOBODY = new PersonCells("", "");

    /** Whether nobody is written here. */
    public boolean isBlank() {
      return set.isBlank() && number.isBlank();
    }
  }

  /**
   * A benefit of a household, the same whoever of a couple is written first.
   *
   * @param lower the lower pseudonym of its persons
   * @param higher the higher one; equal to {@code lower} for one person
   * @param start the first day as the row writes it
   */
  public record Benefit(long lower, long higher, String start) {}

  /** Which of the two places of a row. */
  public enum Place {
    /** The first person. */
    FIRST,
    /** The second person. */
    SECOND
  }

  /**
   * A person of a benefit.
   *
   * @param pseudonym the person
   * @param benefit the benefit that the person has, alone or shared
   * @param place where the row writes the person
   */
  public record Recipient(long pseudonym, Benefit benefit, Place place) {}

  /**
   * A person who was written but cannot be used; counted as a loss, never dropped in silence.
   *
   * @param place where the row writes the person
   * @param fault what is wrong with the key; empty if it is the first person once more
   */
  public record Loss(Place place, Optional<KeyFault> fault) {}

  /**
   * What a row becomes: as many recipients and losses as persons were written.
   *
   * @param recipients none, one or two
   * @param losses none, one or two
   */
  public record Split(List<Recipient> recipients, List<Loss> losses) {
    /** Copies the lists. */
    public Split {
      recipients = List.copyOf(recipients);
      losses = List.copyOf(losses);
    }
  }

  /**
   * Splits the row. A place with nothing in it is nobody; a key that does not identify is a loss,
   * and the other person then has the benefit alone, as far as can be known.
   *
   * @param keys which keys identify a person
   */
  public Split split(KeyRule keys) {
    List<Long> persons = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    List<Loss> losses = new ArrayList<>();
    for (Place place : Place.values()) {
      PersonCells cells = place == Place.FIRST ? first : second;
      if (cells.isBlank()) {
        continue;
      }
      Optional<KeyFault> fault = keys.fault(cells.set(), cells.number());
      if (fault.isPresent()) {
        losses.add(new Loss(place, fault));
        continue;
      }
      long pseudonym = keys.pseudonym(cells.set(), cells.number());
      if (persons.contains(pseudonym)) {
        losses.add(new Loss(place, Optional.empty()));
      } else {
        persons.add(pseudonym);
        places.add(place);
      }
    }
    return new Split(recipients(persons, places), losses);
  }

  private List<Recipient> recipients(List<Long> persons, List<Place> places) {
    if (persons.isEmpty()) {
      return List.of();
    }
    long one = persons.getFirst();
    long other = persons.getLast();
    Benefit benefit = new Benefit(Math.min(one, other), Math.max(one, other), start);
    List<Recipient> recipients = new ArrayList<>();
    for (int i = 0; i < persons.size(); i++) {
      recipients.add(new Recipient(persons.get(i), benefit, places.get(i)));
    }
    return recipients;
  }
}
