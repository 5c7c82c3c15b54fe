// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.signature;

import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;

/**
 * The critical extension of demonstration certificates. Because it is critical, software that does
 * not know it refuses the certificate: nobody takes a demonstration for the real thing by accident.
 */
final class DemonstrationMarker {
  /**
   * Under 2.25 (a UUID as a number, ITU-T X.667), so that no registry is needed: UUID
   * 6d65656e-7400-4000-8000-64656d6f0001.
   */
  static final ASN1ObjectIdentifier OID =
      new ASN1ObjectIdentifier("2.25.145412330797636256504740917715036733441");

  /** What the extension says. */
  static final DERUTF8String TEXT = new DERUTF8String("DEMONSTRATION");

  private DemonstrationMarker() {}

  static boolean isIn(X509Certificate certificate) {
    return certificate.getExtensionValue(OID.getId()) != null;
  }
}
