// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics;

import org.meent.protocols.Protocol;

/**
 * Permission to run exactly one version of one protocol. Only this package makes one, from a
 * protocol whose approvals are valid now; whoever opens a source must hand one over.
 */
public final class Mandate {
  private final Protocol protocol;
  private final String digest;
  private final boolean demonstration;

  Mandate(Protocol protocol, String digest, boolean demonstration) {
    this.protocol = protocol;
    this.digest = digest;
    this.demonstration = demonstration;
  }

  /** The protocol that may be run. */
  public Protocol protocol() {
    return protocol;
  }

  /** SHA-256 of the protocol's canonical form, 64 hex digits. */
  public String digest() {
    return digest;
  }

  /** Whether it was approved with demonstration keys: everything made carries the marker. */
  public boolean demonstration() {
    return demonstration;
  }
}
