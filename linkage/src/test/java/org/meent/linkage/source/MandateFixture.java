// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.lang.reflect.Constructor;
import org.meent.ethics.Mandate;
import org.meent.protocols.Protocol;

/**
 * Mandates for tests. Reflection reaches the constructor because tests run on the class path; in
 * the program, whose modules are named, it does not.
 */
public final class MandateFixture {
  private MandateFixture() {}

  /** A demonstration mandate over a protocol that nobody signed. */
  public static Mandate of(Protocol protocol) {
    try {
      Constructor<Mandate> constructor =
          Mandate.class.getDeclaredConstructor(Protocol.class, String.class, boolean.class);
      constructor.setAccessible(true);
      return constructor.newInstance(protocol, "0".repeat(64), true);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
