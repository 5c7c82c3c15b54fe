// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.meent.linkage.format.bytes.ByteOutput;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.linkage.world.register.Register;
import org.meent.linkage.world.register.RegisterFile;
import org.meent.linkage.world.register.Registers;
import org.meent.linkage.world.truth.Census;
import org.meent.linkage.world.truth.EffectSums;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Writes a world as a tree of files. Threads make blocks of households; one thread writes the
 * blocks in their order, so the bytes do not depend on the number of threads, and memory does not
 * depend on the number of households. The tree appears when it is whole.
 */
public final class WorldTree {
  private static final int BLOCK = 200;

  private final WorldPlan plan;
  private final List<String> formats;
  private final int threads;

  private WorldTree(WorldPlan plan, List<String> formats, int threads) {
    this.plan = plan;
    this.formats = formats;
    this.threads = threads;
  }

  /**
   * Writes a world.
   *
   * @param plan its dials
   * @param formats endings of the formats of registers, checked by {@link WorldFormats}
   * @param threads how many threads make households
   * @param out the folder that becomes the tree; absent or empty
   * @param done is told how many households are written
   * @throws org.meent.protocols.refusal.RefusalException if the folder is not empty, or the disk
   *     refuses
   */
  public static WorldSummary write(
      WorldPlan plan, List<String> formats, int threads, Path out, IntConsumer done)
      throws IOException {
    Where where = Where.file(String.valueOf(out));
    if (Files.exists(out) && !(Files.isDirectory(out) && isEmpty(out))) {
      throw Refusal.usage("linkage.world.not-empty", where).asException();
    }
    Path whole = out.toAbsolutePath().normalize();
    Path partial = whole.resolveSibling(whole.getFileName() + ".partial");
    if (Files.exists(partial)) {
      throw Refusal.usage("linkage.world.partial", Where.file(String.valueOf(partial)))
          .asException();
    }
    WorldSummary summary;
    try {
      summary = new WorldTree(plan, formats, threads).into(partial, done);
    } catch (RuntimeException | Error | IOException e) {
      remove(partial);
      throw e;
    }
    Files.deleteIfExists(whole);
    Files.move(partial, whole, StandardCopyOption.ATOMIC_MOVE);
    return summary;
  }

  /** Takes away what a failed attempt left. */
  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> entries = Files.walk(folder)) {
        for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(entry);
        }
      }
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private WorldSummary into(Path root, IntConsumer done) throws IOException {
    List<Register> registers = Registers.of(plan);
    List<RegisterFile> files = new ArrayList<>();
    registers.forEach(register -> files.add(register.file()));
    files.addAll(Block.TRUTH);
    files.add(EffectSums.FILE);
    List<OpenFile> open = new ArrayList<>();
    try {
      for (RegisterFile file : files) {
        open.add(new OpenFile(root, file, formats));
      }
      EffectSums effects = new EffectSums();
      Census census = new Census(plan);
      fill(Block.Maker.of(plan, registers), open, effects, census, done);
      open.getLast().write(effects.rows());
      open.forEach(OpenFile::finish);
      try (ByteOutput json = ByteOutput.create(root.resolve("truth").resolve("world.json"))) {
        json.bytes(WorldJson.of(plan, census));
        json.finish();
      }
      List<WorldSummary.Written> written = new ArrayList<>();
      open.forEach(file -> written.addAll(file.written()));
      return new WorldSummary(written, census);
    } finally {
      open.forEach(OpenFile::close);
    }
  }

  private void fill(
      Block.Maker maker, List<OpenFile> open, EffectSums effects, Census census, IntConsumer done) {
    Queue<Future<Block>> ahead = new ArrayDeque<>();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory())) {
      int next = 0;
      int written = 0;
      while (written < plan.persons()) {
        while (ahead.size() < 2 * threads && next < plan.persons()) {
          int from = next;
          int to = Math.min(plan.persons(), from + BLOCK);
          ahead.add(workers.submit(() -> maker.make(from, to)));
          next = to;
        }
        Block block = await(ahead.remove());
        for (int f = 0; f < block.rows().size(); f++) {
          open.get(f).write(block.rows().get(f));
        }
        effects.add(block.effects());
        census.add(block.census());
        written = Math.min(plan.persons(), written + BLOCK);
        done.accept(written);
      }
    }
  }

  private static Block await(Future<Block> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
