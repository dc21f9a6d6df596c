package org.fairlead.ais.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.ZipException;
import org.fairlead.ais.hygiene.HygieneConfig;
import org.jspecify.annotations.Nullable;

/// Decodes one file from its first byte: sentences, or rows of CSV when the first line names
/// columns. The same bytes and facts give the same frames, counts and rejects, however the stream
/// happens to hand them out: that is what lets a job start again after a crash.
public final class FileDecoder {

    private static final int FRAMES_PER_ROUND = 48;
    private static final int REJECTS_PER_ROUND = 1000;
    private static final int ROUND_LINES = 100_000;
    private static final int FIRST_LINE = 4096;

    private final FileFacts facts;
    private final IngestConfig config;
    private final InputStream in;
    private final LineWindow window = new LineWindow();
    private final Rejects rejects = new Rejects();
    private final Intake intake;
    private @Nullable LineReader reader;
    private boolean isStreamOver;
    private boolean isEnded;

    /// @param in the file's lines, decompressed
    public FileDecoder(
            FileFacts facts,
            IngestConfig config,
            HygieneConfig hygiene,
            int partitions,
            InputStream in) {
        this.facts = facts;
        this.config = config;
        this.in = in;
        long latest = facts.submittedAt().plus(config.futureTolerance()).toEpochMilli();
        intake = new Intake(facts.facts(), config, hygiene, partitions, latest, rejects);
    }

    /// Tells somebody of every report of one transmitter that is believed.
    public FileDecoder tracedBy(int mmsi, Hearing hearing) {
        intake.trace(mmsi, hearing);
        return this;
    }

    /// Time of the earliest fix so far; absent without one.
    public @Nullable Instant firstFixAt() {
        return intake.firstFixAt();
    }

    public @Nullable Instant lastFixAt() {
        return intake.lastFixAt();
    }

    /// Reads on until there is enough to pass on, or to the end.
    ///
    /// @throws IOException when the file itself cannot be read; damage inside it is a reject
    public Round next() throws IOException {
        long from = linesRead();
        while (!isEnded
                && intake.framesReady() < FRAMES_PER_ROUND
                && rejects.waiting() < REJECTS_PER_ROUND
                && linesRead() - from < ROUND_LINES) {
            boolean isLast = !readOn();
            if (reader == null && !isLast && !hasFirstLine()) {
                continue;
            }
            reader().pass(window, isLast);
            if (isLast && window.isRead()) {
                isEnded = true;
                intake.end();
            }
        }
        return new Round(intake.takeFrames(), intake.takeClaims(), rejects.take(), isEnded);
    }

    private long linesRead() {
        return reader == null ? 0 : reader.linesRead();
    }

    private boolean hasFirstLine() {
        for (int i = 0; i < window.filled; i++) {
            if (window.bytes[i] == '\n' || i >= FIRST_LINE) {
                return true;
            }
        }
        return false;
    }

    private LineReader reader() {
        if (reader == null) {
            var clock =
                    facts.startsAt() == null
                            ? null
                            : new SecondClock(facts.startsAt().toEpochMilli());
            reader =
                    isCsv()
                            ? new CsvReader(intake, rejects, config.flushEveryLines())
                            : new NmeaReader(intake, rejects, clock, config.flushEveryLines());
        }
        return reader;
    }

    /// Sentences have none of these names in their first line, and begin otherwise.
    private boolean isCsv() {
        int end = 0;
        while (end < window.filled && end < FIRST_LINE && window.bytes[end] != '\n') {
            end++;
        }
        var first = new String(window.bytes, 0, end, StandardCharsets.UTF_8);
        return !first.startsWith("!")
                && !first.startsWith("\\")
                && !first.startsWith("$")
                && CsvColumns.of(first.strip()).isPresent();
    }

    private boolean readOn() throws IOException {
        if (isStreamOver) {
            return false;
        }
        try {
            isStreamOver = !window.fill(in);
            if (reader != null && reader.bytesRead() > config.maxDecompressedBytes()) {
                over(
                        "too-much-decompressed",
                        "The file unfolds to more than is accepted; the rest was not read.");
            }
        } catch (CompressionDamaged damaged) {
            over(damaged.reason(), String.valueOf(damaged.getMessage()));
        } catch (EOFException cut) {
            over(
                    "truncated-gzip",
                    "The compressed file ends before its end; what came before was used.");
        } catch (ZipException damaged) {
            over("damaged-gzip", "The compressed file is damaged here; what came before was used.");
        }
        return !isStreamOver;
    }

    private void over(String reason, String detail) {
        isStreamOver = true;
        rejects.reject(linesRead() + 1, reason, detail);
    }

    public Summary summary() {
        return intake.summary(reader().lines(), reader().messagesByType());
    }
}
