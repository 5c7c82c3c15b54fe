// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/** A fixed number of threads; results come back in the order of the tasks, never of time. */
final class Workers implements AutoCloseable {
  private final ExecutorService executor;

  Workers(int threads) {
    this.executor = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
  }

  <T> List<T> map(int tasks, IntFunction<T> task) {
    List<Future<T>> futures = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      int number = i;
      futures.add(executor.submit(() -> task.apply(number)));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(get(future));
    }
    return results;
  }

  /** Does tasks that give nothing back; ends when all have ended. */
  void run(int tasks, IntConsumer task) {
    map(
        tasks,
        number -> {
          task.accept(number);
          return number;
        });
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
