// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.people;

import java.util.List;
import java.util.Optional;

/**
 * A household with one drawn recipient.
 *
 * @param number its number from 0
 * @param head the recipient who was drawn
 * @param traits what the recipient is like
 * @param partner the partner who shares the benefit
 * @param children children, the oldest first
 * @param municipality where they live
 * @param entry the month, from January 2019, in which the benefit began that the world first sees
 * @param before what the recipient did before, if the benefit began after January 2019
 */
public record Household(
    int number,
    Person head,
    Traits traits,
    Optional<Person> partner,
    List<Person> children,
    Municipality municipality,
    int entry,
    Before before) {

  /** What someone did before the first benefit. */
  public enum Before {
    /** Worked, then lived on unemployment insurance. */
    UNEMPLOYMENT,
    /** Worked. */
    WORK,
    /** Lived with someone who earned, or had other means. */
    NONE,
    /** Studied. */
    STUDY,
    /** Lived abroad. */
    ABROAD,
    /** Had a business. */
    SELF_EMPLOYED
  }

  /** Copies the children. */
  public Household {
    children = List.copyOf(children);
  }
}
