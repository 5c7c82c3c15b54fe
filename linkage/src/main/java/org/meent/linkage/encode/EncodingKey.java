// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.encode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** The secret of a linkage, from which every field gets a key of its own. */
public final class EncodingKey {
  private static final String ALIAS = "meent-encoding";
  private static final String MAC = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecretKey secret;

  private EncodingKey(SecretKey secret) {
    this.secret = secret;
  }

  /** A key of given bytes, for tests and for the attack gate, which needs no secret. */
  static EncodingKey of(byte[] bytes) {
    return new EncodingKey(new SecretKeySpec(bytes, MAC));
  }

  /** The bytes of a new PKCS #12 store that holds a new key under a pass-phrase. */
  public static byte[] newStore(char[] passPhrase) throws IOException {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      keys.setEntry(
          ALIAS,
          new KeyStore.SecretKeyEntry(new SecretKeySpec(bytes, MAC)),
          new KeyStore.PasswordProtection(passPhrase));
      keys.store(out, passPhrase);
      return out.toByteArray();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Opens a store.
   *
   * @throws org.meent.protocols.refusal.RefusalException if it is no store or the pass-phrase is
   *     another
   */
  public static EncodingKey open(Path store, char[] passPhrase) throws IOException {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, passPhrase);
      if (keys.getKey(ALIAS, passPhrase) instanceof SecretKey secret) {
        return new EncodingKey(secret);
      }
    } catch (GeneralSecurityException e) {
      throw Refusal.badInput("linkage.encode.key", Where.file(name(store))).asException();
    } catch (IOException e) {
      if (!Files.isReadable(store)) {
        throw e;
      }
      throw Refusal.badInput("linkage.encode.key", Where.file(name(store))).asException();
    }
    throw Refusal.badInput("linkage.encode.key", Where.file(name(store))).asException();
  }

  /** The keyed hash for a purpose, with a key derived for that purpose only. */
  @Reference(
      authors = "H. Krawczyk, P. Eronen (2010)",
      title = "HMAC-based extract-and-expand key derivation function (HKDF)",
      source = "RFC 5869",
      url = "https://doi.org/10.17487/RFC5869")
  Mac hash(String purpose) {
    try {
      byte[] info = ("meent encoding: " + purpose).getBytes(StandardCharsets.UTF_8);
      SecretKey derived =
          KDF.getInstance("HKDF-SHA256")
              .deriveKey(MAC, HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, BYTES));
      Mac mac = Mac.getInstance(MAC);
      mac.init(derived);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
