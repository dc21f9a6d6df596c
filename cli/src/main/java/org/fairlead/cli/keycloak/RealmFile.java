package org.fairlead.cli.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The realm Keycloak imports at its first start, made from the templates beside this class.
///
/// `realm.json` is the platform: teams, roles, scopes and its own clients. `realm-demo.json` adds
/// the demonstration's people, their memberships and clients.
final class RealmFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BLANK = Pattern.compile("\\{\\{(\\w+)}}");

    private RealmFile() {}

    /// @param values what replaces each `{{name}}`; a name without a value is a bug in a template
    static String text(boolean demo, Map<String, String> values) {
        var realm = template("realm.json");
        if (demo) {
            add(template("realm-demo.json"), realm);
        }
        return BLANK.matcher(realm.toPrettyString()).replaceAll(blank -> value(blank, values));
    }

    private static String value(MatchResult blank, Map<String, String> values) {
        var value = values.get(blank.group(1));
        if (value == null) {
            throw new IllegalArgumentException("no value for " + blank.group());
        }
        return java.util.regex.Matcher.quoteReplacement(value);
    }

    private static void add(ObjectNode demo, ObjectNode realm) {
        append(demo, realm, "users");
        append(demo, realm, "clients");
        for (var team : demo.withArray("organizations")) {
            append(team, teamOf(realm, team.path("alias").asText()), "members");
        }
    }

    private static ObjectNode teamOf(ObjectNode realm, String alias) {
        for (var team : realm.withArray("organizations")) {
            if (team.path("alias").asText().equals(alias)) {
                return (ObjectNode) team;
            }
        }
        throw new IllegalArgumentException("realm.json has no team " + alias);
    }

    private static void append(JsonNode from, ObjectNode to, String field) {
        to.withArray(field).addAll((ArrayNode) from.withArray(field));
    }

    private static ObjectNode template(String name) {
        try (var resource = RealmFile.class.getResourceAsStream(name)) {
            var text =
                    new String(
                            Objects.requireNonNull(resource).readAllBytes(),
                            StandardCharsets.UTF_8);
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
