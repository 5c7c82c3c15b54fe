// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How an engine works; nothing here changes a result.
 *
 * @param threads number of threads, at least 1
 * @param spill folder in which an engine may keep what does not fit in memory; empty for none. The
 *     engine uses a folder of its own inside it, and empties that at start and end.
 */
public record EngineSettings(int threads, Optional<Path> spill) {

  /**
   * Checks the number of threads.
   *
   * @throws IllegalArgumentException if there is not at least one
   */
  public EngineSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("an engine needs at least one thread");
    }
  }

  /** One thread, no spill folder. */
  public static EngineSettings withDefaults() {
    return new EngineSettings(1, Optional.empty());
  }

  /** The same with another number of threads. */
  public EngineSettings withThreads(int number) {
    return new EngineSettings(number, spill);
  }

  /** The same with a spill folder. */
  public EngineSettings withSpill(Path folder) {
    return new EngineSettings(threads, Optional.of(folder));
  }
}
