// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.sas;

import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.protocols.refusal.Refusal;

/**
 * What the header of a SAS file says, read here so that no claim reaches Parso that the file cannot
 * fill. Facts: the public reverse-engineered description of the format and observation of files.
 *
 * @param charset the character set of its texts
 * @param pageBytes the length of a page
 */
record SasHead(Charset charset, int pageBytes) {
  private static final byte[] MAGIC =
      HexFormat.of().parseHex("000000000000000000000000c2ea8160b31411cfbd92080009c7318c181f1011");
  private static final int LARGEST = 1 << 26;

  /** Numbers of character sets; others are taken as windows-1252. */
  private static final Map<Integer, String> CHARSETS =
      Map.ofEntries(
          Map.entry(20, "UTF-8"),
          Map.entry(30, "ISO-8859-2"),
          Map.entry(33, "ISO-8859-5"),
          Map.entry(40, "ISO-8859-15"),
          Map.entry(60, "windows-1250"),
          Map.entry(61, "windows-1251"),
          Map.entry(62, "windows-1252"),
          Map.entry(63, "windows-1253"),
          Map.entry(64, "windows-1254"),
          Map.entry(65, "windows-1255"),
          Map.entry(66, "windows-1256"),
          Map.entry(67, "windows-1257"),
          Map.entry(68, "windows-1258"));

  static boolean recognises(byte[] head) {
    return head.length >= MAGIC.length && Arrays.equals(MAGIC, Arrays.copyOf(head, MAGIC.length));
  }

  static SasHead read(ByteInput in) {
    if (!recognises(in.bytes(Math.min(MAGIC.length, in.remaining())))) {
      throw Refusal.badInput("linkage.sas.magic", in.where()).asException();
    }
    final boolean wide = in.uint8() == 0x33;
    in.skip(2);
    int shift = in.uint8() == 0x33 ? 4 : 0;
    in.skip(1);
    in.order(in.uint8() == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    in.seek(70);
    int charset = in.uint8();
    in.seek(196 + shift);
    int header = in.int32();
    int page = in.int32();
    long pages = wide ? in.int64() : in.int32();
    boolean sane = header >= 288 && page >= 256 && page <= LARGEST && pages >= 1;
    if (!sane || pages > in.size() / page || header + pages * page > in.size()) {
      throw in.truncated();
    }
    return new SasHead(Charset.forName(CHARSETS.getOrDefault(charset, "windows-1252")), page);
  }
}
