// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be told of a linkage besides its links.
 *
 * @param subgroups columns of the left file for whose values the error is told apart
 * @param labels pairs that clerks judged: left_id, right_id, match
 * @param draws one-to-one linkages to be drawn from the posterior besides the best one
 * @param explained how many of the least sure pairs are explained
 */
public record LinkageAsks(List<String> subgroups, Optional<Path> labels, int draws, int explained) {

  /** Copies the list and checks the numbers. */
  public LinkageAsks {
    subgroups = List.copyOf(subgroups);
    if (draws < 0 || explained < 0) {
      throw new IllegalArgumentException("draws and explained pairs must not be negative");
    }
  }

  /** Nothing. */
  static LinkageAsks nothing() {
    return new LinkageAsks(List.of(), Optional.empty(), 0, 0);
  }

  LinkageAsks withSubgroups(List<String> columns) {
    return new LinkageAsks(columns, labels, draws, explained);
  }

  LinkageAsks withLabels(Path file) {
    return new LinkageAsks(subgroups, Optional.of(file), draws, explained);
  }

  LinkageAsks withDraws(int number) {
    return new LinkageAsks(subgroups, labels, number, explained);
  }

  LinkageAsks withExplained(int number) {
    return new LinkageAsks(subgroups, labels, draws, number);
  }
}
