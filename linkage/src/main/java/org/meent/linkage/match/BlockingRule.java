// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Two records are compared if they agree on all these keys.
 *
 * @param keys numbers of keys, ascending
 */
record BlockingRule(int[] keys) {

  /** The rule that compares all pairs. */
  static BlockingRule none() {
    return new BlockingRule(new int[0]);
  }

  boolean contains(BlockingRule other) {
    return keys.length > other.keys.length
        && Arrays.stream(other.keys)
            .allMatch(key -> Arrays.stream(keys).anyMatch(own -> own == key));
  }

  /** Whether a pair of records agrees on all keys. */
  boolean holds(LinkageFields fields, List<BlockingKey> all, int left, int right) {
    for (int k : keys) {
      BlockingKey key = all.get(k);
      int a = fields.left(left, key.field());
      int b = fields.right(right, key.field());
      if (a < 0 || b < 0 || key.ofValue()[a] < 0 || key.ofValue()[a] != key.ofValue()[b]) {
        return false;
      }
    }
    return true;
  }

  String describe(LinkageFields fields, List<BlockingKey> all) {
    if (keys.length == 0) {
      return "all pairs";
    }
    return Arrays.stream(keys)
        .mapToObj(
            k -> {
              BlockingKey key = all.get(k);
              String part = key.part().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
              return fields.name(key.field())
                  + (key.part() == BlockingKey.Part.WHOLE ? "" : " (" + part + ")");
            })
        .collect(Collectors.joining(" + "));
  }
}
