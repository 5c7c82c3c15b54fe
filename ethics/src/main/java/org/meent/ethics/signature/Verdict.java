// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.signature;

/** What came of verifying a signature. */
public sealed interface Verdict {

  /**
   * It holds.
   *
   * @param signer who signed
   * @param demonstration whether signer or authority carries the demonstration marker
   */
  record Holds(CertificateHolder signer, boolean demonstration) implements Verdict {}

  /**
   * It does not.
   *
   * @param fault why
   */
  record Fails(Fault fault) implements Verdict {}

  /** Why a signature does not hold. */
  enum Fault {
    /** The content, the signature or its form is not what was signed. */
    NOT_SIGNED,
    /** No trusted authority of the certificate's issuer name. */
    UNKNOWN_AUTHORITY,
    /** The issuer name is trusted, but its key did not sign the certificate. */
    SELF_MADE,
    /** The certificate may not sign, or has an unknown critical extension or key type. */
    UNFIT_CERTIFICATE,
    /** The certificate or its authority is not valid yet. */
    NOT_YET_VALID,
    /** The certificate or its authority has expired. */
    EXPIRED,
    /** The certificate was revoked. */
    REVOKED
  }
}
