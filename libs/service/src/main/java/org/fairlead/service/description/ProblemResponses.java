package org.fairlead.service.description;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.fairlead.contracts.problem.Problem;
import org.fairlead.service.problem.ProblemType;
import org.fairlead.service.problem.ServiceProblem;

/// The refusals an operation may answer with, by what it takes: every one is RFC 9457
/// `application/problem+json`.
final class ProblemResponses {

    private static final String REFERENCE = "#/components/responses/";

    /// A refusal with a sentence as a service would write it.
    private record Refusal(ProblemType type, String detail, List<Map<String, Object>> errors) {

        private Refusal(ProblemType type, String detail) {
            this(type, detail, List.of());
        }
    }

    private static final List<Refusal> REFUSALS =
            List.of(
                    new Refusal(
                            ServiceProblem.MALFORMED,
                            "The body is no JSON object. Send one, with Content-Type"
                                    + " application/json."),
                    new Refusal(
                            ServiceProblem.UNAUTHENTICATED,
                            "No valid token came with the request. Log in, or send Authorization:"
                                    + " Bearer <token>."),
                    new Refusal(
                            ServiceProblem.FORBIDDEN,
                            "Your role in this team does not allow this. Ask the team's lead."),
                    new Refusal(
                            ServiceProblem.NOT_FOUND,
                            "There is nothing at this address, or nothing that you may see."),
                    new Refusal(
                            ServiceProblem.CONFLICT,
                            "What is there does not go together with this request. Read it again,"
                                    + " then decide."),
                    new Refusal(
                            ServiceProblem.TOO_LARGE,
                            "The body is larger than is taken here. Send it in parts."),
                    new Refusal(
                            ServiceProblem.INVALID,
                            "The request has 1 fault.",
                            List.of(
                                    fault(
                                            "from",
                                            "expected an instant such as 2024-02-09T04:30:00Z, was"
                                                    + " 'yesterday'"))));

    private final OpenAPI api;

    /// In this order: the document is compared with the one before, byte by byte.
    private static Map<String, Object> fault(String pointer, String detail) {
        var fault = new LinkedHashMap<String, Object>();
        fault.put("pointer", pointer);
        fault.put("detail", detail);
        return fault;
    }

    ProblemResponses(OpenAPI api) {
        this.api = api;
    }

    void add() {
        var components = api.getComponents();
        if (components == null) {
            components = OASFactory.createComponents();
            api.setComponents(components);
        }
        components.addSchema("FieldError", fieldError());
        components.addSchema("Problem", problem());
        for (Refusal refusal : REFUSALS) {
            components.addResponse(nameOf(refusal.type()), response(refusal));
        }
    }

    /// What is described already stays as it is described.
    void add(String path, Operation operation) {
        add(operation, ServiceProblem.UNAUTHENTICATED);
        add(operation, ServiceProblem.FORBIDDEN);
        if (path.contains("{")) {
            add(operation, ServiceProblem.NOT_FOUND);
        }
        boolean isAsked =
                operation.getParameters() != null
                        && operation.getParameters().stream()
                                .anyMatch(one -> one.getIn() == Parameter.In.QUERY);
        if (operation.getRequestBody() != null) {
            add(operation, ServiceProblem.MALFORMED);
            add(operation, ServiceProblem.CONFLICT);
            add(operation, ServiceProblem.TOO_LARGE);
        }
        if (isAsked || operation.getRequestBody() != null) {
            add(operation, ServiceProblem.INVALID);
        }
    }

    private static void add(Operation operation, ProblemType type) {
        var responses = operation.getResponses();
        if (responses == null) {
            responses = OASFactory.createAPIResponses();
            operation.setResponses(responses);
        }
        String status = Integer.toString(type.status());
        if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(
                    status, OASFactory.createAPIResponse().ref(REFERENCE + nameOf(type)));
        }
    }

    /// `NOT_FOUND` as `NotFound`.
    private static String nameOf(ProblemType type) {
        var name = new StringBuilder();
        for (String word : type.code().split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private static APIResponse response(Refusal refusal) {
        var type = refusal.type();
        var example = new LinkedHashMap<String, Object>();
        example.put("type", Problem.typeOf(type.code()));
        example.put("title", type.title());
        example.put("status", type.status());
        example.put("detail", refusal.detail());
        example.put("code", type.code());
        if (!refusal.errors().isEmpty()) {
            example.put("errors", refusal.errors());
        }
        example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        return OASFactory.createAPIResponse()
                .description(type.title())
                .content(
                        OASFactory.createContent()
                                .addMediaType(
                                        Problem.MEDIA_TYPE,
                                        OASFactory.createMediaType()
                                                .schema(reference("Problem"))
                                                .example(example)));
    }

    private static Schema problem() {
        return object(
                        "A refusal, RFC 9457.",
                        Map.of(
                                "type", text("urn:problem: and the code; stable."),
                                "title", text("The kind of refusal, for a person."),
                                "status", whole("The HTTP status."),
                                "detail", text("What happened and what to do next."),
                                "code", text("The last part of the type, for a program."),
                                "instance", text("The address that was asked for."),
                                "traceId", text("Under which the service logged it.")),
                        "type",
                        "title",
                        "status",
                        "detail",
                        "code")
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.ARRAY))
                                .description("Each fault of the request.")
                                .items(reference("FieldError")));
    }

    private static Schema fieldError() {
        return object(
                "One fault in a request.",
                Map.of(
                        "pointer", text("A JSON pointer into the body, or a parameter's name."),
                        "detail", text("What was expected there, and what was found.")),
                "pointer",
                "detail");
    }

    private static Schema object(
            String description, Map<String, Schema> properties, String... required) {
        var schema =
                OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.OBJECT))
                        .description(description)
                        .required(Arrays.asList(required));
        properties.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(property -> schema.addProperty(property.getKey(), property.getValue()));
        return schema;
    }

    private static Schema text(String description) {
        return OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.STRING))
                .description(description);
    }

    private static Schema whole(String description) {
        return OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.INTEGER))
                .format("int32")
                .description(description);
    }

    private static Schema reference(String schema) {
        return OASFactory.createSchema().ref("#/components/schemas/" + schema);
    }
}
