// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;

/**
 * Reads the dictionary of a system file. Facts about the records: the PSPP developers' description
 * of the format and observation of files.
 */
final class SavDictionaryReader {
  private final ByteInput in;
  private final List<SavVariable> variables = new ArrayList<>();
  private final Map<Integer, SavVariable> byElement = new HashMap<>();
  private final Map<Integer, byte[]> extensions = new TreeMap<>();
  private int elements;

  private SavDictionaryReader(ByteInput in) {
    this.in = in;
  }

  static SavDictionary read(ByteInput in) {
    SavHeader header = SavHeader.read(in);
    SavDictionaryReader reader = new SavDictionaryReader(in);
    reader.records();
    if (reader.variables.isEmpty()) {
      throw Refusal.badInput("linkage.sav.no-variables", in.where()).asException();
    }
    return new SavDictionary(
        header, reader.variables, reader.elements, reader.extensions, in.position());
  }

  private void records() {
    while (true) {
      int type = in.int32();
      switch (type) {
        case 2 -> variable();
        case 3 -> valueLabels();
        case 6 -> in.skip(checked(in.int32(), 80));
        case 7 -> extension();
        case 999 -> {
          in.int32();
          return;
        }
        default -> throw broken("linkage.sav.record", type, in.position() - 4);
      }
    }
  }

  private void variable() {
    int type = in.int32();
    int hasLabel = in.int32();
    int missingKind = in.int32();
    int print = in.int32();
    in.int32();
    byte[] name = in.bytes(8);
    if (type < -1 || type > 255 || hasLabel < 0 || hasLabel > 1) {
      throw broken("linkage.sav.variable", elements + 1);
    }
    if (missingKind < -3 || missingKind > 3 || missingKind == -1) {
      throw broken("linkage.sav.variable", elements + 1);
    }
    byte[] label = hasLabel == 1 ? padded(in.int32(), 4) : new byte[0];
    SavVariable variable = new SavVariable(elements, type, name, label, print, missingKind);
    for (int m = 0; m < Math.abs(missingKind); m++) {
      variable.missing.add(in.bytes(8));
    }
    if (type >= 0) {
      variables.add(variable);
      byElement.put(elements, variable);
    }
    elements++;
  }

  private void valueLabels() {
    int count = in.int32();
    checked(count, 16);
    List<SavVariable.RawLabel> labels = new ArrayList<>();
    for (int l = 0; l < count; l++) {
      byte[] value = in.bytes(8);
      int length = in.uint8();
      byte[] label = in.bytes(length);
      in.skip((8 - (length + 1) % 8) % 8);
      labels.add(new SavVariable.RawLabel(value, label));
    }
    if (in.int32() != 4) {
      throw broken("linkage.sav.label-target", in.position() - 4);
    }
    int targets = in.int32();
    checked(targets, 4);
    for (int t = 0; t < targets; t++) {
      SavVariable target = byElement.get(in.int32() - 1);
      if (target == null) {
        throw broken("linkage.sav.label-target", in.position() - 4);
      }
      target.labels = labels;
    }
  }

  private void extension() {
    int number = in.int32();
    int size = in.int32();
    int count = in.int32();
    if (size < 0) {
      throw in.truncated();
    }
    extensions.put(number, in.bytes(checked(count, size)));
  }

  private byte[] padded(int length, int unit) {
    byte[] bytes = in.bytes(length);
    in.skip((unit - length % unit) % unit);
    return bytes;
  }

  /** The length of so many things of that size, if the file can hold them. */
  private long checked(int count, int size) {
    if (count < 0 || (long) count * size > in.remaining()) {
      throw in.truncated();
    }
    return (long) count * size;
  }

  private RefusalException broken(String code, Object... args) {
    return Refusal.badInput(code, in.where(), args).asException();
  }
}
