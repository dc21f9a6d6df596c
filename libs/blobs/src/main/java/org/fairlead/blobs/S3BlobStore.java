package org.fairlead.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Blobs as objects of one bucket, which an operator makes.
public final class S3BlobStore implements BlobStore {

    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    /// @param timeout for a connection, and for silence on one
    public S3BlobStore(S3Address address, Duration timeout) {
        bucket = address.bucket();
        prefix = address.prefix();
        var builder =
                S3Client.builder()
                        .region(Region.of(address.region()))
                        .forcePathStyle(address.pathStyle())
                        // Stores other than Amazon's do not all know its newer checksums.
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(timeout)
                                        .socketTimeout(timeout));
        address.endpoint().ifPresent(builder::endpointOverride);
        address.credentials()
                .ifPresent(keys ->
                        builder.credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                keys.accessKey(), keys.secretKey()))));
        client = builder.build();
    }

    private String object(BlobKey key) {
        return prefix + key.path();
    }

    @Override
    public void put(BlobKey key, Path file) throws IOException {
        OptionalLong there = size(key);
        // An object of another length is the rest of something else; the PUT replaces it whole.
        if (there.isPresent() && there.getAsLong() == Files.size(file)) {
            return;
        }
        try {
            var unused =
                    client.putObject(
                            put -> put.bucket(bucket).key(object(key)), RequestBody.fromFile(file));
        } catch (SdkException fault) {
            throw failed("not stored", fault);
        }
    }

    @Override
    public OptionalLong size(BlobKey key) throws IOException {
        try {
            return OptionalLong.of(
                    client.headObject(head -> head.bucket(bucket).key(object(key)))
                            .contentLength());
        } catch (S3Exception fault) {
            if (fault.statusCode() == NOT_FOUND) {
                return OptionalLong.empty();
            }
            throw failed("not readable", fault);
        } catch (SdkException fault) {
            throw failed("not readable", fault);
        }
    }

    @Override
    public Optional<InputStream> open(BlobKey key, long from, long length) throws IOException {
        try {
            return Optional.of(
                    client.getObject(get ->
                            get.bucket(bucket)
                                    .key(object(key))
                                    .range("bytes=%d-%d".formatted(from, from + length - 1))));
        } catch (S3Exception fault) {
            if (fault.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw failed("not readable", fault);
        } catch (SdkException fault) {
            throw failed("not readable", fault);
        }
    }

    private IOException failed(String what, SdkException fault) {
        return new IOException("blob " + what + ", bucket " + bucket, fault);
    }

    @Override
    public boolean isReachable() {
        try {
            var unused = client.headBucket(head -> head.bucket(bucket));
            return true;
        } catch (SdkException away) {
            return false;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
