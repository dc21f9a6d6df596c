package org.fairlead.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// A time-stamp authority (RFC 3161 over HTTP) with a key of its own, for tests.
public final class TimestampServer implements AutoCloseable {

    private static final ASN1ObjectIdentifier POLICY =
            new ASN1ObjectIdentifier("1.3.6.1.4.1.4146.2.3");

    private final HttpServer server;
    private final KeyPair keys;
    private final X509Certificate certificate;
    private final AtomicInteger serial = new AtomicInteger();

    private TimestampServer(HttpServer server, KeyPair keys, X509Certificate certificate) {
        this.server = server;
        this.keys = keys;
        this.certificate = certificate;
    }

    public static TimestampServer start() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair keys = generator.generateKeyPair();
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var authority = new TimestampServer(server, keys, certificate(keys));
            server.createContext("/", authority::answer);
            server.start();
            return authority;
        } catch (GeneralSecurityException | OperatorCreationException | IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static X509Certificate certificate(KeyPair keys)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        Instant now = Instant.now();
        var name = new X500Name("CN=Time stamps of a test");
        var builder =
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(now.minus(1, ChronoUnit.DAYS)),
                        Date.from(now.plus(3650, ChronoUnit.DAYS)),
                        name,
                        keys.getPublic());
        builder.addExtension(
                Extension.extendedKeyUsage,
                true,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(keys.getPrivate())));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new TimeStampRequest(exchange.getRequestBody().readAllBytes());
            byte[] answer = stamped(request);
            exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (GeneralSecurityException | OperatorCreationException | TSPException fault) {
            throw new IOException(fault);
        }
    }

    private byte[] stamped(TimeStampRequest request)
            throws GeneralSecurityException, OperatorCreationException, TSPException, IOException {
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var signer =
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .build("SHA256withECDSA", keys.getPrivate(), certificate);
        var tokens =
                new TimeStampTokenGenerator(
                        signer,
                        digests.get(
                                new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                                        TSPAlgorithms.SHA256)),
                        POLICY);
        tokens.addCertificates(new JcaCertStore(List.of(certificate)));
        var responses = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
        return responses
                .generate(
                        request,
                        BigInteger.valueOf(serial.incrementAndGet()),
                        Date.from(Instant.now()))
                .getEncoded();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /// How many stamps it gave.
    public int given() {
        return serial.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
