package org.fairlead.cases.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.fairlead.contracts.problem.Problem;
import org.fairlead.service.problem.Problems;
import org.fairlead.service.problem.ServiceProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

class StaleRecordMapper {

    /// The problem, with the record as it is now beside it: what an editor needs to merge.
    record ChangedMeanwhile(@JsonUnwrapped Problem problem, Object current) {}

    @ServerExceptionMapper
    Response stale(StaleRecord stale, UriInfo uri) {
        var problem =
                Problems.of(
                        ServiceProblem.PRECONDITION_FAILED,
                        "Somebody changed %s after you read it. Look at the present version in current, then send your change with its ETag."
                                .formatted(stale.name()),
                        List.of(),
                        uri.getPath());
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header("ETag", EntityTags.of(stale.version()))
                .entity(new ChangedMeanwhile(problem, stale.current()))
                .build();
    }
}
