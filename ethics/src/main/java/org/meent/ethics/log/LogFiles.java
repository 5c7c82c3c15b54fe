// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * The files of a log as they lie there: whole lines, what is left of a torn last line, and the
 * head.
 *
 * @param entries the entries of all whole lines
 * @param torn number of bytes after the last whole line
 * @param head the head; of nothing if neither file exists
 */
record LogFiles(List<LogEntry> entries, int torn, LogHead head) {
  static final String ENTRIES = "entries.jsonl";
  static final String HEAD = "head.json";

  LogFiles {
    entries = List.copyOf(entries);
  }

  /**
   * Reads and checks both files.
   *
   * @throws RefusalException if a line or the head is not as Meent wrote it, or the root does not
   *     fit
   */
  static LogFiles read(Path folder) throws IOException {
    Path file = folder.resolve(ENTRIES);
    boolean exists = Files.exists(file);
    byte[] bytes = exists ? Files.readAllBytes(file) : new byte[0];
    Optional<LogHead> head = head(folder);
    if (head.isEmpty()) {
      // Before the first head there can be one entry at most, whole or torn.
      head = Optional.of(LogHead.of(MerkleTree.of(List.of()), 0));
    }
    List<LogEntry> entries = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        entries.add(entry(Arrays.copyOfRange(bytes, from, at), entries.size()));
        from = at + 1;
      }
    }
    LogFiles files = new LogFiles(entries, bytes.length - from, head.orElseThrow());
    files.checkRoot();
    return files;
  }

  /** Whether an append was cut off: the head is one entry behind, or a last line is torn. */
  boolean isInterrupted() {
    return torn > 0 || entries.size() > head.size();
  }

  MerkleTree tree() {
    return MerkleTree.of(entries.stream().map(LogEntry::bytes).toList());
  }

  private void checkRoot() {
    // An append writes one line before it writes the head: more lines than that are not its doing.
    if (entries.size() < head.size()
        || entries.size() > head.size() + 1
        || (entries.size() > head.size() && torn > 0)) {
      throw Refusal.unverified(
              "ethics.log.size", Where.file("log/" + ENTRIES), head.size(), entries.size())
          .asException();
    }
    if (!LogHead.of(tree(), Math.toIntExact(head.size())).equals(head)) {
      throw Refusal.unverified("ethics.log.root", Where.file("log/" + ENTRIES), head.size())
          .asException();
    }
  }

  private static LogEntry entry(byte[] line, int seq) {
    return LogEntry.of(line)
        .filter(entry -> entry.seq() == seq)
        .orElseThrow(
            () ->
                Refusal.unverified("ethics.log.line", Where.file("log/" + ENTRIES).atLine(seq + 1L))
                    .asException());
  }

  private static Optional<LogHead> head(Path folder) throws IOException {
    Path file = folder.resolve(HEAD);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Optional<LogHead> head = LogHead.of(Files.readAllBytes(file));
    if (head.isEmpty()) {
      throw Refusal.unverified("ethics.log.head", Where.file("log/" + HEAD)).asException();
    }
    return head;
  }

  /** Cuts off what is left of a torn line. */
  static void cutTorn(Path folder, int torn) throws IOException {
    try (FileChannel channel =
        FileChannel.open(folder.resolve(ENTRIES), StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - torn);
      channel.force(true);
    }
  }

  /** Appends a line and gets it to the disk. */
  static void append(Path folder, LogEntry entry) throws IOException {
    byte[] bytes = entry.bytes();
    ByteBuffer line = ByteBuffer.allocate(bytes.length + 1).put(bytes).put((byte) '\n').flip();
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(ENTRIES), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(true);
    }
  }

  /** Replaces the head at once and gets it to the disk. */
  static void writeHead(Path folder, LogHead head) throws IOException {
    Path partial = folder.resolve(HEAD + ".partial");
    Files.write(partial, head.bytes());
    try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(
        partial,
        folder.resolve(HEAD),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
