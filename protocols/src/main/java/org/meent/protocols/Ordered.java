// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Unmodifiable copies that keep the order in which a protocol was written. */
final class Ordered {
  private Ordered() {}

  static <K, V> SequencedMap<K, V> copy(SequencedMap<K, V> map) {
    return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
  }
}
