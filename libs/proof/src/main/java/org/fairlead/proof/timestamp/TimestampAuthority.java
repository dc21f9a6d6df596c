package org.fairlead.proof.timestamp;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/// Who stamps times, by the certificate of its signing key, got by another way than its stamps.
public record TimestampAuthority(X509Certificate certificate) {

    /// @param encoded a certificate in PEM or DER
    /// @throws IllegalArgumentException when it is none
    public static TimestampAuthority parse(byte[] encoded) {
        try {
            return new TimestampAuthority(
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(encoded)));
        } catch (CertificateException fault) {
            throw new IllegalArgumentException("no certificate: " + fault.getMessage(), fault);
        }
    }

    public String name() {
        return certificate.getSubjectX500Principal().getName();
    }
}
