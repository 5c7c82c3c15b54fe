// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Units of groups that are shown. */
final class Groups {
  private Groups() {}

  /**
   * The units of everybody: what the groups of one set of variables add up to, where that is most.
   *
   * @param groups the group of each row
   * @param units its units
   */
  static long everybody(List<SortedMap<String, String>> groups, List<Long> units) {
    Map<SortedMap<String, String>, Long> once = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      once.merge(groups.get(i), units.get(i), Math::max);
    }
    Map<Set<String>, Long> sums = new HashMap<>();
    once.forEach((group, n) -> sums.merge(Set.copyOf(group.keySet()), n, Long::sum));
    return sums.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
