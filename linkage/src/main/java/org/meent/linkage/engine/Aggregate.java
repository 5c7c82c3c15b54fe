// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

/**
 * An exact aggregate over the rows of a group.
 *
 * @param function what is computed
 * @param field the field it is computed of; empty for {@link Function#COUNT}
 * @param as the name of the result
 */
public record Aggregate(Function function, String field, String as) {

  /** The exact aggregates. */
  public enum Function {
    /** Number of rows. */
    COUNT,
    /** Number of rows in which the field is known. */
    COUNT_KNOWN,
    /** Smallest known value; missing if none is known. */
    MIN,
    /** Largest known value; missing if none is known. */
    MAX,
    /** Sum of the known numbers, as an unscaled integer; missing if none is known. */
    SUM
  }

  /** Number of rows. */
  public static Aggregate count(String as) {
    return new Aggregate(Function.COUNT, "", as);
  }

  /** Number of rows in which the field is known. */
  public static Aggregate known(String field, String as) {
    return new Aggregate(Function.COUNT_KNOWN, field, as);
  }

  /** Smallest known value. */
  public static Aggregate min(String field, String as) {
    return new Aggregate(Function.MIN, field, as);
  }

  /** Largest known value. */
  public static Aggregate max(String field, String as) {
    return new Aggregate(Function.MAX, field, as);
  }

  /** Sum of the known numbers. */
  public static Aggregate sum(String field, String as) {
    return new Aggregate(Function.SUM, field, as);
  }
}
