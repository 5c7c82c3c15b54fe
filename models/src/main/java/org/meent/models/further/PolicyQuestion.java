// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.further;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which support for whom: what a rule may ask and what limits it.
 *
 * @param questions covariates that a rule may ask
 * @param depth levels of questions, 1 to 3
 * @param smallestLeaf rows that every leaf must hold
 * @param cost of arms by label, in units of the outcome; none named = nothing
 * @param room largest share of people by arm; none named = everybody
 * @param preference column of the arm that people wanted
 */
public record PolicyQuestion(
    List<String> questions,
    int depth,
    int smallestLeaf,
    Map<String, Double> cost,
    Map<String, Double> room,
    Optional<String> preference) {

  /** Copies the collections. */
  public PolicyQuestion {
    questions = List.copyOf(questions);
    cost = Map.copyOf(cost);
    room = Map.copyOf(room);
  }
}
