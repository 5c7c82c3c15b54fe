// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
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
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.setDefiniteLengthEncoding(true);
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(
                  parameters ->
                      new DefaultSignedAttributeTableGenerator()
                          .getAttributes(parameters)
                          .remove(CMSAttributes.signingTime))
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key), certificate));
      generator.addCertificates(new JcaCertStore(List.of(certificate)));
      return generator.generate(new CMSProcessableByteArray(content), false).getEncoded("DER");
    } catch (CMSException | OperatorException | GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("this key cannot sign", e);
    }
  }

  /** The certificate whose key signed exactly this content; nothing if anything is not as it is. */
  static Optional<X509Certificate> signer(byte[] content, byte[] signature) {
    if (signature.length > MAX_BYTES) {
      return Optional.empty();
    }
    try {
      CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(content), signature);
      Collection<X509CertificateHolder> certificates = cms.getCertificates().getMatches(null);
      Collection<SignerInformation> signers = cms.getSignerInfos().getSigners();
      if (signers.size() != 1
          || certificates.size() != 1
          || !cms.isDetachedSignature()
          || !cms.getCRLs().getMatches(null).isEmpty()
          || !Arrays.equals(cms.getEncoded("DER"), signature)) {
        return Optional.empty();
      }
      SignerInformation signer = signers.iterator().next();
      X509CertificateHolder certificate = certificates.iterator().next();
      boolean verified =
          isNarrow(signer)
              && signer.getSID().match(certificate)
              && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
      return verified ? Optional.of(read(certificate.getEncoded())) : Optional.empty();
    } catch (CMSException
        | OperatorException
        | GeneralSecurityException
        | IOException
        | RuntimeException e) {
      return Optional.empty(); // whatever the bytes are, they are no signature
    }
  }

  private static boolean isNarrow(SignerInformation signer) {
    return signer.getUnsignedAttributes() == null
        && signer.getSignedAttributes() != null
        && CMSObjectIdentifiers.data.equals(signer.getContentType())
        && NISTObjectIdentifiers.id_sha256.equals(signer.getDigestAlgorithmID().getAlgorithm())
        && X9ObjectIdentifiers.ecdsa_with_SHA256.getId().equals(signer.getEncryptionAlgOID());
  }

  static X509Certificate read(byte[] certificate) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate));
  }
}
