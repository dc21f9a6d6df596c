package org.fairlead.sanctions.screen;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.contracts.problem.FieldError;
import org.fairlead.contracts.problem.Page;
import org.fairlead.screening.Corpus;
import org.fairlead.screening.Subject;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Pairs that a person has looked at and found to be two.
@Path("/api/sanctions/v1/suppressions")
@Produces(MediaType.APPLICATION_JSON)
class SuppressionResource {

    private static final int LONGEST = 2_000;

    private final CallerProducer callers;
    private final SuppressionStore store;
    private final ScreenRunner runner;
    private final Clock clock = Clock.systemUTC();

    @Inject
    SuppressionResource(CallerProducer callers, SuppressionStore store, ScreenRunner runner) {
        this.callers = callers;
        this.store = store;
        this.runner = runner;
    }

    /// @param queryKey of the query, as an answer names it
    /// @param listing `list/sourceId`
    /// @param expires a time; never where absent
    /// @param validForHash of the listing as it was looked at; what it is now where absent
    public record Request(
            @Nullable String queryKey,
            @Nullable String listing,
            @Nullable String reason,
            @Nullable String expires,
            @Nullable String validForHash) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> suppress(@Nullable Request request) {
        String by = callers.writer("lists:write").username();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var faults = new ArrayList<FieldError>();
        String key = text("/queryKey", request == null ? null : request.queryKey(), faults);
        String listing = text("/listing", request == null ? null : request.listing(), faults);
        String reason = text("/reason", request == null ? null : request.reason(), faults);
        var expires = expires(request == null ? null : request.expires(), now, faults);
        if (!listing.isEmpty() && listing.indexOf('/') < 1) {
            faults.add(new FieldError("/listing", "expected list/sourceId"));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        String hash = request == null ? null : request.validForHash();
        return runner.newest()
                .map(corpus -> listed(corpus, listing))
                .map(subject -> hash(subject, hash))
                .chain(validFor ->
                        store.put(
                                new Suppression(
                                        UUID.randomUUID(),
                                        key,
                                        listing.substring(0, listing.indexOf('/')),
                                        listing.substring(listing.indexOf('/') + 1),
                                        reason,
                                        expires,
                                        validFor,
                                        now,
                                        by)))
                .map(suppression -> Response.status(201).entity(suppression).build());
    }

    private static Subject listed(Corpus corpus, String listing) {
        for (int i = 0; i < corpus.size(); i++) {
            if (corpus.subject(i).id().equals(listing)) {
                return corpus.subject(i);
            }
        }
        throw ProblemException.invalid("/listing", "no current entry " + listing);
    }

    private static String hash(Subject listing, @Nullable String expected) {
        String hash = QueryKey.ofListing(listing);
        if (expected != null && !expected.equals(hash)) {
            throw ProblemException.invalid(
                    "/validForHash", "the listing has changed since you looked; screen again");
        }
        return hash;
    }

    private static String text(String pointer, @Nullable String value, List<FieldError> faults) {
        if (value == null || value.isBlank()) {
            faults.add(new FieldError(pointer, "is needed"));
            return "";
        }
        if (value.length() > LONGEST) {
            faults.add(new FieldError(pointer, "at most %d characters".formatted(LONGEST)));
        }
        return value.strip();
    }

    private static @Nullable Instant expires(
            @Nullable String text, Instant now, List<FieldError> faults) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var expires =
                    text.length() == 10 ? Instant.parse(text + "T00:00:00Z") : Instant.parse(text);
            if (!expires.isAfter(now)) {
                faults.add(new FieldError("/expires", "lies in the past"));
            }
            return expires;
        } catch (DateTimeParseException e) {
            faults.add(new FieldError("/expires", "expected a date or a UTC time"));
            return null;
        }
    }

    @GET
    public Uni<Page<Suppression>> suppressions(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        callers.member();
        int size = Cursor.limit(limit);
        var place = Place.of(Cursor.parse(cursor));
        return store.page(place.at(), place.id(), size + 1)
                .map(rows ->
                        Cursor.page(
                                rows,
                                size,
                                row ->
                                        new Cursor(
                                                row.createdAt().toString(), row.id().toString())));
    }

    /// The pair is shown again from now on.
    @DELETE
    @Path("{id}")
    public Uni<Suppression> lift(@PathParam("id") String id) {
        String by = callers.writer("lists:write").username();
        return store.lift(Place.uuid(id), clock.instant(), by)
                .map(lifted -> lifted.orElseThrow(ProblemException::notFound));
    }
}
