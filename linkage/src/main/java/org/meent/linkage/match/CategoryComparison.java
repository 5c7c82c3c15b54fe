// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.List;
import org.meent.linkage.compare.EditDistance;

/** One of a few values: the same or not. */
final class CategoryComparison extends FieldComparison {
  CategoryComparison() {
    super(List.of("missing", "different", "exact"));
  }

  @Override
  int compare(int a, int b, EditDistance distance) {
    return DIFFERENT;
  }

  @Override
  void keys(int value, KeySink sink) {}

  @Override
  boolean scans(int value) {
    return false;
  }
}
