// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a field on which two records may be required to agree before they are compared.
 *
 * @param field the field
 * @param part which part of it
 * @param ofValue the number of the part per value of the field, -1 if it has none
 * @param collision the share of all pairs of records that agree on it
 */
record BlockingKey(int field, Part part, int[] ofValue, double collision) {

  /** Parts of a value, with a cautious guess of how often they agree when the whole does not. */
  enum Part {
    WHOLE(1),
    SOUND(0.4),
    YEAR_MONTH(0.25),
    MONTH_DAY(0.25),
    YEAR_DAY(0.25),
    HEAD(0.3),
    TAIL(0.3);

    final double rescue;

    Part(double rescue) {
      this.rescue = rescue;
    }
  }

  static List<BlockingKey> of(LinkageFields fields) {
    List<BlockingKey> keys = new ArrayList<>();
    for (int f = 0; f < fields.count(); f++) {
      for (Part part : parts(fields.column(f).kind().shape())) {
        BlockingKey key = of(fields, f, part);
        if (part == Part.WHOLE || key.isUsual(fields)) {
          keys.add(key);
        }
      }
    }
    return keys;
  }

  /** Whether at least half of the records with a value have this part of it. */
  private boolean isUsual(LinkageFields fields) {
    FieldColumn column = fields.column(field);
    long with = 0;
    for (int v = 0; v < ofValue.length; v++) {
      with += ofValue[v] >= 0 ? column.leftCounts()[v] + (long) column.rightCounts()[v] : 0;
    }
    return 2 * with >= column.presentLeft() + column.presentRight();
  }

  private static List<Part> parts(FieldKind.Shape shape) {
    return switch (shape) {
      case TEXT -> List.of(Part.WHOLE, Part.SOUND);
      case DATE -> List.of(Part.WHOLE, Part.YEAR_MONTH, Part.MONTH_DAY, Part.YEAR_DAY);
      case CODE -> List.of(Part.WHOLE, Part.HEAD, Part.TAIL);
      case CATEGORY -> List.of(Part.WHOLE);
    };
  }

  private static BlockingKey of(LinkageFields fields, int field, Part part) {
    FieldColumn column = fields.column(field);
    int[] ofValue = new int[column.values().length];
    Map<String, Integer> numbers = new HashMap<>();
    for (int v = 0; v < ofValue.length; v++) {
      ofValue[v] = number(part, column.values()[v], v, fields.comparison(field), numbers);
    }
    int size = 1;
    for (int number : ofValue) {
      size = Math.max(size, number + 1);
    }
    long[] left = new long[size];
    long[] right = new long[size];
    int[] rightCounts = fields.oneFile() ? column.leftCounts() : column.rightCounts();
    for (int v = 0; v < ofValue.length; v++) {
      if (ofValue[v] >= 0) {
        left[ofValue[v]] += column.leftCounts()[v];
        right[ofValue[v]] += rightCounts[v];
      }
    }
    double pairs = 0;
    for (int k = 0; k < size; k++) {
      pairs += (double) left[k] * right[k];
    }
    double all = Math.max(1, (double) fields.rowsLeft() * fields.rowsRight());
    return new BlockingKey(field, part, ofValue, pairs / all);
  }

  private static int number(
      Part part, String text, int value, FieldComparison comparison, Map<String, Integer> numbers) {
    int half = (text.length() + 1) / 2;
    return switch (part) {
      case WHOLE -> value;
      case SOUND -> comparison instanceof TextComparison names ? names.sound(value) : -1;
      case YEAR_MONTH -> text.length() == 8 ? number(text.substring(0, 6), numbers) : -1;
      case MONTH_DAY -> text.length() == 8 ? number(text.substring(4), numbers) : -1;
      case YEAR_DAY ->
          text.length() == 8 ? number(text.substring(0, 4) + text.substring(6), numbers) : -1;
      case HEAD -> text.length() >= 4 ? number(text.substring(0, half), numbers) : -1;
      case TAIL -> text.length() >= 4 ? number(text.substring(text.length() - half), numbers) : -1;
    };
  }

  private static int number(String text, Map<String, Integer> numbers) {
    return numbers.computeIfAbsent(text, t -> numbers.size());
  }
}
