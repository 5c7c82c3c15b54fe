// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.described;

import java.util.List;

/**
 * What a planned effect says for a described person.
 *
 * @param effect name of the effect in the protocol
 * @param arm the support
 * @param reference what it is compared with
 * @param outcome name of the outcome in the protocol
 * @param population whom the figures speak of, in one line
 * @param groups an answer for each of the finest groups that fit; never one for people who are in
 *     two of them, because there is no figure about those
 */
public record SupportAnswer(
    String effect,
    String arm,
    String reference,
    String outcome,
    String population,
    List<GroupAnswer> groups) {

  /** Copies the groups. */
  public SupportAnswer {
    groups = List.copyOf(groups);
  }

  /**
   * An answer for a group.
   *
   * @param group the group
   * @param estimand of whom in the group: {@code ate}, {@code att}, {@code atc}, {@code overlap}
   * @param answer the answer
   */
  public record GroupAnswer(Likeness group, String estimand, Answer answer) {}
}
