// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.signature;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes an authority, and keys that it vouches for: ECDSA P-256, from the platform's secure source.
 */
public final class KeyMaker {
  private static final int SERIAL_BITS = 127;
  private final SigningKey authority;

  private KeyMaker(SigningKey authority) {
    this.authority = authority;
  }

  /** Issues in the name of an authority whose key is at hand. */
  public static KeyMaker of(SigningKey authority) {
    return new KeyMaker(authority);
  }

  /**
   * A new authority.
   *
   * @param name its name
   * @param demonstration whether it and all it issues carries the demonstration marker
   * @param from first day
   * @param until last day
   */
  public static SigningKey authority(
      String name, boolean demonstration, LocalDate from, LocalDate until) {
    KeyPair pair = pair();
    X500Name subject = new X500NameBuilder().addRDN(BCStyle.CN, name).build();
    return new SigningKey(
        pair.getPrivate(),
        certificate(
            new Wish(subject, true, demonstration, from, until), pair, subject, pair.getPrivate()));
  }

  /**
   * A key for a person in a role.
   *
   * @param person name, as protocols write it
   * @param role label of the role, such as {@code privacy-officer}
   * @param from first day
   * @param until last day
   */
  public SigningKey issue(String person, String role, LocalDate from, LocalDate until) {
    KeyPair pair = pair();
    X500Name subject =
        new X500NameBuilder().addRDN(BCStyle.OU, role).addRDN(BCStyle.CN, person).build();
    X500Name issuer =
        X500Name.getInstance(authority.certificate().getSubjectX500Principal().getEncoded());
    boolean demonstration = authority.holder().demonstration();
    return new SigningKey(
        pair.getPrivate(),
        certificate(
            new Wish(subject, false, demonstration, from, until), pair, issuer, authority.key()));
  }

  /** Writes a key to a PKCS#12 store under a pass-phrase; the caller wipes it. */
  public static void store(SigningKey key, Path file, char[] passPhrase) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try (OutputStream out = Files.newOutputStream(partial)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, passPhrase);
      store.setKeyEntry("key", key.key(), passPhrase, new Certificate[] {key.certificate()});
      store.store(out, passPhrase);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform writes PKCS#12", e);
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The certificate as PEM, for {@code <home>/trust} and for other software. */
  public static String pem(SigningKey key) {
    try {
      String text =
          Base64.getMimeEncoder(64, new byte[] {'\n'})
              .encodeToString(key.certificate().getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("a certificate that cannot be encoded", e);
    }
  }

  /** What a new certificate is to say. */
  private record Wish(
      X500Name subject, boolean issues, boolean demonstration, LocalDate from, LocalDate until) {
    Date start() {
      return Date.from(from.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    Date end() {
      return Date.from(until.atTime(23, 59, 59).toInstant(ZoneOffset.UTC));
    }
  }

  private static X509Certificate certificate(
      Wish wish, KeyPair pair, X500Name issuer, PrivateKey issuerKey) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
              wish.start(),
              wish.end(),
              wish.subject(),
              pair.getPublic());
      int usage =
          wish.issues() ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature;
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(wish.issues()));
      if (wish.demonstration()) {
        builder.addExtension(DemonstrationMarker.OID, true, DemonstrationMarker.TEXT);
      }
      return CmsSignature.read(
          builder
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey))
              .getEncoded());
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("this platform cannot make certificates", e);
    }
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }
}
