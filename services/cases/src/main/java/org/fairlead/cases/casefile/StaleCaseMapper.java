package org.fairlead.cases.casefile;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.fairlead.cases.request.EntityTags;
import org.fairlead.contracts.problem.Problem;
import org.fairlead.service.problem.Problems;
import org.fairlead.service.problem.ServiceProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

class StaleCaseMapper {

    /// The problem, with the case as it is now beside it: what an editor needs to merge.
    record ChangedMeanwhile(@JsonUnwrapped Problem problem, CaseFile current) {}

    @ServerExceptionMapper
    Response stale(StaleCase stale, UriInfo uri) {
        var problem =
                Problems.of(
                        ServiceProblem.PRECONDITION_FAILED,
                        "Somebody changed the case after you read it. Look at the present version"
                                + " in current, then send your change with its ETag.",
                        List.of(),
                        uri.getPath());
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header("ETag", EntityTags.of(stale.current().version()))
                .entity(new ChangedMeanwhile(problem, stale.current()))
                .build();
    }
}
