package org.fairlead.cases.grant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.request.Fields;
import org.jspecify.annotations.Nullable;

/// Which of some cases and leads the caller sees now: asked by the event stream before it tells of
/// them.
@Path("/api/cases/v1/visible")
@Produces(MediaType.APPLICATION_JSON)
class VisibilityResource {

    private final Desk desk;
    private final VisibilityStore visible;

    @Inject
    VisibilityResource(Desk desk, VisibilityStore visible) {
        this.desk = desk;
        this.visible = visible;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<VisibilityStore.Things> visible(VisibilityStore.@Nullable Things body) {
        Acting acting = desk.atCase(Action.READ);
        var asked = Fields.required("/", body);
        return visible.among(acting, Fields.required("/caseIds", asked.caseIds()), asked.leadIds());
    }
}
