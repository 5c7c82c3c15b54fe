// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.meent.ethics.log.LogEntry.Event;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * The append-only log of an environment, in {@code <home>/log}: {@code entries.jsonl} with one
 * entry a line, and {@code head.json} with size and root of the tree. Appending is safe against
 * being cut off (entry first, head after it, both synced) and against a second writer (a lock
 * file). What a cut left is mended by the next append, which says so in an entry of its own.
 */
public final class TransparencyLog {
  /** The kind of the entry that tells of a mended log. */
  public static final String MENDED = "log.mended";

  private static final String LOCK = "lock";
  private static final int ATTEMPTS = 400;
  private static final int PAUSE_MILLIS = 25;
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private final Path folder;

  private TransparencyLog(Path folder) {
    this.folder = folder;
  }

  /** The log of an environment; its folder is made by the first append. */
  public static TransparencyLog of(Path home) {
    return new TransparencyLog(home.resolve("log"));
  }

  /**
   * Appends an entry and gets it to the disk.
   *
   * @param time now, as the caller's clock says
   * @param event what happened
   * @return the entry as written
   * @throws RefusalException if the log does not verify, another writer keeps it, the clock was put
   *     back, or the disk refuses; then nothing was appended
   */
  public LogEntry append(Instant time, Event event) {
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = lock(channel)) {
        return append(mended(time), time, event);
      }
    } catch (IOException e) {
      throw Refusal.environment("ethics.log.disk", Where.file("log")).asException();
    }
  }

  /**
   * Checks every byte of the log: each line in its canonical form, numbered without gaps, the root
   * over all of them equal to the head.
   *
   * @return the head
   * @throws RefusalException if anything is not as it was written, or an append was cut off
   */
  public LogHead verify() {
    LogFiles files = files();
    if (files.isInterrupted()) {
      throw Refusal.unverified(
              "ethics.log.interrupted", Where.file("log/" + LogFiles.ENTRIES), files.head().size())
          .asException();
    }
    return files.head();
  }

  /** All entries in order, checked as by {@link #verify}. */
  public List<LogEntry> entries() {
    verify();
    return files().entries();
  }

  /** The entries of one study in order, checked as by {@link #verify}. */
  public List<LogEntry> entriesOf(String study) {
    return entries().stream().filter(entry -> entry.event().study().equals(study)).toList();
  }

  /**
   * A proof about the log that can be checked without it.
   *
   * @param head the head it leads to
   * @param hashes hashes from the leaf up, 64 hex digits each
   */
  public record Proof(LogHead head, List<String> hashes) {
    /** Copies the hashes. */
    public Proof {
      hashes = List.copyOf(hashes);
    }

    /** Whether it proves that the entry is in the log. */
    public boolean includes(LogEntry entry) {
      return MerkleTree.isIncluded(
          entry.bytes(), entry.seq(), head.size(), bytes(head.root()), raw());
    }

    /** Whether it proves that nothing before an older head was changed. */
    public boolean continues(LogHead older) {
      return MerkleTree.isConsistent(
          older.size(), bytes(older.root()), head.size(), bytes(head.root()), raw());
    }

    private List<byte[]> raw() {
      return hashes.stream().map(Proof::bytes).toList();
    }

    private static byte[] bytes(String hex) {
      return HexFormat.of().parseHex(hex);
    }
  }

  /**
   * The proof that an entry is in the log.
   *
   * @throws IllegalArgumentException if there is no such entry
   */
  public Proof proveEntry(long seq) {
    LogHead head = verify();
    MerkleTree tree = files().tree();
    return proof(head, tree.inclusion(Math.toIntExact(seq), tree.size()));
  }

  /**
   * The proof that the log when it had so many entries is the beginning of the log as it is.
   *
   * @throws IllegalArgumentException unless it ever had so many, and at least one
   */
  public Proof proveSince(long size) {
    LogHead head = verify();
    MerkleTree tree = files().tree();
    return proof(head, tree.consistency(Math.toIntExact(size), tree.size()));
  }

  private static Proof proof(LogHead head, List<byte[]> hashes) {
    return new Proof(head, hashes.stream().map(HexFormat.of()::formatHex).toList());
  }

  private LogFiles files() {
    try {
      return LogFiles.read(folder);
    } catch (IOException e) {
      throw Refusal.environment("ethics.log.disk", Where.file("log")).asException();
    }
  }

  /** The log without what a cut left, and with an entry that tells of it. */
  private LogFiles mended(Instant time) throws IOException {
    LogFiles files = LogFiles.read(folder);
    if (!files.isInterrupted()) {
      return files;
    }
    String why =
        files.torn() > 0
            ? "an append was cut off: %d bytes of a torn line after entry %d were removed"
                .formatted(files.torn(), files.entries().size() - 1)
            : "an append was cut off: entry %d was whole, the head was one behind"
                .formatted(files.entries().size() - 1);
    if (files.torn() > 0) {
      LogFiles.cutTorn(folder, files.torn());
    } else {
      LogFiles.writeHead(folder, LogHead.of(files.tree(), files.entries().size()));
    }
    append(LogFiles.read(folder), time, Event.ofEnvironment("meent", MENDED, why));
    return LogFiles.read(folder);
  }

  private LogEntry append(LogFiles files, Instant time, Event event) throws IOException {
    if (!files.entries().isEmpty()
        && time.plus(CLOCK_TOLERANCE).isBefore(files.entries().getLast().time())) {
      throw Refusal.environment("ethics.log.clock", Where.file("log")).asException();
    }
    LogEntry entry = new LogEntry(files.entries().size(), time, event);
    List<LogEntry> entries = new ArrayList<>(files.entries());
    entries.add(entry);
    MerkleTree tree = MerkleTree.of(entries.stream().map(LogEntry::bytes).toList());
    LogFiles.append(folder, entry);
    LogFiles.writeHead(folder, LogHead.of(tree, entries.size()));
    return entry;
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return lock;
        }
        Thread.sleep(PAUSE_MILLIS);
      } catch (OverlappingFileLockException e) {
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw Refusal.environment("ethics.log.busy", Where.file("log")).asException();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
