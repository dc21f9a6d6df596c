package org.fairlead.service.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/// Adds to a service's OpenAPI document what all have in common: refusals, how to log in, that the
/// address is the gateway's, and the service's examples.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonDescription implements OASFilter {

    private static final String BEARER = "bearer";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var problems = new ProblemResponses(api);
        problems.add();
        api.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(
                                        org.eclipse.microprofile.openapi.models.security
                                                .SecurityScheme.Type.HTTP)
                                .scheme(BEARER)
                                .bearerFormat("JWT"));
        api.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
        api.setServers(
                List.of(OASFactory.createServer().url("/").description("Behind the gateway")));
        describe(api, problems);
    }

    private static void describe(OpenAPI api, ProblemResponses problems) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        var examples = Examples.ofService();
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations()
                                .forEach((method, operation) -> {
                                    problems.add(path, operation);
                                    examples.add(
                                            method.name().toUpperCase(Locale.ROOT),
                                            path,
                                            operation);
                                }));
    }
}
