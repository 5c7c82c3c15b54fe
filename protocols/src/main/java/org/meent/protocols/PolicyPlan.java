// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.math.BigDecimal;
import java.util.List;
import java.util.SequencedMap;

/**
 * A planned rule of which support for whom, as evidence about groups; never an instruction for a
 * person.
 *
 * @param arms arms that the rule may give, the reference of the treatment among them
 * @param outcome name of the outcome
 * @param asks covariates that the rule may ask; none is protected
 * @param depth levels of questions, 1 to 3
 * @param smallestLeaf persons that every end of the rule must hold
 * @param costs cost of arms in units of the outcome; none named = nothing
 * @param room largest share of rows that an arm has room for; none named = everybody
 * @param preference covariate of the arm that a person wanted, by name or code; empty if none
 * @param covariates covariates that the adjustment uses, those asked among them
 */
public record PolicyPlan(
    List<String> arms,
    String outcome,
    List<String> asks,
    int depth,
    int smallestLeaf,
    SequencedMap<String, BigDecimal> costs,
    SequencedMap<String, BigDecimal> room,
    String preference,
    List<String> covariates) {

  /** Copies the collections. */
  public PolicyPlan {
    arms = List.copyOf(arms);
    asks = List.copyOf(asks);
    costs = Ordered.copy(costs);
    room = Ordered.copy(room);
    covariates = List.copyOf(covariates);
  }
}
