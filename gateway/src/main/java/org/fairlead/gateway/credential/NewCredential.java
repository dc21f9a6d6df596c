package org.fairlead.gateway.credential;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fairlead.contracts.problem.FieldError;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A wish for a credential.
///
/// @param team whose client it is to be
/// @param name for people, 3 to 60 characters
/// @param scopes one or more of `GET /api/credentials/v1/scopes`
/// @param jwks public keys (RFC 7517) for a client that signs its own tokens; absent: a secret
@Schema(name = "NewCredential")
public record NewCredential(
        @Nullable String team,
        @Nullable String name,
        @Nullable List<String> scopes,
        @Nullable JsonNode jwks) {

    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_JWKS = 20_000;
    private static final int LONGEST_SLUG = 24;

    /// The same, complete and checked.
    record Checked(String team, String name, TreeSet<String> scopes, Optional<String> jwks) {

        /// For the client's id: `ais-feed` of "AIS feed"; `client` where nothing of it remains.
        String slug() {
            String slug =
                    name.toLowerCase(Locale.ROOT)
                            .replaceAll("[^a-z0-9]+", "-")
                            .replaceAll("^-+|-+$", "");
            slug = slug.substring(0, Math.min(LONGEST_SLUG, slug.length()));
            return slug.isEmpty() ? "client" : slug;
        }
    }

    /// @throws ProblemException `invalid`, naming every field that needs a correction
    Checked checked() {
        var errors = new ArrayList<FieldError>();
        String givenTeam = team == null ? "" : team.strip();
        if (givenTeam.isEmpty()) {
            errors.add(new FieldError("/team", "expected the team it is to belong to"));
        }
        String givenName = name == null ? "" : name.strip();
        if (givenName.length() < SHORTEST_NAME
                || givenName.length() > LONGEST_NAME
                || givenName.chars().anyMatch(Character::isISOControl)) {
            errors.add(
                    new FieldError(
                            "/name",
                            "expected %d to %d characters on one line"
                                    .formatted(SHORTEST_NAME, LONGEST_NAME)));
        }
        var wanted = new TreeSet<String>();
        if (scopes == null || scopes.isEmpty()) {
            errors.add(new FieldError("/scopes", "expected one scope or more"));
        } else {
            check(scopes, wanted, errors);
        }
        checkKeys(errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Checked(
                givenTeam, givenName, wanted, Optional.ofNullable(jwks).map(JsonNode::toString));
    }

    private static void check(
            List<String> scopes, TreeSet<String> wanted, List<FieldError> errors) {
        for (int at = 0; at < scopes.size(); at++) {
            String scope = scopes.get(at);
            if (scope == null || Scope.of(scope).isEmpty()) {
                errors.add(
                        new FieldError(
                                "/scopes/" + at,
                                "there is no scope %s; GET /api/credentials/v1/scopes lists them"
                                        .formatted(scope)));
            } else {
                wanted.add(scope);
            }
        }
    }

    /// Private parts (`d`) have no business here, and a symmetric key (`k`) even less.
    private void checkKeys(List<FieldError> errors) {
        if (jwks == null) {
            return;
        }
        JsonNode keys = jwks.path("keys");
        if (!keys.isArray() || keys.isEmpty() || jwks.toString().length() > LONGEST_JWKS) {
            errors.add(
                    new FieldError(
                            "/jwks", "expected a set of public keys: {\"keys\": [{\"kty\": …}]}"));
            return;
        }
        for (int at = 0; at < keys.size(); at++) {
            JsonNode key = keys.get(at);
            if (key.has("d") || key.has("k")) {
                errors.add(
                        new FieldError(
                                "/jwks/keys/" + at, "expected the public half of the key only"));
            } else if (!key.path("kty").isTextual()) {
                errors.add(new FieldError("/jwks/keys/" + at + "/kty", "expected RSA, EC or OKP"));
            }
        }
    }
}
