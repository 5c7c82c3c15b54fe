// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.signature;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * What a certificate says of its holder.
 *
 * @param person name (CN)
 * @param role role in studies (OU), such as {@code privacy-officer}; empty for an authority
 * @param fingerprint SHA-256 of the certificate, 64 hex digits
 * @param publicKey SHA-256 of the public key, 64 hex digits
 * @param validFrom first day
 * @param validUntil last day
 * @param demonstration whether it carries the demonstration marker
 */
public record CertificateHolder(
    String person,
    String role,
    String fingerprint,
    String publicKey,
    LocalDate validFrom,
    LocalDate validUntil,
    boolean demonstration) {

  static CertificateHolder of(X509Certificate certificate) {
    X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    try {
      return new CertificateHolder(
          only(subject, BCStyle.CN),
          only(subject, BCStyle.OU),
          sha256(certificate.getEncoded()),
          sha256(certificate.getPublicKey().getEncoded()),
          day(certificate.getNotBefore()),
          day(certificate.getNotAfter()),
          DemonstrationMarker.isIn(certificate));
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("a certificate that cannot be encoded", e);
    }
  }

  /** Whether the certificate is valid on that whole day (UTC). */
  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && !day.isAfter(validUntil);
  }

  private static String only(X500Name name, ASN1ObjectIdentifier kind) {
    RDN[] found = name.getRDNs(kind);
    return found.length == 1 && !found[0].isMultiValued()
        ? found[0].getFirst().getValue().toString()
        : "";
  }

  private static LocalDate day(Date date) {
    return date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
