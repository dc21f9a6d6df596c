package org.fairlead.ais.archive;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Whether the archive of raw sentences is as it was written.
@Path("/api/ais/v1/archive")
@Produces(MediaType.APPLICATION_JSON)
public class ArchiveResource {

    private final CallerProducer callers;
    private final Verifier verifier;

    @Inject
    ArchiveResource(CallerProducer callers, Verifier verifier) {
        this.callers = callers;
        this.verifier = verifier;
    }

    @GET
    @Blocking
    @Path("verification")
    @Operation(summary = "Work out the archive's hashes again, up to 500 files at a time")
    public Verification verify(@QueryParam("after") @Nullable String after) throws IOException {
        var unused = callers.member();
        return verifier.verify(sequence(after));
    }

    private static long sequence(@Nullable String after) {
        try {
            long sequence = after == null || after.isBlank() ? 0 : Long.parseLong(after);
            if (sequence >= 0) {
                return sequence;
            }
        } catch (NumberFormatException notOne) {
            // refused below
        }
        throw ProblemException.invalid("after", "expected the `next` of the answer before");
    }
}
