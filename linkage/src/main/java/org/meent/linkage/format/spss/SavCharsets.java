// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The character set of a system file: record 7.20 names it, else record 7.3 has the number of a
 * code page, else it is windows-1252.
 */
final class SavCharsets {
  static final String FALLBACK = "windows-1252";

  private static final Map<Integer, String> PAGES =
      Map.ofEntries(
          Map.entry(1, "IBM037"),
          Map.entry(2, FALLBACK),
          Map.entry(3, FALLBACK),
          Map.entry(65000, "UTF-7"),
          Map.entry(65001, "UTF-8"),
          Map.entry(20127, FALLBACK),
          Map.entry(874, "x-windows-874"),
          Map.entry(932, "windows-31j"),
          Map.entry(936, "GBK"),
          Map.entry(949, "x-windows-949"),
          Map.entry(950, "Big5"),
          Map.entry(10000, "x-MacRoman"),
          Map.entry(20866, "KOI8-R"),
          Map.entry(51949, "EUC-KR"));

  private SavCharsets() {}

  static Charset of(Map<Integer, byte[]> extensions, ByteOrder order, Where where) {
    byte[] named = extensions.get(20);
    if (named != null) {
      String name = new String(named, StandardCharsets.US_ASCII).replace('\0', ' ').strip();
      return charset(name.equalsIgnoreCase("us-ascii") ? FALLBACK : name, where);
    }
    byte[] machine = extensions.get(3);
    if (machine == null || machine.length < 32) {
      return charset(FALLBACK, where);
    }
    return charset(page(ByteBuffer.wrap(machine).order(order).getInt(28)), where);
  }

  private static String page(int number) {
    if (PAGES.containsKey(number)) {
      return PAGES.getOrDefault(number, FALLBACK);
    }
    if (number >= 1250 && number <= 1258) {
      return "windows-" + number;
    }
    if (number > 28590 && number < 28610) {
      return "ISO-8859-" + (number - 28590);
    }
    return number >= 437 && number < 1250 ? "IBM" + number : FALLBACK;
  }

  private static Charset charset(String name, Where where) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw Refusal.badInput("linkage.file.charset", where, printable(name)).asException();
    }
  }

  private static String printable(String name) {
    return name.length() > 40 || !name.matches("[ -~]*") ? "?" : name;
  }

  /** The name of a file, for places. */
  static Where where(java.nio.file.Path file) {
    return Where.file(ByteInput.name(file));
  }
}
