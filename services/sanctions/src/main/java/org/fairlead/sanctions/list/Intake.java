package org.fairlead.sanctions.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fairlead.lists.Reading;
import org.fairlead.lists.UnreadableFile;
import org.fairlead.lists.file.FileFormat;
import org.fairlead.lists.file.Recognition;
import org.fairlead.lists.file.Unpacking;
import org.fairlead.lists.opensanctions.FtmDelta;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jspecify.annotations.Nullable;

/// Makes a file of whatever was handed in: unpacked, recognised, read. A delta becomes the whole
/// file it leads to. Blocking: worker threads only.
@ApplicationScoped
class Intake {

    private final BlobStore blobs;
    private final long maxFileBytes;

    @Inject
    Intake(BlobStore blobs, ListConfig config) {
        this.blobs = blobs;
        this.maxFileBytes = config.maxFileBytes();
    }

    /// The version a delta or a dictionary is taken against.
    record Base(int number, String sha256) {}

    /// @param format absent when it was not recognised or could not be unpacked
    /// @param basedOn number of the version a delta was applied to
    record Taken(
            BlobStore.Blob blob,
            @Nullable FileFormat format,
            Reading reading,
            @Nullable String deltaSha256,
            @Nullable Integer basedOn) {}

    /// @throws ProblemException `too-large` beyond the configured size
    Taken take(ListSource source, InputStream body, @Nullable Base before) throws IOException {
        Path upload = blobs.newPart();
        Path file = blobs.newPart();
        try {
            spool(body, upload);
            var fault = unpack(upload, file);
            if (fault.isPresent()) {
                return keep(upload, null, new Reading.Refused(fault.get()), before);
            }
            var recognised = Recognition.of(head(file));
            return recognised.equals(Optional.of(FileFormat.FTM_DELTA))
                    ? delta(source, file, before)
                    : whole(source, file, recognised, before);
        } finally {
            Files.deleteIfExists(upload);
            Files.deleteIfExists(file);
        }
    }

    private void spool(InputStream body, Path upload) throws IOException {
        try (OutputStream out = Files.newOutputStream(upload)) {
            var buffer = new byte[65_536];
            long size = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > maxFileBytes) {
                    throw new ProblemException(
                            ServiceProblem.TOO_LARGE,
                            "A list's file may have %d bytes at most.".formatted(maxFileBytes));
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private Optional<String> unpack(Path upload, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(upload);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Unpacking.unpack(in, out, maxFileBytes);
            return Optional.empty();
        } catch (UnreadableFile fault) {
            return Optional.of(fault.reason());
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Recognition.HEAD_BYTES);
        }
    }

    private Taken whole(
            ListSource source, Path file, Optional<FileFormat> recognised, @Nullable Base before)
            throws IOException {
        var format = recognised.orElse(source.formats().getFirst());
        if (!source.formats().contains(format)) {
            return keep(file, format, foreign(source, format), before);
        }
        return keep(file, recognised.orElse(null), read(format, file), before);
    }

    private static Reading read(FileFormat format, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Files.size(file) == 0
                    ? new Reading.Refused("the file is empty")
                    : format.reader().read(in);
        }
    }

    private static Reading.Refused foreign(ListSource source, FileFormat format) {
        return new Reading.Refused(
                "this is a file of another list (%s); %s comes as %s"
                        .formatted(
                                format.title(),
                                source.id(),
                                source.formats().stream()
                                        .map(FileFormat::title)
                                        .collect(Collectors.joining(", "))));
    }

    private Taken keep(
            Path file, @Nullable FileFormat format, Reading reading, @Nullable Base before)
            throws IOException {
        var blob = blobs.keep(file, before == null ? null : before.sha256());
        return new Taken(blob, format, reading, null, null);
    }

    private Taken delta(ListSource source, Path file, @Nullable Base before) throws IOException {
        if (!source.formats().contains(FileFormat.FTM_DELTA)) {
            return keep(file, FileFormat.FTM_DELTA, foreign(source, FileFormat.FTM_DELTA), before);
        }
        if (before == null) {
            return keep(
                    file,
                    FileFormat.FTM_DELTA,
                    new Reading.Refused("a delta needs a whole file taken in before it"),
                    null);
        }
        Path result = blobs.newPart();
        try {
            FtmDelta.Outcome outcome;
            try (InputStream base = blobs.open(before.sha256());
                    InputStream delta = Files.newInputStream(file);
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(result))) {
                outcome = FtmDelta.apply(base, delta, out);
            }
            var kept = blobs.keep(file, null);
            return switch (outcome) {
                case FtmDelta.Outcome.Refused refused ->
                        new Taken(
                                kept,
                                FileFormat.FTM_DELTA,
                                new Reading.Refused(refused.reason()),
                                null,
                                null);
                case FtmDelta.Outcome.Applied applied ->
                        new Taken(
                                blobs.keep(result, before.sha256()),
                                FileFormat.FTM_JSON,
                                read(FileFormat.FTM_JSON, result),
                                kept.sha256(),
                                before.number());
            };
        } finally {
            Files.deleteIfExists(result);
        }
    }
}
