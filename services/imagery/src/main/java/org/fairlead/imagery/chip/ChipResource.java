package org.fairlead.imagery.chip;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.blobs.BlobKey;
import org.fairlead.blobs.BlobStore;
import org.fairlead.imagery.fault.Faults;
import org.fairlead.imagery.sighting.SightingStore;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.digest.ContentDigest;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Pictures of a sighting. Nothing a picture carries is ever run: types come from the bytes, and
/// what is shown is pixels only.
@Path("/api/imagery/v1/sightings/{id}/chips")
public class ChipResource {

    private static final Logger LOG = Logger.getLogger(ChipResource.class);
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    private final SightingStore sightings;
    private final ChipStore chips;
    private final BlobStore blobs;
    private final Spool spool;
    private final ChipConfig config;
    private final CallerProducer callers;

    @Inject
    ChipResource(
            SightingStore sightings,
            ChipStore chips,
            BlobStore blobs,
            Spool spool,
            ChipConfig config,
            CallerProducer callers) {
        this.sightings = sightings;
        this.chips = chips;
        this.blobs = blobs;
        this.spool = spool;
        this.config = config;
        this.callers = callers;
    }

    /// What the sender says beside the bytes.
    private record Facts(
            boolean isGraphic,
            @Nullable Double metresPerPixel,
            @Nullable Double x,
            @Nullable Double y,
            @Nullable Double up) {}

    @PUT
    @Path("{name}")
    @Blocking
    @Consumes(MediaType.WILDCARD)
    public Response put(
            @PathParam("id") UUID id,
            @PathParam("name") String name,
            @HeaderParam("Content-Length") @Nullable Long announced,
            @HeaderParam("Content-Digest") @Nullable String contentDigest,
            @QueryParam("graphic") @Nullable String graphic,
            @QueryParam("metresPerPixel") @Nullable Double metresPerPixel,
            @QueryParam("xPixels") @Nullable Double x,
            @QueryParam("yPixels") @Nullable Double y,
            @QueryParam("upDegrees") @Nullable Double up,
            @Nullable InputStream body)
            throws IOException {
        String by = callers.writer("sightings:write").username();
        if (announced != null && announced > config.largestBytes()) {
            throw tooLarge();
        }
        if (!name.matches(NAME)) {
            throw ProblemException.invalid(
                    "name", "expected 1 to 100 letters, digits, dots, dashes and underscores");
        }
        var facts = facts(graphic, metresPerPixel, x, y, up);
        Optional<ContentDigest> digest = ContentDigest.read(contentDigest);
        if (await(sightings.present(List.of(id))).isEmpty()) {
            throw ProblemException.notFound();
        }
        try (var received = received(body)) {
            var added = keep(received, digest, id, name, facts, by);
            return Response.status(added.isNew() ? 201 : 200)
                    .location(
                            URI.create("/api/imagery/v1/sightings/%s/chips/%s".formatted(id, name)))
                    .header("Content-Digest", new ContentDigest(added.chip().sha256()).header())
                    .entity(added.chip())
                    .build();
        }
    }

    private static Facts facts(
            @Nullable String graphic,
            @Nullable Double metresPerPixel,
            @Nullable Double x,
            @Nullable Double y,
            @Nullable Double up) {
        if (graphic != null && !graphic.equals("true") && !graphic.equals("false")) {
            throw ProblemException.invalid("graphic", "expected true or false");
        }
        var faults = new Faults();
        var facts =
                new Facts(
                        "true".equals(graphic),
                        faults.optional("metresPerPixel", metresPerPixel, 0.001, 10_000),
                        faults.optional("xPixels", x, 0, 1_000_000),
                        faults.optional("yPixels", y, 0, 1_000_000),
                        faults.optional("upDegrees", up, 0, 360));
        if (!faults.found().isEmpty()) {
            throw ProblemException.invalid(faults.found());
        }
        return facts;
    }

    private Spool.Received received(@Nullable InputStream body) throws IOException {
        try {
            return spool.receive(
                    body == null ? InputStream.nullInputStream() : body, config.largestBytes());
        } catch (Spool.TooLarge larger) {
            throw tooLarge();
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                ServiceProblem.TOO_LARGE,
                "A picture may have %d bytes. Cut out the ship and her surroundings, or save it as JPEG."
                        .formatted(config.largestBytes()));
    }

    private ChipStore.Added keep(
            Spool.Received received,
            Optional<ContentDigest> announced,
            UUID id,
            String name,
            Facts facts,
            String by)
            throws IOException {
        if (announced.isPresent() && !announced.get().isOf(received.sha256())) {
            throw new ProblemException(
                    ServiceProblem.DIGEST_MISMATCH,
                    "The body's SHA-256 is not the one in Content-Digest. Send it again.");
        }
        Header.Picture picture = picture(received);
        // The bytes first: a row must never name what is not there. A kill in between leaves bytes
        // that nothing names, and the same PUT finds them again.
        try {
            blobs.put(new BlobKey(received.sha256()), received.file());
        } catch (IOException away) {
            throw unavailable(away);
        }
        var added =
                await(
                        chips.add(
                                new Chip(
                                        id,
                                        name,
                                        received.sha256(),
                                        picture.kind().mediaType(),
                                        received.sizeBytes(),
                                        picture.widthPixels(),
                                        picture.heightPixels(),
                                        facts.isGraphic(),
                                        facts.metresPerPixel(),
                                        facts.x(),
                                        facts.y(),
                                        facts.up(),
                                        by,
                                        Instant.now().truncatedTo(ChronoUnit.MILLIS))));
        if (!added.isNew() && !added.chip().sha256().equals(received.sha256())) {
            throw new ProblemException(
                    ServiceProblem.CONFLICT,
                    "Another picture has this name. Pictures are never replaced: choose another name.");
        }
        return added;
    }

    private Header.Picture picture(Spool.Received received) throws IOException {
        if (received.sizeBytes() == 0) {
            throw ProblemException.invalid(
                    "body", "the picture is empty; send its bytes as the body");
        }
        try (var file = new RandomAccessFile(received.file().toFile(), "r")) {
            return switch (new HeaderReader(file).read()) {
                case Header.Unknown(var detail) ->
                        throw new ProblemException(ServiceProblem.UNSUPPORTED_MEDIA_TYPE, detail);
                case Header.Picture picture -> {
                    if (picture.pixels() > config.mostPixels()) {
                        throw ProblemException.invalid(
                                "body",
                                String.format(
                                        Locale.ROOT,
                                        "its header announces %d by %d pixels; a picture may have %d",
                                        picture.widthPixels(),
                                        picture.heightPixels(),
                                        config.mostPixels()));
                    }
                    yield picture;
                }
            };
        }
    }

    @GET
    public Uni<Chips> list(@PathParam("id") UUID id) {
        callers.member();
        return sightings
                .present(List.of(id))
                .chain(there -> {
                    if (there.isEmpty()) {
                        throw ProblemException.notFound();
                    }
                    return chips.of(id).map(Chips::new);
                });
    }

    public record Chips(List<Chip> items) {}

    /// The bytes as they were sent, to be saved rather than shown.
    @GET
    @Path("{name}")
    @Blocking
    public Response bytes(
            @PathParam("id") UUID id,
            @PathParam("name") String name,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch)
            throws IOException {
        callers.member();
        Chip chip = found(id, name);
        String tag = '"' + chip.sha256() + '"';
        if (ifNoneMatch != null && ifNoneMatch.contains(tag)) {
            return safe(Response.notModified(), tag).build();
        }
        boolean isOther = ifRange != null && !ifRange.strip().equals(tag);
        return switch (ByteRange.of(isOther ? null : range, chip.sizeBytes())) {
            case ByteRange.Unsatisfiable() ->
                    safe(Response.status(416), tag)
                            .header("Content-Range", "bytes */" + chip.sizeBytes())
                            .build();
            case ByteRange.All() ->
                    download(Response.ok(), chip, tag, 0, chip.sizeBytes())
                            .header("Content-Digest", new ContentDigest(chip.sha256()).header())
                            .build();
            case ByteRange.Part(long from, long length) ->
                    download(Response.status(206), chip, tag, from, length)
                            .header(
                                    "Content-Range",
                                    "bytes %d-%d/%d"
                                            .formatted(from, from + length - 1, chip.sizeBytes()))
                            .build();
        };
    }

    private Response.ResponseBuilder download(
            Response.ResponseBuilder into, Chip chip, String tag, long from, long length) {
        return safe(into, tag)
                .type(chip.mediaType())
                .header("Accept-Ranges", "bytes")
                .header("Content-Length", length)
                .header("Content-Disposition", "attachment; filename=\"" + chip.name() + "\"")
                .entity(opened(chip, from, length));
    }

    /// Pixels only, for showing.
    @GET
    @Path("{name}/view")
    @Blocking
    public Response view(
            @PathParam("id") UUID id,
            @PathParam("name") String name,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch)
            throws IOException {
        callers.member();
        Chip chip = found(id, name);
        var kind = PictureKind.ofMediaType(chip.mediaType());
        if (!kind.isShown()) {
            throw new ProblemException(
                    ServiceProblem.NOT_ACCEPTABLE,
                    "Browsers do not show a TIFF. Download it, or add a PNG or JPEG of it.");
        }
        String tag = "\"pixels-" + chip.sha256() + '"';
        if (ifNoneMatch != null && ifNoneMatch.contains(tag)) {
            return safe(Response.notModified(), tag).build();
        }
        InputStream stored = opened(chip, 0, chip.sizeBytes());
        StreamingOutput pixels =
                out -> {
                    try (stored) {
                        PixelsOnly.copy(kind, stored, out);
                    }
                };
        return safe(Response.ok(), tag)
                .type(chip.mediaType())
                .header("Content-Disposition", "inline")
                .entity(pixels)
                .build();
    }

    private static Response.ResponseBuilder safe(Response.ResponseBuilder into, String tag) {
        return into.header("ETag", tag)
                .header("Cache-Control", "private, max-age=3600, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private Chip found(UUID id, String name) throws IOException {
        return await(chips.find(id, name)).orElseThrow(ProblemException::notFound);
    }

    private InputStream opened(Chip chip, long from, long length) {
        try {
            return blobs.open(new BlobKey(chip.sha256()), from, length)
                    .orElseThrow(() -> new IOException("no such blob: " + chip.sha256()));
        } catch (IOException away) {
            throw unavailable(away);
        }
    }

    private static ProblemException unavailable(IOException cause) {
        LOG.warnf("blob store away cause=%s", cause);
        return new ProblemException(
                ServiceProblem.UNAVAILABLE,
                "The store of pictures does not answer. Try again in a minute.");
    }

    private static <T> T await(Uni<T> work) throws IOException {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> work);
        } catch (RuntimeException | Error fault) {
            throw fault;
        } catch (Throwable fault) {
            throw new IOException(fault);
        }
    }
}
