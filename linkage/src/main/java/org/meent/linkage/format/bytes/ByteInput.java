// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * Reads a binary file from a place onwards. A length that a file claims is compared with what is
 * left of the file before room is made for it, so no claim costs more memory than the file is long.
 */
public final class ByteInput implements ByteFeed {
  private static final int ROOM = 1 << 18;

  private final FileChannel channel;
  private final Where where;
  private final long size;
  private final ByteBuffer buffer;
  private long end;

  private ByteInput(FileChannel channel, Where where, long size) {
    this.channel = channel;
    this.where = where;
    this.size = size;
    this.buffer = ByteBuffer.allocate((int) Math.max(16, Math.min(ROOM, size))).flip();
  }

  /**
   * Opens a file for reading.
   *
   * @throws RefusalException if it is not there or cannot be read
   */
  public static ByteInput open(Path file) {
    Where where = Where.file(name(file));
    if (!Files.isRegularFile(file)) {
      throw Refusal.badInput("linkage.file.absent", where).asException();
    }
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      return new ByteInput(channel, where, channel.size());
    } catch (IOException e) {
      throw unreadable(where, e);
    }
  }

  /** The name of a file as sentences spell it. */
  public static String name(Path file) {
    Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }

  /** The refusal for a file that the machine does not give. */
  public static RefusalException unreadable(Where where, IOException cause) {
    RefusalException refusal =
        Refusal.environment("linkage.file.unreadable", where, cause.getClass().getSimpleName())
            .asException();
    refusal.initCause(cause);
    return refusal;
  }

  /** The file, for sentences. */
  public Where where() {
    return where;
  }

  /** The length of the file. */
  public long size() {
    return size;
  }

  /** The place of the next byte. */
  public long position() {
    return end - buffer.remaining();
  }

  /** How many bytes are left. */
  public long remaining() {
    return size - position();
  }

  /** Sets the order of bytes of all numbers that follow. */
  public void order(ByteOrder order) {
    buffer.order(order);
  }

  /** Whether numbers are read with the greatest byte first. */
  public boolean bigEndian() {
    return buffer.order() == ByteOrder.BIG_ENDIAN;
  }

  /**
   * Goes to a place in the file.
   *
   * @throws RefusalException if the file is shorter
   */
  public void seek(long place) {
    if (place < 0 || place > size) {
      throw truncated();
    }
    long start = end - buffer.limit();
    if (place >= start && place <= end) {
      buffer.position((int) (place - start));
    } else {
      end = place;
      buffer.position(0).limit(0);
    }
  }

  /** Passes over bytes. */
  public void skip(long count) {
    if (count < 0 || count > remaining()) {
      throw truncated();
    }
    seek(position() + count);
  }

  /** A byte, 0 to 255. */
  public int uint8() {
    return need(1).get() & 0xff;
  }

  /** A signed number of 16 bits. */
  public short int16() {
    return need(2).getShort();
  }

  /** A signed number of 32 bits. */
  public int int32() {
    return need(4).getInt();
  }

  /** A signed number of 64 bits. */
  public long int64() {
    return need(8).getLong();
  }

  /** A number of 64 bits with a fraction. */
  public double float64() {
    return need(8).getDouble();
  }

  /**
   * So many bytes.
   *
   * @throws RefusalException if the file does not hold so many
   */
  public byte[] bytes(long count) {
    if (count < 0 || count > remaining() || count > Integer.MAX_VALUE - 16) {
      throw truncated();
    }
    byte[] found = new byte[(int) count];
    for (int at = 0; at < found.length; ) {
      int got = read(found, at, found.length - at);
      if (got < 0) {
        throw truncated();
      }
      at += got;
    }
    return found;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!buffer.hasRemaining() && !fill()) {
      return -1;
    }
    int got = Math.min(length, buffer.remaining());
    buffer.get(into, offset, got);
    return got;
  }

  /** The refusal for a file that ends too early. */
  public RefusalException truncated() {
    return Refusal.badInput("linkage.file.truncated", where, size).asException();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unreadable(where, e);
    }
  }

  private ByteBuffer need(int count) {
    while (buffer.remaining() < count) {
      if (!fill()) {
        throw truncated();
      }
    }
    return buffer;
  }

  /** Reads on; false at the end of the file. */
  private boolean fill() {
    try {
      buffer.compact();
      int got = channel.read(buffer, end);
      buffer.flip();
      if (got <= 0) {
        return false;
      }
      end += got;
      return true;
    } catch (IOException e) {
      throw unreadable(where, e);
    }
  }
}
