// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.util.List;

/** What the rules say of the mean of a bin or segment beside what its counts and sums say. */
final class MeanConcerns {
  private MeanConcerns() {}

  static List<Concern> of(MeanCell mean, Judging judging) {
    long most = mean.counts().values().stream().mapToLong(Long::longValue).max().orElse(0);
    return most == 0 || mean.hidden(judging.protection())
        ? List.of()
        : judging.alike(most, mean.mean().cell().units());
  }
}
