// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/** Writes a binary file, little-endian, with buffered bytes and a way back to mend a number. */
public final class ByteOutput implements AutoCloseable {
  private final FileChannel channel;
  private final Where where;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 17).order(ByteOrder.LITTLE_ENDIAN);
  private long flushed;

  private ByteOutput(FileChannel channel, Where where) {
    this.channel = channel;
    this.where = where;
  }

  /**
   * Begins a file; one that exists is overwritten.
   *
   * @throws RefusalException if the system does not allow it
   */
  public static ByteOutput create(Path file) {
    Where where = Where.file(ByteInput.name(file));
    try {
      return new ByteOutput(
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE),
          where);
    } catch (IOException e) {
      throw unwritable(where, e);
    }
  }

  /** The refusal for a place that the system does not let Meent write to. */
  public static RefusalException unwritable(Where where, IOException cause) {
    RefusalException refusal =
        Refusal.environment("linkage.file.unwritable", where, cause.getClass().getSimpleName())
            .asException();
    refusal.initCause(cause);
    return refusal;
  }

  /** The place of the next byte. */
  public long position() {
    return flushed + buffer.position();
  }

  /** Writes the low byte. */
  public void int8(int value) {
    need(1).put((byte) value);
  }

  /** Writes 16 bits. */
  public void int16(int value) {
    need(2).putShort((short) value);
  }

  /** Writes 32 bits. */
  public void int32(int value) {
    need(4).putInt(value);
  }

  /** Writes 64 bits. */
  public void int64(long value) {
    need(8).putLong(value);
  }

  /** Writes a number with a fraction. */
  public void float64(double value) {
    need(8).putDouble(value);
  }

  /** Writes bytes. */
  public void bytes(byte[] bytes) {
    bytes(bytes, 0, bytes.length);
  }

  /** Writes some bytes. */
  public void bytes(byte[] bytes, int offset, int length) {
    int at = offset;
    int left = length;
    while (left > 0) {
      int room = Math.min(left, need(1).remaining());
      buffer.put(bytes, at, room);
      at += room;
      left -= room;
    }
  }

  /** Writes bytes cut or filled with one byte to a length. */
  public void padded(byte[] bytes, int length, int filler) {
    int kept = Math.min(bytes.length, length);
    bytes(bytes, 0, kept);
    for (int i = kept; i < length; i++) {
      int8(filler);
    }
  }

  /** Overwrites bytes that were written before. */
  public void mend(long place, byte[] bytes) {
    flush();
    try {
      ByteBuffer mended = ByteBuffer.wrap(bytes);
      long at = place;
      while (mended.hasRemaining()) {
        at += channel.write(mended, at);
      }
    } catch (IOException e) {
      throw unwritable(where, e);
    }
  }

  /** Writes everything and syncs it to disk. */
  public void finish() {
    flush();
    try {
      channel.force(true);
    } catch (IOException e) {
      throw unwritable(where, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unwritable(where, e);
    }
  }

  private ByteBuffer need(int count) {
    if (buffer.remaining() < count) {
      flush();
    }
    return buffer;
  }

  private void flush() {
    try {
      buffer.flip();
      flushed += buffer.remaining();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      buffer.clear();
    } catch (IOException e) {
      throw unwritable(where, e);
    }
  }
}
