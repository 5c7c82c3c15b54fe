// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.register;

import java.util.List;

/** The columns that together name a unit, and what sort of unit. */
public sealed interface RegisterKey {
  /** The columns, in the order in which they are compared. */
  List<String> columns();

  /**
   * A person: only set and number together identify one.
   *
   * @param set column of the set, such as {@code R}
   * @param number column of the number, nine digits with leading zeros
   */
  record PersonPair(String set, String number) implements RegisterKey {
    @Override
    public List<String> columns() {
      return List.of(set, number);
    }
  }

  /**
   * A household: its number is used again, so the day on which it began belongs to the key.
   *
   * @param number column of the number
   * @param start column of the first day
   */
  record HouseholdOnDate(String number, String start) implements RegisterKey {
    @Override
    public List<String> columns() {
      return List.of(number, start);
    }
  }

  /**
   * An address or other object.
   *
   * @param kind column of the kind of object
   * @param number column of the number
   */
  record ObjectPair(String kind, String number) implements RegisterKey {
    @Override
    public List<String> columns() {
      return List.of(kind, number);
    }
  }

  /**
   * A job of a person with an employer.
   *
   * @param job column of the job's number
   */
  record Job(String job) implements RegisterKey {
    @Override
    public List<String> columns() {
      return List.of(job);
    }
  }

  /**
   * A record that has a number of its own.
   *
   * @param number column of the number
   */
  record OwnNumber(String number) implements RegisterKey {
    @Override
    public List<String> columns() {
      return List.of(number);
    }
  }
}
