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
 * of bits and tables of two levels make it faster than the stream decoder of the platform, which
 * must be able to stop at any byte. Anything that is not exactly one whole stream gives false.
 */
final class BlockInflater {
  /** Zero bytes that must follow the input, so that eight bytes can be read anywhere. */
  static final int PADDING = 16;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LITERAL_BITS = 11;
  private static final int DISTANCE_BITS = 9;
  private static final int LONGEST = 15;
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };
  private static final int[] LENGTH_BASE = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258
  };
  private static final int[] LENGTH_EXTRA = {
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
  };

  private final int[] literals = new int[(1 << LONGEST) + (1 << LITERAL_BITS)];
  private final int[] distances = new int[(1 << LONGEST) + (1 << DISTANCE_BITS)];
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
   * @param output where the result goes
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
      int kind = take(2);
      boolean whole =
          switch (kind) {
            case 0 -> stored();
            case 1 -> fixed() && codes();
            case 2 -> dynamic() && codes();
            default -> false;
          };
      if (!whole || at - have / 8 > inEnd) {
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

  /** Fills the register to at least 56 bits; beyond the end come zeros. */
  private void refill() {
    if (at <= inEnd + PADDING - 8) {
      bits |= (long) EIGHT.get(in, at) << have;
      int bytes = (63 - have) >>> 3;
      at += bytes;
      have += bytes * 8;
    } else {
      have = Math.max(have, 56);
      at += 8;
    }
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
    return table(0, 288, literals, LITERAL_BITS) && table(288, 30, distances, DISTANCE_BITS);
  }

  private boolean dynamic() {
    int literalCodes = take(5) + 257;
    int distanceCodes = take(5) + 1;
    int lengthCodes = take(4) + 4;
    Arrays.fill(lengths, 0);
    for (int i = 0; i < lengthCodes; i++) {
      refill();
      lengths[ORDER[i]] = take(3);
    }
    if (literalCodes > 286 || !table(0, 19, literals, LITERAL_BITS)) {
      return false;
    }
    int[] read = new int[320];
    int count = 0;
    while (count < literalCodes + distanceCodes) {
      refill();
      int entry = literals[(int) bits & ((1 << LITERAL_BITS) - 1)];
      int symbol = entry >>> 8;
      if ((entry & 0xff) == 0) {
        return false;
      }
      take(entry & 0xff);
      int value = symbol == 16 && count > 0 ? read[count - 1] : symbol < 16 ? symbol : 0;
      int times =
          switch (symbol) {
            case 16 -> 3 + take(2);
            case 17 -> 3 + take(3);
            case 18 -> 11 + take(7);
            default -> 1;
          };
      if ((symbol == 16 && count == 0) || count + times > literalCodes + distanceCodes) {
        return false;
      }
      Arrays.fill(read, count, count + times, value);
      count += times;
    }
    System.arraycopy(read, 0, lengths, 0, 320);
    return table(0, literalCodes, literals, LITERAL_BITS)
        && table(literalCodes, distanceCodes, distances, DISTANCE_BITS);
  }

  /**
   * Builds a table: an entry is symbol times 256 plus bits of its code; codes longer than the first
   * level lead to a second one, marked by 128 in the low byte. False if there are too many codes.
   */
  private boolean table(int from, int count, int[] table, int level) {
    int[] next = new int[LONGEST + 2];
    for (int s = 0; s < count; s++) {
      next[lengths[from + s] + 1]++;
    }
    next[1] = 0;
    int code = 0;
    for (int l = 1; l <= LONGEST; l++) {
      int codesOf = next[l + 1];
      next[l + 1] = 0;
      int start = code;
      code += codesOf;
      if (code > 1 << l) {
        return false;
      }
      next[l] = start;
      code <<= 1;
    }
    return fill(from, count, table, level, next);
  }

  private boolean fill(int from, int count, int[] table, int level, int[] next) {
    Arrays.fill(table, 0, 1 << level, 0);
    int free = 1 << level;
    for (int s = 0; s < count; s++) {
      int length = lengths[from + s];
      if (length == 0) {
        continue;
      }
      int reversed = Integer.reverse(next[length]++) >>> (32 - length);
      int entry = s << 8 | length;
      if (length <= level) {
        for (int i = reversed; i < 1 << level; i += 1 << length) {
          table[i] = entry;
        }
        continue;
      }
      int head = reversed & ((1 << level) - 1);
      if (table[head] == 0) {
        if (free + (1 << (LONGEST - level)) > table.length) {
          return false;
        }
        table[head] = free << 8 | 0x80;
        Arrays.fill(table, free, free + (1 << (LONGEST - level)), 0);
        free += 1 << (LONGEST - level);
      }
      int base = table[head] >>> 8;
      for (int i = reversed >>> level; i < 1 << (LONGEST - level); i += 1 << (length - level)) {
        table[base + i] = entry;
      }
    }
    return true;
  }

  /** Literals and copies until the end of the block; all that changes is held in locals. */
  private boolean codes() {
    final byte[] from = in;
    final byte[] to = out;
    final int[] literal = literals;
    final int[] distance = distances;
    final int limit = outEnd;
    final int safe = inEnd + PADDING - 8;
    int place = done;
    int next = at;
    long held = bits;
    int count = have;
    while (true) {
      if (next - (count >>> 3) > inEnd) {
        return false;
      }
      if (next <= safe) {
        held |= (long) EIGHT.get(from, next) << count;
        next += (63 - count) >>> 3;
      } else {
        next += 8;
      }
      count |= 56;
      int entry = literal[(int) held & ((1 << LITERAL_BITS) - 1)];
      // Three literals of the first level never take more than 33 of 56 bits.
      for (int more = 0; more < 3 && entry < 256 << 8 && (entry & 0x80) == 0; more++) {
        if (entry == 0 || place >= limit) {
          return false;
        }
        to[place++] = (byte) (entry >>> 8);
        held >>>= entry;
        count -= entry & 0xff;
        entry = literal[(int) held & ((1 << LITERAL_BITS) - 1)];
      }
      if (count < 48) {
        continue;
      }
      if ((entry & 0x80) != 0) {
        int second = (int) (held >>> LITERAL_BITS) & ((1 << (LONGEST - LITERAL_BITS)) - 1);
        entry = literal[(entry >>> 8) + second];
      }
      int symbol = entry >>> 8;
      held >>>= entry;
      count -= entry & 0xff;
      if (symbol < 256) {
        if (entry == 0 || place >= limit) {
          return false;
        }
        to[place++] = (byte) symbol;
        continue;
      }
      if (symbol == 256) {
        done = place;
        at = next;
        bits = held;
        have = count;
        return true;
      }
      if (symbol > 285) {
        return false;
      }
      int extra = LENGTH_EXTRA[symbol - 257];
      final int length = LENGTH_BASE[symbol - 257] + ((int) held & ((1 << extra) - 1));
      held >>>= extra;
      count -= extra;
      int far = distance[(int) held & ((1 << DISTANCE_BITS) - 1)];
      if ((far & 0x80) != 0) {
        int second = (int) (held >>> DISTANCE_BITS) & ((1 << (LONGEST - DISTANCE_BITS)) - 1);
        far = distance[(far >>> 8) + second];
      }
      int step = far >>> 8;
      if (far == 0 || step > 29) {
        return false;
      }
      held >>>= far;
      count -= far & 0xff;
      int back = step + 1;
      if (step >= 4) {
        int low = (step >> 1) - 1;
        back = 1 + ((2 + (step & 1)) << low) + ((int) held & ((1 << low) - 1));
        held >>>= low;
        count -= low;
      }
      if (back > place || place + length > limit) {
        return false;
      }
      copy(to, place, back, length);
      place += length;
    }
  }

  private static void copy(byte[] to, int place, int back, int length) {
    if (back >= 8 && place + length + 8 <= to.length) {
      for (int i = 0; i < length; i += 8) {
        EIGHT.set(to, place + i, (long) EIGHT.get(to, place - back + i));
      }
    } else {
      for (int i = 0; i < length; i++) {
        to[place + i] = to[place - back + i];
      }
    }
  }
}
