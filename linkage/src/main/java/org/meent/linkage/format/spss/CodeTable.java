// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.util.Arrays;
import org.meent.protocols.literature.Reference;

/**
 * A prefix code of deflate as a table: the next bits of the stream, taken as an index, give an
 * entry that says all at once. Codes longer than the index lead to a second table.
 *
 * <p>An entry holds in bits 0-5 how many bits the code and its extra bits take, in bits 8-13 how
 * many the code alone takes, and in bits 16-30 a number: the literal, the base to which the extra
 * bits are added, or the place of the second table. The sign marks a literal. {@link #SECOND} and
 * {@link #STOP} mark what is neither literal nor base.
 */
final class CodeTable {
  /** Marks an entry that leads to a second table. */
  static final int SECOND = 0x40;

  /** Marks the end of the block (with bits to take) or bits that are no code (without). */
  static final int STOP = 0x80;

  private static final int END = STOP | 1 << 16;

  private static final int LONGEST = 15;
  private static final int LITERAL = 1 << 31;

  /** Bits of the index. */
  final int level;

  /** The entries; second tables come after the first {@code 2^level}. */
  final int[] entries;

  private final int[] meanings;

  private CodeTable(int level, int[] meanings) {
    this.level = level;
    this.meanings = meanings;
    this.entries = new int[(1 << level) + (meanings.length << (LONGEST - level))];
  }

  /** A table for literals, lengths and the end of a block. */
  @Reference(
      authors = "P. Deutsch",
      title = "DEFLATE Compressed Data Format Specification version 1.3",
      source = "RFC 1951, section 3.2.5: lengths 3 to 258, codes 257 to 285",
      url = "https://www.rfc-editor.org/rfc/rfc1951")
  static CodeTable ofLiterals() {
    int[] meanings = new int[288];
    for (int s = 0; s < 256; s++) {
      meanings[s] = LITERAL | s << 16;
    }
    meanings[256] = END;
    int base = 3;
    for (int s = 257; s < 285; s++) {
      int extra = s < 261 ? 0 : (s - 261) / 4;
      meanings[s] = base << 16 | extra;
      base += 1 << extra;
    }
    meanings[285] = 258 << 16;
    meanings[286] = STOP;
    meanings[287] = STOP;
    return new CodeTable(11, meanings);
  }

  /** A table for distances. */
  @Reference(
      authors = "P. Deutsch",
      title = "DEFLATE Compressed Data Format Specification version 1.3",
      source = "RFC 1951, section 3.2.5: distances 1 to 32768, codes 0 to 29",
      url = "https://www.rfc-editor.org/rfc/rfc1951")
  static CodeTable ofDistances() {
    int[] meanings = new int[32];
    int base = 1;
    for (int s = 0; s < 30; s++) {
      int extra = s < 4 ? 0 : (s - 2) / 2;
      meanings[s] = base << 16 | extra;
      base += 1 << extra;
    }
    meanings[30] = STOP;
    meanings[31] = STOP;
    return new CodeTable(9, meanings);
  }

  /** A table for the lengths of the codes of the two others; its numbers are the symbols. */
  static CodeTable ofLengths() {
    int[] meanings = new int[19];
    for (int s = 0; s < 19; s++) {
      meanings[s] = s << 16;
    }
    return new CodeTable(7, meanings);
  }

  /**
   * Fills the table.
   *
   * @param lengths holds the bits of the code of each symbol, 0 if it has none
   * @param from where the first symbol stands
   * @param count how many symbols there are
   * @return false if there are more codes than bits allow
   */
  boolean build(int[] lengths, int from, int count) {
    int[] next = new int[LONGEST + 2];
    for (int s = 0; s < count; s++) {
      next[lengths[from + s] + 1]++;
    }
    next[1] = 0;
    int code = 0;
    for (int l = 1; l <= LONGEST; l++) {
      int codes = next[l + 1];
      next[l + 1] = 0;
      next[l] = code;
      code += codes;
      if (code > 1 << l) {
        return false;
      }
      code <<= 1;
    }
    Arrays.fill(entries, 0, 1 << level, STOP);
    int free = 1 << level;
    for (int s = 0; s < count; s++) {
      int length = lengths[from + s];
      if (length > 0) {
        int reversed = Integer.reverse(next[length]++) >>> (32 - length);
        free = enter(reversed, length, meanings[s], free);
      }
    }
    return true;
  }

  /** Enters a code wherever an index ends in it; returns where the next second table may begin. */
  private int enter(int code, int length, int meaning, int free) {
    int entry = meaning == STOP ? STOP : meaning + length | length << 8;
    if (length <= level) {
      for (int i = code; i < 1 << level; i += 1 << length) {
        entries[i] = entry;
      }
      return free;
    }
    int head = code & ((1 << level) - 1);
    int size = 1 << (LONGEST - level);
    int after = free;
    if ((entries[head] & SECOND) == 0) {
      entries[head] = free << 16 | SECOND;
      after = free + size;
      Arrays.fill(entries, free, after, STOP);
    }
    int place = entries[head] >>> 16;
    for (int i = code >>> level; i < size; i += 1 << (length - level)) {
      entries[place + i] = entry;
    }
    return after;
  }
}
