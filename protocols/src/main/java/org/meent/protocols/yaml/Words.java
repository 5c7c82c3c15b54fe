// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.yaml;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;

/** The words of a protocol for the constants of an enum: lower case with hyphens. */
public final class Words {
  private Words() {}

  /** The word for a constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All constants by their word, in the order of the enum. */
  public static <E extends Enum<E>> SequencedMap<String, E> of(Class<E> type) {
    SequencedMap<String, E> byWord = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      byWord.put(of(constant), constant);
    }
    return byWord;
  }
}
