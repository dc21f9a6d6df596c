package org.fairlead.cases.evidence;

import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Where a record is: a path of one of the platform's own services, never a host.
///
/// @param href path and query, `/api/ais/v1/activities/…`
public record RecordAddress(String service, String href) {

    private static final int LONGEST = 1_000;

    static RecordAddress of(EvidenceKind kind, @Nullable RecordAddress wanted) {
        RecordAddress ref = Fields.required("/ref", wanted);
        String href = Fields.text("/ref/href", ref.href(), LONGEST);
        String service = Fields.text("/ref/service", ref.service(), LONGEST);
        if (!service.equals(kind.service())) {
            throw ProblemException.invalid(
                    "/ref/service",
                    "expected %s, which holds records of kind %s"
                            .formatted(kind.service(), kind.slug()));
        }
        if (!kind.holds(href)) {
            throw ProblemException.invalid(
                    "/ref/href",
                    "expected the path of a %s under /api/%s/v1/"
                            .formatted(kind.slug(), kind.service()));
        }
        return new RecordAddress(service, href);
    }
}
