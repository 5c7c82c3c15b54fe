// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Adler32;
import org.meent.protocols.literature.Reference;

/**
 * Inflates one zlib stream that lies whole in memory into a space of known length. A long register
 * of bits, entries that say all at once, and room behind both arrays make it faster than the stream
 * decoder of the platform, which must be able to stop at any byte. Anything that is not exactly one
 * whole stream gives false.
 */
final class BlockInflater {
  /** Zero bytes that must follow the input, so that eight bytes can be read anywhere. */
  static final int PADDING = 32;

  /** Bytes that the output must have beyond what is expected; what they hold means nothing. */
  static final int SLACK = 320;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private final CodeTable literals = CodeTable.ofLiterals();
  private final CodeTable distances = CodeTable.ofDistances();
  private final CodeTable codeLengths = CodeTable.ofLengths();
  private final int[] lengths = new int[320];
  private byte[] in = new byte[0];
  private byte[] out = new byte[0];
  private int inEnd;
  private int outEnd;
  private int at;
  private int done;
  private long bits;
  private int have;

  /**
   * Inflates.
   *
   * @param input the stream and {@link #PADDING} zero bytes
   * @param length bytes of the stream
   * @param output where the result goes, with {@link #SLACK} bytes to spare
   * @param expected how many bytes it must have
   * @return whether the stream was whole, had exactly that result, and its checksum agrees
   */
  @Reference(
      authors = "P. Deutsch",
      title = "DEFLATE Compressed Data Format Specification version 1.3",
      source = "RFC 1951, section 3.2; container: RFC 1950",
      url = "https://www.rfc-editor.org/rfc/rfc1951")
  boolean inflate(byte[] input, int length, byte[] output, int expected) {
    boolean header =
        length >= 6
            && (input[0] & 0x0f) == 8
            && ((input[0] & 0xff) << 8 | (input[1] & 0xff)) % 31 == 0
            && (input[1] & 0x20) == 0;
    if (!header) {
      return false;
    }
    in = input;
    inEnd = length;
    out = output;
    outEnd = expected;
    at = 2;
    done = 0;
    bits = 0;
    have = 0;
    boolean last = false;
    while (!last) {
      refill();
      last = take(1) == 1;
      boolean whole =
          switch (take(2)) {
            case 0 -> stored();
            case 1 -> fixed() && codes();
            case 2 -> dynamic() && codes();
            default -> false;
          };
      if (!whole || at - have / 8 > inEnd || done > outEnd) {
        return false;
      }
    }
    return done == expected && checksum();
  }

  private boolean checksum() {
    int end = at - have / 8;
    if (end + 4 != inEnd) {
      return false;
    }
    Adler32 adler = new Adler32();
    adler.update(out, 0, done);
    int said =
        (in[end] & 0xff) << 24
            | (in[end + 1] & 0xff) << 16
            | (in[end + 2] & 0xff) << 8
            | (in[end + 3] & 0xff);
    return said == (int) adler.getValue();
  }

  /** Fills the register to at least 56 bits; the zeros of the padding stand for what is not. */
  private void refill() {
    int place = Math.min(at, inEnd + PADDING - 8);
    bits |= (long) EIGHT.get(in, place) << have;
    at += (63 - have) >>> 3;
    have |= 56;
  }

  private int take(int count) {
    int value = (int) (bits & ((1L << count) - 1));
    bits >>>= count;
    have -= count;
    return value;
  }

  private boolean stored() {
    int start = at - have / 8;
    bits = 0;
    have = 0;
    if (start + 4 > inEnd) {
      return false;
    }
    int count = (in[start] & 0xff) | (in[start + 1] & 0xff) << 8;
    int check = (in[start + 2] & 0xff) | (in[start + 3] & 0xff) << 8;
    if ((count ^ check) != 0xffff || start + 4 + count > inEnd || done + count > outEnd) {
      return false;
    }
    System.arraycopy(in, start + 4, out, done, count);
    done += count;
    at = start + 4 + count;
    return true;
  }

  private boolean fixed() {
    Arrays.fill(lengths, 0, 144, 8);
    Arrays.fill(lengths, 144, 256, 9);
    Arrays.fill(lengths, 256, 280, 7);
    Arrays.fill(lengths, 280, 288, 8);
    Arrays.fill(lengths, 288, 318, 5);
    return literals.build(lengths, 0, 288) && distances.build(lengths, 288, 30);
  }

  private boolean dynamic() {
    int literalCodes = take(5) + 257;
    int distanceCodes = take(5) + 1;
    int lengthCodes = take(4) + 4;
    Arrays.fill(lengths, 0, 19, 0);
    for (int i = 0; i < lengthCodes; i++) {
      refill();
      lengths[ORDER[i]] = take(3);
    }
    return literalCodes <= 286
        && codeLengths.build(lengths, 0, 19)
        && lengths(literalCodes + distanceCodes)
        && literals.build(lengths, 0, literalCodes)
        && distances.build(lengths, literalCodes, distanceCodes);
  }

  /** Reads the lengths of so many codes, which are coded themselves. */
  private boolean lengths(int wanted) {
    int count = 0;
    while (count < wanted) {
      refill();
      int entry = codeLengths.entries[(int) bits & ((1 << codeLengths.level) - 1)];
      int symbol = entry >>> 16;
      if ((entry & CodeTable.STOP) != 0 || (symbol == 16 && count == 0)) {
        return false;
      }
      take(entry & 0x3f);
      int value = symbol == 16 ? lengths[count - 1] : symbol < 16 ? symbol : 0;
      int times =
          switch (symbol) {
            case 16 -> 3 + take(2);
            case 17 -> 3 + take(3);
            case 18 -> 11 + take(7);
            default -> 1;
          };
      if (count + times > wanted) {
        return false;
      }
      Arrays.fill(lengths, count, count + times, value);
      count += times;
    }
    return true;
  }

  /**
   * Literals and copies until the end of the block; all that changes is held in locals. Whether the
   * input or the room is used up is asked once a turn: padding and slack are what one turn can use.
   */
  private boolean codes() {
    final byte[] from = in;
    final byte[] to = out;
    final int[] literal = literals.entries;
    final int[] distance = distances.entries;
    final int literalMask = (1 << literals.level) - 1;
    final int distanceMask = (1 << distances.level) - 1;
    int place = done;
    int next = at;
    long held = bits;
    int count = have;
    while (next - (count >>> 3) <= inEnd && place <= outEnd) {
      held |= (long) EIGHT.get(from, next) << count;
      next += (63 - count) >>> 3;
      count |= 56;
      int entry = literal[(int) held & literalMask];
      // Two literals of the first table leave at least 34 bits; a code with extra bits takes 20.
      if (entry < 0) {
        to[place++] = (byte) (entry >>> 16);
        held >>>= entry;
        count -= entry & 0x3f;
        entry = literal[(int) held & literalMask];
        if (entry < 0) {
          to[place++] = (byte) (entry >>> 16);
          held >>>= entry;
          count -= entry & 0x3f;
          entry = literal[(int) held & literalMask];
        }
      }
      if ((entry & CodeTable.SECOND) != 0) {
        int second = (int) (held >>> literals.level) & ((1 << (15 - literals.level)) - 1);
        entry = literal[(entry >>> 16) + second];
      }
      long before = held;
      held >>>= entry;
      count -= entry & 0x3f;
      if (entry < 0) {
        to[place++] = (byte) (entry >>> 16);
        continue;
      }
      if ((entry & CodeTable.STOP) != 0) {
        done = place;
        at = next;
        bits = held;
        have = count;
        return (entry & 0x3f) != 0;
      }
      final int length = (entry >>> 16) + extra(before, entry);
      held |= (long) EIGHT.get(from, next) << count;
      next += (63 - count) >>> 3;
      count |= 56;
      entry = distance[(int) held & distanceMask];
      if ((entry & CodeTable.SECOND) != 0) {
        int second = (int) (held >>> distances.level) & ((1 << (15 - distances.level)) - 1);
        entry = distance[(entry >>> 16) + second];
      }
      final int back = (entry >>> 16) + extra(held, entry);
      held >>>= entry;
      count -= entry & 0x3f;
      if ((entry & CodeTable.STOP) != 0 || back > place) {
        return false;
      }
      copy(to, place, back, length);
      place += length;
    }
    return false;
  }

  /** The extra bits behind a code. */
  private static int extra(long held, int entry) {
    return (int) ((held & ((1L << entry) - 1)) >>> (entry >>> 8));
  }

  /** Copies from before, often more than the length: what is too much is written over. */
  private static void copy(byte[] to, int place, int back, int length) {
    if (back >= 8) {
      EIGHT.set(to, place, (long) EIGHT.get(to, place - back));
      EIGHT.set(to, place + 8, (long) EIGHT.get(to, place - back + 8));
      for (int i = 16; i < length; i += 8) {
        EIGHT.set(to, place + i, (long) EIGHT.get(to, place - back + i));
      }
    } else {
      for (int i = 0; i < length; i++) {
        to[place + i] = to[place - back + i];
      }
    }
  }
}
