// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.List;
import org.meent.linkage.compare.EditDistance;

/** Codes, postcodes, numbers: one writing error apart, or the same. */
final class CodeComparison extends FieldComparison {
  private static final int NEAR = 2;

  private final String[] values;
  private final long[] packed;

  CodeComparison(String[] values) {
    super(List.of("missing", "different", "near", "exact"));
    this.values = values;
    this.packed = PackedCode.of(values);
  }

  @Override
  int compare(int a, int b, EditDistance distance) {
    long left = packed[a];
    long right = packed[b];
    if (left != 0 && right != 0 && PackedCode.sameLength(left, right)) {
      return PackedCode.oneApart(left, right) ? NEAR : DIFFERENT;
    }
    return distance.within(values[a], values[b], 1) <= 1 ? NEAR : DIFFERENT;
  }

  @Override
  void keys(int value, KeySink sink) {
    sink.addOneEdit(values[value]);
  }

  @Override
  boolean scans(int value) {
    return false;
  }
}
