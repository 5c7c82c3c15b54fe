// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertificateEncodingException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;

/**
 * A certificate's signature is a string of bits that says how many bits of its last byte do not
 * count. Where those happen to be zero, saying that they do not count changes nothing that is
 * verified. One certificate in two is such a one, so several are made.
 */
class UnusedBitsTest {
  private static final LocalDate FROM = LocalDate.of(2020, 1, 1);
  private static final LocalDate UNTIL = LocalDate.of(2029, 12, 31);

  @RepeatedTest(8)
  void areNotBelieved() throws CertificateEncodingException {
    SigningKey key =
        KeyMaker.of(KeyMaker.authority("City", false, FROM, UNTIL))
            .issue("E. Ethiek", "ethics-committee", FROM, UNTIL);
    byte[] content = {1, 2, 3};
    byte[] signed = key.sign(content);
    assertThat(CmsSignature.signer(content, signed)).contains(key.certificate());

    byte[] certificate = key.certificate().getEncoded();
    int unused =
        find(signed, certificate)
            + certificate.length
            - key.certificate().getSignature().length
            - 1;
    assertThat(signed[unused]).isZero();
    signed[unused] = 1;
    assertThat(CmsSignature.signer(content, signed)).isEqualTo(Optional.empty());
  }

  private static int find(byte[] all, byte[] part) {
    int at = 0;
    while (!java.util.Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
      at++;
    }
    return at;
  }
}
