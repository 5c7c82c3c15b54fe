// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * The ledger as a file that only grows. Each line carries the digest of the one before, so a line
 * that was changed, lost or moved is told; so is a last line that was not written whole.
 */
public final class LedgerFile {
  private static final String NAME = "ledger/releases.jsonl";

  private LedgerFile() {}

  /**
   * Adds what was let out, in this order.
   *
   * @param home the environment's folder
   * @throws RefusalException if the ledger that stands there is not whole
   */
  public static void append(Path home, List<ReleaseLedger.Entry> released) {
    Path file = home.resolve("ledger").resolve("releases.jsonl");
    try {
      Files.createDirectories(home.resolve("ledger"));
      try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          var lock = channel.lock()) {
        List<String> lines = lines(file);
        entries(lines);
        String previous = lines.isEmpty() ? LedgerLine.NOTHING : LedgerLine.digest(lines.getLast());
        StringBuilder added = new StringBuilder();
        for (ReleaseLedger.Entry entry : released) {
          String line = new LedgerLine(previous, entry).text();
          added.append(line).append('\n');
          previous = LedgerLine.digest(line);
        }
        ByteBuffer bytes = ByteBuffer.wrap(added.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<ReleaseLedger.Entry> read(Path file) {
    try {
      return entries(lines(file));
    } catch (CharacterCodingException e) {
      throw refuse("disclosure.ledger.entry", 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw refuse("disclosure.ledger.torn", lines.size());
    }
    return lines;
  }

  private static List<ReleaseLedger.Entry> entries(List<String> lines) {
    List<ReleaseLedger.Entry> entries = new ArrayList<>();
    String previous = LedgerLine.NOTHING;
    for (String text : lines) {
      LedgerLine line;
      try {
        line = LedgerLine.read(text);
      } catch (IllegalArgumentException e) {
        throw refuse("disclosure.ledger.entry", entries.size() + 1);
      }
      if (!line.previous().isEmpty() && !line.previous().equals(previous)) {
        throw refuse("disclosure.ledger.chain", entries.size() + 1);
      }
      previous = LedgerLine.digest(text);
      entries.add(line.entry());
    }
    return entries;
  }

  private static RefusalException refuse(String code, int line) {
    return Refusal.badInput(code, Where.file(NAME).atLine(line)).asException();
  }
}
