package org.fairlead.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fairlead.cli.api.PlatformApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes a case out of the running platform, as one of its people.
@Command(
        name = "dossier",
        description = {
            "Make the dossier of a case of the running platform, and say how to verify it.",
            "Without a case: of the reference case that ./fairlead up loads."
        })
final class DossierCommand implements Callable<Integer> {

    private static final String CASES = "/api/cases/v1";

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private PlatformOptions options;

    @Parameters(
            paramLabel = "CASE",
            arity = "0..1",
            description = "Its number or id (default: the newest one about ANGARA).")
    private @Nullable String wanted;

    @Option(
            names = "--profile",
            description = "full, partner or public (default: ${DEFAULT-VALUE}).",
            defaultValue = "full")
    private String profile = "full";

    @Option(names = "--draft", description = "Also with findings nobody has reviewed.")
    private boolean isDraft;

    @Option(
            names = "--as",
            paramLabel = "USER",
            description = "Demonstration user who exports (default: ${DEFAULT-VALUE}).",
            defaultValue = "lena")
    private String user = "lena";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Where the ZIP and the public key are written (default: here).",
            defaultValue = ".")
    private Path out = Path.of(".");

    @Override
    public Integer call() throws IOException {
        PlatformApi api = options.person(user);
        JsonNode found = find(api);
        Files.createDirectories(out);
        Path key = out.resolve("signing-key.txt");
        Files.writeString(key, api.text(CASES + "/signing-key", "text/plain"));
        String draft = isDraft ? "&draft=true" : "";
        Path zip =
                api.download(
                        "%s/cases/%s/export?profile=%s%s"
                                .formatted(
                                        CASES,
                                        found.path("id").asText(),
                                        PlatformApi.encode(profile),
                                        draft),
                        "application/zip",
                        out.resolve(
                                "%s-v%s%s%s.zip"
                                        .formatted(
                                                found.path("number").asText(),
                                                found.path("version").asText(),
                                                profile.equals("full") ? "" : "-" + profile,
                                                isDraft ? "-draft" : "")));
        System.out.printf("%s, %d bytes%n", zip, Files.size(zip));
        System.out.printf("Verify it: ./fairlead verify %s --key %s%n", zip, key);
        return 0;
    }

    private JsonNode find(PlatformApi api) {
        String words = wanted == null ? "ANGARA" : wanted;
        for (JsonNode one :
                api.get(CASES + "/cases?limit=200&q=" + PlatformApi.encode(words)).path("items")) {
            if (wanted == null || one.path("number").asText().equalsIgnoreCase(wanted)) {
                return one;
            }
        }
        if (wanted != null && wanted.matches("[0-9a-fA-F-]{36}")) {
            return api.get(CASES + "/cases/" + wanted);
        }
        throw new Refusal(
                wanted == null
                        ? "There is no case about ANGARA; name one, or load it with ./fairlead up."
                        : "There is no case %s for %s.".formatted(wanted, user));
    }
}
