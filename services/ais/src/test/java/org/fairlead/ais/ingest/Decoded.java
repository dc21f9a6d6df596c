package org.fairlead.ais.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.ais.hygiene.HygieneDefaults;
import org.fairlead.ais.vessel.IdentityClaim;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.SourceClass;
import org.jspecify.annotations.Nullable;

/// Everything a file gave.
record Decoded(
        List<NumberedFrame> frames,
        List<IdentityClaim> claims,
        List<RejectedLine> rejects,
        Summary summary) {

    static Decoded of(String text, Instant submittedAt) {
        return of(text.getBytes(StandardCharsets.UTF_8), null, submittedAt);
    }

    static Decoded of(byte[] bytes, @Nullable Instant startsAt, Instant submittedAt) {
        var facts =
                new FileFacts("job", "pier", SourceClass.TERRESTRIAL, false, startsAt, submittedAt);
        var decoder =
                new FileDecoder(
                        facts,
                        IngestDefaults.SMALL,
                        HygieneDefaults.PUBLISHED,
                        4,
                        new ByteArrayInputStream(bytes));
        var frames = new ArrayList<NumberedFrame>();
        var claims = new ArrayList<IdentityClaim>();
        var rejects = new ArrayList<RejectedLine>();
        try {
            Round round;
            do {
                round = decoder.next();
                frames.addAll(round.frames());
                claims.addAll(round.claims());
                rejects.addAll(round.rejects());
            } while (!round.isLast());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Decoded(frames, claims, rejects, decoder.summary());
    }

    static Decoded of(String text) {
        return of(text, Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(1)));
    }

    List<Fix> fixes() {
        return frames.stream()
                .flatMap(one -> one.frame().fixes().stream())
                .sorted(java.util.Comparator.comparingLong(Fix::epochMillis))
                .toList();
    }

    long doubts(String code) {
        return summary.doubtsByReason().getOrDefault(code, 0L);
    }

    long watermark() {
        return frames.getLast().frame().watermarkMillis();
    }
}
