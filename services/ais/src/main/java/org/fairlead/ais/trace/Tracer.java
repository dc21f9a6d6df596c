package org.fairlead.ais.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fairlead.ais.archive.ArchiveEntry;
import org.fairlead.ais.archive.ArchiveReading;
import org.fairlead.ais.feed.FeedConfig;
import org.fairlead.ais.feed.JournalReader;
import org.fairlead.ais.hygiene.HygieneConfig;
import org.fairlead.ais.ingest.FileDecoder;
import org.fairlead.ais.ingest.FileFacts;
import org.fairlead.ais.ingest.Hearing;
import org.fairlead.ais.ingest.IngestConfig;
import org.fairlead.ais.ingest.LiveDecoder;
import org.fairlead.ais.ingest.SourceFacts;
import org.fairlead.ais.upload.SpooledFile;

/// Finds the sentences of a fix by decoding the archived files of that time again: no index of
/// sentences has to be kept, and what is shown is what the archive holds.
@ApplicationScoped
class Tracer {

    private static final int MOST_FILES = 50;
    private static final int MOST_SENTENCES = 500;

    private final ArchiveReading archive;
    private final IngestConfig ingest;
    private final HygieneConfig hygiene;
    private final FeedConfig feeds;

    @Inject
    Tracer(ArchiveReading archive, IngestConfig ingest, HygieneConfig hygiene, FeedConfig feeds) {
        this.archive = archive;
        this.ingest = ingest;
        this.hygiene = hygiene;
        this.feeds = feeds;
    }

    List<HeardSentence> trace(int mmsi, Instant at, Duration within) throws IOException {
        var from = at.minus(within);
        var to = at.plus(within);
        var heard = new ArrayList<HeardSentence>();
        for (ArchiveEntry entry : archive.around(from, to, MOST_FILES).await().indefinitely()) {
            Hearing hearing =
                    (report, receiver, text, isFirst) -> {
                        if (report.at >= from.toEpochMilli()
                                && report.at <= to.toEpochMilli()
                                && heard.size() < MOST_SENTENCES) {
                            heard.add(
                                    new HeardSentence(
                                            Instant.ofEpochMilli(report.at),
                                            Instant.ofEpochMilli(report.receivedAt),
                                            report.latitude / 600_000.0,
                                            report.longitude / 600_000.0,
                                            receiver.isEmpty() ? null : receiver,
                                            entry.item().source(),
                                            isFirst,
                                            report.line,
                                            text,
                                            archived(entry)));
                        }
                    };
            read(entry, mmsi, hearing);
        }
        heard.sort(
                Comparator.comparing(HeardSentence::at)
                        .thenComparing(HeardSentence::isFirst, Comparator.reverseOrder())
                        .thenComparing(HeardSentence::receivedAt));
        return heard;
    }

    private static HeardSentence.Archived archived(ArchiveEntry entry) {
        var item = entry.item();
        return new HeardSentence.Archived(
                entry.sequence(),
                item.kind(),
                item.subject(),
                item.part(),
                entry.sha256(),
                entry.hash());
    }

    private void read(ArchiveEntry entry, int mmsi, Hearing hearing) throws IOException {
        try (var file = SpooledFile.open(archive.file(entry))) {
            if (entry.item().kind().equals("feed")) {
                readFeed(entry.item(), mmsi, hearing, file);
            } else {
                readUpload(entry.item(), mmsi, hearing, file);
            }
        }
    }

    private void readFeed(ArchiveEntry.Item item, int mmsi, Hearing hearing, SpooledFile file)
            throws IOException {
        var facts =
                new SourceFacts(
                        item.subject().toString(),
                        item.source(),
                        item.sourceClass(),
                        false,
                        item.receiver());
        var decoder =
                new LiveDecoder(
                                facts,
                                ingest,
                                hygiene,
                                1,
                                feeds.futureTolerance().toMillis(),
                                feeds.passOnEvery().toMillis(),
                                null)
                        .tracedBy(mmsi, hearing);
        JournalReader.read(
                file.lines(),
                (arrivedAt, connection, bytes, from, length) -> {
                    decoder.take(arrivedAt, connection, bytes, from, length);
                    var unused = decoder.round();
                });
        var unused = decoder.pause();
    }

    private void readUpload(ArchiveEntry.Item item, int mmsi, Hearing hearing, SpooledFile file)
            throws IOException {
        var facts =
                new FileFacts(
                        item.subject().toString(),
                        item.source(),
                        item.sourceClass(),
                        item.synthetic(),
                        item.startsAt(),
                        item.submittedAt());
        var decoder =
                new FileDecoder(facts, ingest, hygiene, 1, file.lines()).tracedBy(mmsi, hearing);
        boolean isLast;
        do {
            isLast = decoder.next().isLast();
        } while (!isLast);
    }
}
