// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics;

import org.meent.protocols.Protocol;

/** Mandates for tests; only on the class path of tests, where packages may be shared. */
public final class MandateFixture {
  private MandateFixture() {}

  /** A demonstration mandate over a protocol that nobody signed. */
  public static Mandate of(Protocol protocol) {
    return new Mandate(protocol, "0".repeat(64), true);
  }
}
