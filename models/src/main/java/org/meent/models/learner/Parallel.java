// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs independent tasks on a number of threads and gives the results in the order of the tasks.
 * What a task gives may depend on its own number only, never on the thread.
 */
public final class Parallel implements AutoCloseable {
  private final ExecutorService pool;
  private final int threads;

  /**
   * Starts the threads.
   *
   * @throws IllegalArgumentException if there is not at least one
   */
  public Parallel(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be positive: " + threads);
    }
    this.threads = threads;
    this.pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "meent-models");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Number of threads. */
  public int threads() {
    return threads;
  }

  /** Runs all tasks and waits for them. */
  public <T> List<T> all(List<Callable<T>> tasks) {
    try {
      List<T> results = new ArrayList<>(tasks.size());
      for (Future<T> future : pool.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while fitting", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
