// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.protocols.refusal.Refusal;

/**
 * The first 176 bytes of a system file.
 *
 * @param order order of the bytes of numbers
 * @param compression 0 none, 1 bytecodes, 2 bytecodes in zlib blocks
 * @param rows number of cases; -1 if not said
 * @param bias what a bytecode is more than its number; 100 in practice
 * @param label the file's label, still in bytes
 */
record SavHeader(ByteOrder order, int compression, long rows, double bias, byte[] label) {
  static final int LENGTH = 176;

  static SavHeader read(ByteInput in) {
    byte[] magic = in.bytes(Math.min(24, in.remaining()));
    String text = new String(magic, StandardCharsets.ISO_8859_1);
    if (text.startsWith("ENCRYPTEDSAV", 8)) {
      throw Refusal.badInput("linkage.sav.encrypted", in.where()).asException();
    }
    if (!text.startsWith("$FL2") && !text.startsWith("$FL3")) {
      throw Refusal.badInput("linkage.sav.magic", in.where()).asException();
    }
    in.seek(64);
    in.order(ByteOrder.LITTLE_ENDIAN);
    int layout = in.int32();
    if (layout != 2 && layout != 3) {
      in.order(ByteOrder.BIG_ENDIAN);
      layout = Integer.reverseBytes(layout);
    }
    in.int32();
    int compression = in.int32();
    in.int32();
    int rows = in.int32();
    double bias = in.float64();
    in.skip(17);
    byte[] label = in.bytes(64);
    in.skip(3);
    boolean whole = (layout == 2 || layout == 3) && compression >= 0 && compression <= 2;
    if (!whole || rows < -1 || Double.isNaN(bias)) {
      throw Refusal.badInput("linkage.sav.header", in.where()).asException();
    }
    ByteOrder order = in.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new SavHeader(order, compression, rows, bias, Arrays.copyOf(label, 64));
  }
}
