// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.rule;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Limits that hold together, under one name that a protocol can state.
 *
 * @param id its name, such as {@code cbs-ra}
 * @param version version of the file
 * @param titleEn whose rules they are, in English
 * @param titleNl the same in Dutch
 * @param limits the limits by id, those of the sets it extends included
 */
public record RuleSet(
    String id, int version, String titleEn, String titleNl, SortedMap<String, Limit> limits) {

  /** Fewest unweighted units behind a cell or figure. */
  public static final String MINIMUM_UNITS = "minimum-units";

  /** Largest share of one contributor in a cell. */
  public static final String DOMINANCE_1 = "dominance-1-share";

  /** Largest share of the two largest contributors in a cell. */
  public static final String DOMINANCE_2 = "dominance-2-share";

  /** How near the second contributor may come to the first. */
  public static final String P_PERCENT = "p-percent-share";

  /** Largest share of a row or column in one cell. */
  public static final String GROUP_DISCLOSURE = "group-disclosure-share";

  /** Fewest residual degrees of freedom. */
  public static final String DEGREES_OF_FREEDOM = "residual-degrees-of-freedom";

  /** Fewest units by which two populations may differ. */
  public static final String DIFFERENCING = "differencing-units";

  /** Base that counts are rounded to. */
  public static final String ROUNDING_BASE = "rounding-base";

  /** Decimals of released figures from 1 upwards. */
  public static final String FIGURE_DECIMALS = "figure-decimals";

  /** Significant digits of released figures below 1. */
  public static final String FIGURE_SIGNIFICANT = "figure-significant-digits";

  /** Share of a protected sum that must stay open to either side. */
  public static final String SUM_PROTECTION = "sum-protection-share";

  /** Probability of the other arm below which a unit has no counterpart. */
  public static final String OVERLAP_ALPHA = "overlap-propensity-alpha";

  /** Share of units without counterpart above which an estimand is refused. */
  public static final String OVERLAP_OUTSIDE = "overlap-outside-share";

  /** Fewest effective units that an arm keeps under the weights of an estimand. */
  public static final String OVERLAP_EFFECTIVE = "overlap-effective-rows";

  /** Largest share of an arm's weight that one unit may hold. */
  public static final String OVERLAP_LARGEST = "overlap-largest-weight-share";

  /** Largest share that a record may have in its own fitted value. */
  public static final String LEVERAGE = "leverage-share";

  /** Fewest units in a leaf of a tree whose forest is summarised. */
  public static final String LEAF_UNITS = "leaf-units";

  /** Fewest units whose value a quantile may be. */
  public static final String POSITION_VALUE = "position-value-units";

  /** Names of the rule sets that Meent ships. */
  private static final List<String> NAMES =
      List.of("abs", "cbs-ra", "essnet", "opensafely", "sacro", "sdclog");

  /** Copies the limits. */
  public RuleSet {
    limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
  }

  /** Names that {@link #named} knows, in ascending order. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * A rule set that Meent ships.
   *
   * @throws org.meent.protocols.refusal.RefusalException if there is none of that name; the
   *     sentence gives the nearest one
   */
  public static RuleSet named(String name) {
    if (!NAMES.contains(name)) {
      throw Refusal.badInput(
              "disclosure.rule-set.unknown",
              Where.field("disclosure-control.rules"),
              name,
              Nearest.to(name, NAMES),
              String.join(", ", NAMES))
          .asException();
    }
    return RuleSetFile.shipped(name);
  }

  /**
   * A limit that the work at hand cannot do without.
   *
   * @throws org.meent.protocols.refusal.RefusalException if this rule set does not state it
   */
  public Limit limit(String limit) {
    return find(limit)
        .orElseThrow(
            () ->
                Refusal.badInput(
                        "disclosure.rule-set.no-limit",
                        Where.field("disclosure-control.rules"),
                        id,
                        limit)
                    .asException());
  }

  /** A limit, if this rule set states it. */
  public Optional<Limit> find(String limit) {
    return Optional.ofNullable(limits.get(limit));
  }

  /** Whose rules they are, in the language asked for. */
  public String title(Locale locale) {
    return locale.getLanguage().equals("nl") ? titleNl : titleEn;
  }
}
