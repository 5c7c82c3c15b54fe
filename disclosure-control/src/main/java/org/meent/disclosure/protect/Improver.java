// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Makes a pattern cheaper without losing a proof. A secondary cell is published on trial, and the
 * primaries whose proofs used it are protected anew; the trial is kept if the whole becomes
 * cheaper. The amount of work is bounded by counted operations, never by a clock.
 */
final class Improver {
  private final WorkingPattern pattern;
  private final Protector protector;
  private final long workLimit;

  Improver(WorkingPattern pattern, Protector protector, long workLimit) {
    this.pattern = pattern;
    this.protector = protector;
    this.workLimit = workLimit;
  }

  void improve() {
    protector.onTrial();
    boolean better = true;
    while (better) {
      better = false;
      for (int cell : dearestFirst()) {
        if (protector.work() >= workLimit) {
          return;
        }
        better |= pattern.suppressed[cell] && replace(cell);
      }
    }
  }

  private List<Integer> dearestFirst() {
    return IntStream.of(pattern.secondaries())
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer cell) -> -pattern.cost[cell])
                .thenComparing(cell -> cell))
        .toList();
  }

  /** The hardest first, so that a trial that fails fails early. */
  private List<Integer> neediestFirst(List<Integer> affected) {
    return new TreeSet<>(affected)
        .stream()
            .sorted(
                Comparator.comparingLong((Integer cell) -> -protector.need(cell))
                    .thenComparing(cell -> cell))
            .toList();
  }

  /** Publishes one secondary cell if the rest can be protected for less than it costs. */
  boolean replace(int cell) {
    double before = pattern.total();
    pattern.begin();
    List<Integer> affected = new ArrayList<>();
    pattern.release(cell, affected);
    for (int primary : neediestFirst(affected)) {
      double room = before - pattern.total() - 1e-6 * pattern.cost[cell];
      if (!protector.protect(primary, room)) {
        pattern.undo();
        return false;
      }
    }
    pattern.keep();
    return true;
  }
}
