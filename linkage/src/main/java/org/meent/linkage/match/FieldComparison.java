// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.List;
import org.meent.linkage.compare.EditDistance;

/**
 * The comparison levels of a field: 0 missing, 1 different, then ever closer, the last exact. Every
 * pair of values above {@link #DIFFERENT} shares at least one key, or one of the two asks for a
 * scan of all values; that makes agreement by chance countable over all pairs of values.
 */
abstract sealed class FieldComparison
    permits TextComparison, DateComparison, CodeComparison, CategoryComparison {
  static final int MISSING = 0;
  static final int DIFFERENT = 1;

  private final List<String> levels;

  FieldComparison(List<String> levels) {
    this.levels = levels;
  }

  static FieldComparison of(FieldColumn column) {
    return switch (column.kind().shape()) {
      case TEXT -> new TextComparison(column.values());
      case DATE -> new DateComparison(column.values());
      case CODE -> new CodeComparison(column.values());
      case CATEGORY -> new CategoryComparison();
    };
  }

  final List<String> levels() {
    return levels;
  }

  final int exact() {
    return levels.size() - 1;
  }

  /** The level of two different values. */
  abstract int compare(int a, int b, EditDistance distance);

  /** The keys of a value. */
  abstract void keys(int value, KeySink sink);

  /** Whether a value must be held against all others. */
  abstract boolean scans(int value);

  /** The level of two codes, either of which may be missing. */
  final int level(int a, int b, EditDistance distance) {
    if (a < 0 || b < 0) {
      return MISSING;
    }
    return a == b ? exact() : compare(a, b, distance);
  }
}
