// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

import java.util.List;

/** What a row must fulfil. A missing value equals nothing, not even another missing value. */
public sealed interface Condition {

  /** The field that is looked at. */
  String field();

  /**
   * The field has this value.
   *
   * @param field the field
   * @param value the value
   */
  record Equal(String field, Value value) implements Condition {}

  /**
   * The field has one of these values.
   *
   * @param field the field
   * @param values the values; none of them means no row
   */
  record In(String field, List<Value> values) implements Condition {
    /** Copies the values. */
    public In {
      values = List.copyOf(values);
    }
  }

  /**
   * The field is not missing.
   *
   * @param field the field
   */
  record Known(String field) implements Condition {}

  /**
   * The field is missing.
   *
   * @param field the field
   */
  record Missing(String field) implements Condition {}
}
