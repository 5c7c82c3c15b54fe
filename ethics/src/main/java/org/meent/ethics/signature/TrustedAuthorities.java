// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meent.ethics.signature.Verdict.Fault;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * Whom an environment trusts to say who is who: the certificates in {@code <home>/trust/*.pem} and
 * the demonstration authority that ships with Meent, less what {@code <home>/trust/revoked.json}
 * revokes. Every certificate is issued by an authority directly; there are no authorities between.
 */
public final class TrustedAuthorities {
  private static final String DEMONSTRATION = "/META-INF/meent/trust/demonstration-authority.pem";
  private static final Set<String> KNOWN_CRITICAL =
      Set.of("2.5.29.15", "2.5.29.19", DemonstrationMarker.OID.getId());
  private static final int FIELD_BITS = 256;
  private static final int SIGN = 0;
  private static final int CERTIFY = 5;

  private final List<X509Certificate> authorities;
  private final Revocations revocations;

  TrustedAuthorities(List<X509Certificate> authorities, Revocations revocations) {
    this.authorities = List.copyOf(authorities);
    this.revocations = revocations;
  }

  /**
   * Reads what an environment trusts.
   *
   * @param home the environment's folder; it need not hold a folder {@code trust}
   * @throws RefusalException if a file in it is no certificate or the list of revocations is broken
   */
  public static TrustedAuthorities of(Path home) {
    List<X509Certificate> authorities = new ArrayList<>();
    authorities.add(demonstration());
    Path trust = home.resolve("trust");
    if (Files.isDirectory(trust)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(trust, "*.pem")) {
        List<Path> sorted = new ArrayList<>();
        files.forEach(sorted::add);
        sorted.sort(null);
        sorted.forEach(file -> authorities.add(authority(file)));
      } catch (IOException e) {
        throw Refusal.environment("ethics.trust.unreadable", Where.file("trust")).asException();
      }
    }
    return new TrustedAuthorities(authorities, Revocations.read(trust));
  }

  /**
   * Whether a signature holds over exactly this content today.
   *
   * @param content the bytes that were signed
   * @param signature the detached CMS signature
   * @param signedOn the day on which it says it was made; the certificate must be valid then too
   * @param today the day of asking
   */
  public Verdict verify(byte[] content, byte[] signature, LocalDate signedOn, LocalDate today) {
    Optional<X509Certificate> signer = CmsSignature.signer(content, signature);
    if (signer.isEmpty()) {
      return new Verdict.Fails(Fault.NOT_SIGNED);
    }
    X509Certificate certificate = signer.orElseThrow();
    List<X509Certificate> named =
        authorities.stream()
            .filter(a -> a.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
            .toList();
    if (named.isEmpty()) {
      return new Verdict.Fails(Fault.UNKNOWN_AUTHORITY);
    }
    return named.stream()
        .filter(authority -> issued(authority, certificate))
        .findFirst()
        .map(authority -> judge(authority, certificate, signedOn, today))
        .orElse(new Verdict.Fails(Fault.SELF_MADE));
  }

  private Verdict judge(
      X509Certificate authority, X509Certificate certificate, LocalDate signedOn, LocalDate today) {
    CertificateHolder issuer = CertificateHolder.of(authority);
    CertificateHolder holder = CertificateHolder.of(certificate);
    if (!maySign(certificate) || holder.person().isEmpty() || holder.role().isEmpty()) {
      return new Verdict.Fails(Fault.UNFIT_CERTIFICATE);
    }
    for (LocalDate day : List.of(signedOn, today)) {
      if (day.isBefore(holder.validFrom()) || day.isBefore(issuer.validFrom())) {
        return new Verdict.Fails(Fault.NOT_YET_VALID);
      }
      if (day.isAfter(holder.validUntil()) || day.isAfter(issuer.validUntil())) {
        return new Verdict.Fails(Fault.EXPIRED);
      }
    }
    if (revocations.isRevoked(holder, today) || revocations.isRevoked(issuer, today)) {
      return new Verdict.Fails(Fault.REVOKED);
    }
    return new Verdict.Holds(holder, holder.demonstration() || issuer.demonstration());
  }

  private static boolean issued(X509Certificate authority, X509Certificate certificate) {
    try {
      certificate.verify(authority.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static boolean maySign(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    return certificate.getBasicConstraints() < 0
        && usage != null
        && usage[SIGN]
        && isP256(certificate)
        && knowsAllCritical(certificate);
  }

  private static boolean mayIssue(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    return certificate.getBasicConstraints() >= 0
        && usage != null
        && usage[CERTIFY]
        && isP256(certificate)
        && knowsAllCritical(certificate)
        && issued(certificate, certificate);
  }

  private static boolean isP256(X509Certificate certificate) {
    return certificate.getPublicKey() instanceof ECPublicKey key
        && key.getParams().getCurve().getField().getFieldSize() == FIELD_BITS
        && certificate.getSigAlgName().equals("SHA256withECDSA");
  }

  private static boolean knowsAllCritical(X509Certificate certificate) {
    Set<String> critical = certificate.getCriticalExtensionOIDs();
    return critical == null || KNOWN_CRITICAL.containsAll(critical);
  }

  private static X509Certificate demonstration() {
    try (InputStream in = TrustedAuthorities.class.getResourceAsStream(DEMONSTRATION)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + DEMONSTRATION);
      }
      return CmsSignature.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateException e) {
      throw new IllegalStateException("damaged resource " + DEMONSTRATION, e);
    }
  }

  private static X509Certificate authority(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> read =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (read.size() == 1
          && read.iterator().next() instanceof X509Certificate certificate
          && mayIssue(certificate)) {
        return certificate;
      }
    } catch (IOException | CertificateException e) {
      // told below
    }
    throw Refusal.unverified("ethics.trust.no-authority", Where.file("trust/" + file.getFileName()))
        .asException();
  }
}
