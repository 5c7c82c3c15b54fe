// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.tree;

import java.util.List;
import org.meent.linkage.world.truth.Census;

/**
 * What a world came to.
 *
 * @param files its files, in the order in which they were opened
 * @param census what its people add up to
 */
public record WorldSummary(List<Written> files, Census census) {

  /** Copies the files. */
  public WorldSummary {
    files = List.copyOf(files);
  }

  /**
   * A file.
   *
   * @param path its path within the tree, with slashes
   * @param rows how many rows it has
   */
  public record Written(String path, long rows) {}
}
