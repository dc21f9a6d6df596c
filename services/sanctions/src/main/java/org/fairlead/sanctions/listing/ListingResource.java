package org.fairlead.sanctions.listing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.fairlead.contracts.problem.Page;
import org.fairlead.lists.Listing;
import org.fairlead.sanctions.asof.AsOfDate;
import org.fairlead.sanctions.list.ListSource;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Entries by name or identifier, now or as of a date.
@Path("/api/sanctions/v1/listings")
@Produces(MediaType.APPLICATION_JSON)
class ListingResource {

    private static final int LONGEST_QUERY = 200;

    private final CallerProducer callers;
    private final ListingReader reader;

    @Inject
    ListingResource(CallerProducer callers, ListingReader reader) {
        this.callers = callers;
        this.reader = reader;
    }

    @GET
    public Uni<ListingPage> search(
            @QueryParam("q") @Nullable String text,
            @QueryParam("list") @Nullable String list,
            @QueryParam("type") @Nullable String type,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        callers.member();
        if (list != null && ListSource.ofId(list).isEmpty()) {
            throw ProblemException.invalid("list", "no such list: " + list);
        }
        if (type != null && !Listing.TYPES.contains(type)) {
            throw ProblemException.invalid(
                    "type", "expected vessel, aircraft, individual or entity");
        }
        if (text != null && text.length() > LONGEST_QUERY) {
            throw ProblemException.invalid("q", "at most %d characters".formatted(LONGEST_QUERY));
        }
        return reader.search(
                new ListingReader.Search(
                        text == null ? "" : text,
                        list,
                        type,
                        date(asOf),
                        place(cursor),
                        Cursor.limit(limit)));
    }

    private static @Nullable Cursor place(@Nullable String cursor) {
        var place = Cursor.parse(cursor);
        if (place != null && !place.id().matches("\\d{1,18}")) {
            throw ProblemException.invalid("cursor", "take it unchanged from nextCursor");
        }
        return place;
    }

    @GET
    @Path("{list}/{sourceId}")
    public Uni<ListingView> listing(
            @PathParam("list") String list,
            @PathParam("sourceId") String sourceId,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("knownAt") @Nullable String knownAt) {
        callers.member();
        return reader.listing(list, sourceId, date(asOf), known(knownAt));
    }

    private static @Nullable Instant known(@Nullable String knownAt) {
        return knownAt == null || knownAt.isBlank()
                ? null
                : AsOfDate.parse("knownAt", knownAt).to();
    }

    @GET
    @Path("{list}/{sourceId}/versions")
    public Uni<Page<ListingVersionView>> versions(
            @PathParam("list") String list, @PathParam("sourceId") String sourceId) {
        callers.member();
        return reader.versions(list, sourceId).map(views -> new Page<>(views, null));
    }

    private static @Nullable AsOfDate date(@Nullable String asOf) {
        return asOf == null || asOf.isBlank() ? null : AsOfDate.parse(asOf);
    }
}
