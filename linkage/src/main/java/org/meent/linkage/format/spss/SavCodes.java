// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meent.linkage.format.Code;
import org.meent.linkage.format.MissingCodes;
import org.meent.linkage.format.ValueLabel;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.format.bytes.StrictText;

/**
 * Values of a dictionary from their eight bytes.
 *
 * @param type the type of the column
 * @param order order of the bytes of numbers
 * @param text decoder of texts
 */
record SavCodes(ValueType type, ByteOrder order, StrictText text) {

  List<ValueLabel> labels(List<SavVariable.RawLabel> raw) {
    List<ValueLabel> labels = new ArrayList<>();
    for (SavVariable.RawLabel label : raw) {
      labels.add(new ValueLabel(code(label.value()), strip(text.lenient(label.label()))));
    }
    return List.copyOf(labels);
  }

  MissingCodes missing(int kind, List<byte[]> raw) {
    List<Code> discrete = new ArrayList<>();
    boolean ranged = kind < 0 && !type.isText();
    for (int m = ranged ? 2 : 0; m < raw.size(); m++) {
      Code code = code(raw.get(m));
      if (!discrete.contains(code)) {
        discrete.add(code);
      }
    }
    Optional<MissingCodes.Range> range =
        ranged
            ? Optional.of(new MissingCodes.Range(end(raw.get(0)), end(raw.get(1))))
            : Optional.empty();
    return new MissingCodes(discrete, range);
  }

  private double end(byte[] eight) {
    double value = SavSchema.float64(eight, order);
    if (value == Double.MAX_VALUE) {
      return Double.POSITIVE_INFINITY;
    }
    boolean lowest = value == -Double.MAX_VALUE || value == -Math.nextDown(Double.MAX_VALUE);
    return lowest ? Double.NEGATIVE_INFINITY : SavFormats.fromFile(value, type);
  }

  private Code code(byte[] value) {
    return type.isText()
        ? new Code.Text(strip(text.lenient(value)))
        : new Code.Number(SavFormats.fromFile(SavSchema.float64(value, order), type));
  }

  /** Without blanks and zero bytes at the end. */
  static String strip(String padded) {
    int end = padded.length();
    while (end > 0 && (padded.charAt(end - 1) == ' ' || padded.charAt(end - 1) == 0)) {
      end--;
    }
    return padded.substring(0, end);
  }
}
