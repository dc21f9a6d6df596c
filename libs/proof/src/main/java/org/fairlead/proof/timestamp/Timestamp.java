package org.fairlead.proof.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/// An authority's answer to a request for a time stamp (RFC 3161), as `openssl ts` reads it.
public final class Timestamp {

    private final byte[] response;
    private final TimeStampToken token;

    private Timestamp(byte[] response, TimeStampToken token) {
        this.response = response;
        this.token = token;
    }

    /// A request for a stamp of the bytes, to be posted as `application/timestamp-query`.
    ///
    /// @param nonce returned in the answer, so that nobody can hand out an old one
    public static byte[] request(byte[] stamped, long nonce) {
        try {
            return wanted(stamped, nonce).getEncoded();
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static TimeStampRequest wanted(byte[] stamped, long nonce) {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator.generate(
                NISTObjectIdentifiers.id_sha256, sha256(stamped), BigInteger.valueOf(nonce));
    }

    /// @return the stamp, when the answer is one of what was asked for
    /// @throws IllegalArgumentException otherwise; the message says what the authority answered
    public static Timestamp answered(byte[] response, byte[] stamped, long nonce) {
        try {
            var answer = new TimeStampResponse(response);
            answer.validate(wanted(stamped, nonce));
            return of(response, answer);
        } catch (TSPException | IOException | RuntimeException fault) {
            throw new IllegalArgumentException(
                    "the authority's answer is of no use: " + fault.getMessage(), fault);
        }
    }

    /// @throws IllegalArgumentException when it is no granted stamp
    public static Timestamp parse(byte[] response) {
        try {
            return of(response, new TimeStampResponse(response));
        } catch (TSPException | IOException | RuntimeException fault) {
            // The library has no one exception for bytes that are no ASN.1.
            throw new IllegalArgumentException("no answer of an authority: " + fault, fault);
        }
    }

    private static Timestamp of(byte[] response, TimeStampResponse answer) {
        TimeStampToken token = answer.getTimeStampToken();
        if (token == null) {
            throw new IllegalArgumentException(
                    "the authority refused: "
                            + Optional.ofNullable(answer.getStatusString()).orElse("no reason"));
        }
        return new Timestamp(response, token);
    }

    public byte[] bytes() {
        return response.clone();
    }

    public Instant at() {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    public boolean isOf(byte[] stamped) {
        return token.getTimeStampInfo()
                        .getMessageImprintAlgOID()
                        .equals(NISTObjectIdentifiers.id_sha256)
                && Arrays.equals(
                        token.getTimeStampInfo().getMessageImprintDigest(), sha256(stamped));
    }

    /// Whether the authority's key made it, and its certificate allows and covered that time.
    public boolean isSignedBy(TimestampAuthority authority) {
        X509Certificate certificate = authority.certificate();
        try {
            SignerInformationVerifier verifier =
                    new JcaSimpleSignerInfoVerifierBuilder().build(certificate);
            token.validate(verifier);
            return true;
        } catch (TSPException | OperatorCreationException | RuntimeException notTheirs) {
            return false;
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
