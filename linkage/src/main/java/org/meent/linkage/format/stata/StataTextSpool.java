// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.stata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.linkage.format.bytes.ByteOutput;
import org.meent.protocols.refusal.Where;

/** Long texts stand after the rows: until then they wait in a file beside the target. */
final class StataTextSpool implements AutoCloseable {
  private static final int ASCII_TEXT = 130;

  private final Path file;
  private final ByteOutput out;

  StataTextSpool(Path target) {
    this.file = target.resolveSibling(ByteInput.name(target) + ".strl");
    this.out = ByteOutput.create(file);
  }

  void add(int column, long row, byte[] bytes, int start, int length) {
    out.bytes("GSO".getBytes(StandardCharsets.US_ASCII));
    out.int32(column);
    out.int64(row);
    out.int8(ASCII_TEXT);
    out.int32(length + 1);
    out.bytes(bytes, start, length);
    out.int8(0);
  }

  void copyTo(ByteOutput target) {
    out.finish();
    try (ByteInput in = ByteInput.open(file)) {
      byte[] some = new byte[1 << 16];
      for (int got = in.read(some, 0, some.length); got > 0; got = in.read(some, 0, some.length)) {
        target.bytes(some, 0, got);
      }
    }
  }

  @Override
  public void close() {
    out.close();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw ByteOutput.unwritable(Where.file(ByteInput.name(file)), e);
    }
  }
}
