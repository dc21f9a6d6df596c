package org.fairlead.gateway.people;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.MemberRepresentation;

/// Groups of an organisation, which Keycloak 26.7 has and its admin client 26.0 does not know yet.
@Path("/admin/realms/{realm}/organizations/{organization}/groups")
@Produces(MediaType.APPLICATION_JSON)
public interface OrganizationGroups {

    /// All groups; ours are named after the roles.
    @GET
    List<GroupRepresentation> groups(
            @PathParam("realm") String realm,
            @PathParam("organization") String organization,
            @QueryParam("max") int max);

    /// Who is in one.
    @GET
    @Path("{group}/members")
    List<MemberRepresentation> members(
            @PathParam("realm") String realm,
            @PathParam("organization") String organization,
            @PathParam("group") String group,
            @QueryParam("max") int max);
}
