// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.meent.protocols.literature.Reference;

/**
 * Detached CMS signatures in one narrow form: one signer, one certificate, ECDSA with SHA-256, no
 * unsigned attributes, no signing time (a time that nobody attests proves nothing), DER.
 */
@Reference(
    authors = "R. Housley (2009)",
    title = "Cryptographic Message Syntax (CMS)",
    source = "RFC 5652",
    url = "https://www.rfc-editor.org/rfc/rfc5652")
final class CmsSignature {
  private static final int MAX_BYTES = 1 << 16;

  private CmsSignature() {}

  static byte[] sign(byte[] content, PrivateKey key, X509Certificate certificate) {
    try {
      return encode(
          content, certificate, new JcaContentSignerBuilder("SHA256withECDSA").build(key));
    } catch (CMSException | OperatorException | GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("this key cannot sign", e);
    }
  }

  /**
   * The certificate whose key signed exactly this content; nothing if anything is not as it is. The
   * whole structure is written anew around the certificate and the signature value found in it, and
   * must come out the same to the byte: so nothing in it can be changed, added or left out.
   */
  static Optional<X509Certificate> signer(byte[] content, byte[] signature) {
    if (signature.length > MAX_BYTES) {
      return Optional.empty();
    }
    try {
      CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(content), signature);
      Collection<X509CertificateHolder> certificates = cms.getCertificates().getMatches(null);
      Collection<SignerInformation> signers = cms.getSignerInfos().getSigners();
      if (signers.size() != 1 || certificates.size() != 1) {
        return Optional.empty();
      }
      SignerInformation signer = signers.iterator().next();
      X509CertificateHolder found = certificates.iterator().next();
      X509Certificate certificate = read(found.getEncoded());
      boolean verified =
          isWhole(found)
              && Arrays.equals(
                  encode(content, certificate, new Found(signer.getSignature())), signature)
              && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
      return verified ? Optional.of(certificate) : Optional.empty();
    } catch (CMSException
        | OperatorException
        | GeneralSecurityException
        | IOException
        | RuntimeException e) {
      return Optional.empty(); // whatever the bytes are, they are no signature
    }
  }

  /**
   * Whether the authority's signature in the certificate fills its last byte. Only the bits that
   * count are verified; the count of bits that do not could otherwise be changed unseen.
   */
  private static boolean isWhole(X509CertificateHolder certificate) {
    return certificate.toASN1Structure().getSignature().getPadBits() == 0;
  }

  /** Gives a signature value that was found, instead of making one. */
  private record Found(byte[] signature) implements ContentSigner {
    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public byte[] getSignature() {
      return signature;
    }
  }

  private static byte[] encode(byte[] content, X509Certificate certificate, ContentSigner signer)
      throws CMSException, OperatorException, GeneralSecurityException, IOException {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.setDefiniteLengthEncoding(true);
    generator.addSignerInfoGenerator(
        new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
            .setSignedAttributeGenerator(
                parameters ->
                    new DefaultSignedAttributeTableGenerator()
                        .getAttributes(parameters)
                        .remove(CMSAttributes.signingTime))
            .build(signer, certificate));
    generator.addCertificates(new JcaCertStore(List.of(certificate)));
    return generator.generate(new CMSProcessableByteArray(content), false).getEncoded("DER");
  }

  static X509Certificate read(byte[] certificate) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate));
  }
}
