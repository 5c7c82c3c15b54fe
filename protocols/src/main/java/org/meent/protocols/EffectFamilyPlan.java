// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.List;

/**
 * What is read together, fixed before a result is looked at. What is planned and not in the family
 * is exploratory.
 *
 * @param kind how its members are adjusted for one another
 * @param effects planned effects whose figures are in it, groups and estimands included
 * @param methods methods whose figures are in it
 */
public record EffectFamilyPlan(Kind kind, List<String> effects, List<AnalysisPlan.Method> methods) {

  /** Copies the lists. */
  public EffectFamilyPlan {
    effects = List.copyOf(effects);
    methods = List.copyOf(methods);
  }

  /** How members of a family are adjusted for one another. */
  public enum Kind {
    /** Intervals that hold all at once in 95 of 100 studies. */
    SIMULTANEOUS,
    /** Of what is called an effect, at most one in twenty is none. */
    FALSE_DISCOVERY
  }
}
