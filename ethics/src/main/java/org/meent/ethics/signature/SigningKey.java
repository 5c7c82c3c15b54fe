// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/** A person's private key with the certificate that an authority issued for it. */
public final class SigningKey {
  /** The public pass-phrase of the demonstration keys; the only one that may stand in clear. */
  public static final String DEMONSTRATION_PASS_PHRASE = "meent-demonstration";

  private final PrivateKey key;
  private final X509Certificate certificate;

  SigningKey(PrivateKey key, X509Certificate certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  /**
   * Opens a PKCS#12 store that holds exactly one key. The caller wipes the pass-phrase.
   *
   * @throws RefusalException if the file is missing, is no store, or the pass-phrase does not fit
   */
  public static SigningKey open(Path file, char[] passPhrase) {
    Where where = Where.file(String.valueOf(file.getFileName()));
    if (!Files.isRegularFile(file)) {
      throw Refusal.badInput("ethics.key.no-file", where).asException();
    }
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, passPhrase);
      List<String> names = Collections.list(store.aliases());
      if (names.size() == 1
          && store.getKey(names.getFirst(), passPhrase) instanceof PrivateKey key
          && store.getCertificate(names.getFirst()) instanceof X509Certificate certificate) {
        return new SigningKey(key, certificate);
      }
      throw Refusal.badInput("ethics.key.not-one-key", where).asException();
    } catch (IOException | GeneralSecurityException e) {
      throw Refusal.badInput("ethics.key.cannot-open", where).asException();
    }
  }

  /** Whose key it is, as the certificate says. */
  public CertificateHolder holder() {
    return CertificateHolder.of(certificate);
  }

  /** Signs content; the signature stands apart from it, in CMS (DER). */
  public byte[] sign(byte[] content) {
    return CmsSignature.sign(content, key, certificate);
  }

  PrivateKey key() {
    return key;
  }

  X509Certificate certificate() {
    return certificate;
  }
}
