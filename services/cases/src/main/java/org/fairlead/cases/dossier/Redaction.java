package org.fairlead.cases.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Takes out of the register what its profile withholds, and lists it by id with the reason.
final class Redaction {

    private static final Set<String> NAMES =
            Set.of(
                    "author",
                    "changedBy",
                    "collectedBy",
                    "assessedBy",
                    "addedBy",
                    "attachedBy",
                    "openedBy",
                    "actor",
                    "by");
    private static final Set<String> DESK_FIELDS =
            Set.of(
                    "notes",
                    "history",
                    "leads",
                    "compartments",
                    "tags",
                    "customFields",
                    "investigator",
                    "investigatorName",
                    "holdReason",
                    "heldBy",
                    "heldAt",
                    "hold",
                    "work");

    private final Profile profile;
    private final Licences licences;
    private final List<Withheld> withheld = new ArrayList<>();
    private final Map<String, String> people = new HashMap<>();

    private Redaction(Profile profile, Licences licences) {
        this.profile = profile;
        this.licences = licences;
    }

    /// @param what kind of thing, `evidence` for example
    record Withheld(String id, String what, String reason) {}

    /// Changes the register in place.
    static List<Withheld> apply(ObjectNode register, Profile profile, Licences licences) {
        var redaction = new Redaction(profile, licences);
        redaction.evidence(register);
        if (profile.isRedacted()) {
            redaction.desk(register);
        }
        ArrayNode list = register.putArray("withheld");
        for (Withheld one : redaction.withheld) {
            list.addObject()
                    .put("id", one.id())
                    .put("what", one.what())
                    .put("reason", one.reason());
        }
        return List.copyOf(redaction.withheld);
    }

    private void evidence(ObjectNode register) {
        for (JsonNode item : register.path("evidence")) {
            String licence = item.path("licence").textValue();
            Optional<String> reason = licences.withheld(licence, profile);
            if (reason.isPresent()) {
                ((ObjectNode) item).remove("file");
                ((ObjectNode) item).put("withheld", reason.get());
                withhold(item, "evidence", reason.get());
            }
        }
    }

    private void withhold(JsonNode item, String what, String reason) {
        withheld.add(new Withheld(item.path("id").asText(), what, reason));
    }

    private void desk(ObjectNode register) {
        String inside = "the %s profile leaves out the desk's own work".formatted(profile.slug());
        register.path("notes").forEach(note -> withhold(note, "note", inside));
        register.path("leads").forEach(lead -> withhold(lead, "lead", inside));
        register.path("history").forEach(step -> withhold(step, "history", inside));
        register.remove(DESK_FIELDS);
        remove(
                register,
                "findings",
                finding -> !finding.path("state").asText().equals("accepted"),
                "finding",
                "only accepted findings leave the organisation");
        if (profile == Profile.PUBLIC) {
            remove(
                    register,
                    "subjects",
                    subject -> subject.path("kind").asText().equals("person"),
                    "subject",
                    "a person is not named in public");
        }
        relations(register);
        Set<String> ours = new HashSet<>(Set.of("note", "change"));
        keep(register, "timeline", item -> !ours.contains(item.path("kind").asText()));
        for (JsonNode item : register.path("evidence")) {
            ((ObjectNode) item).remove("note");
        }
        anonymous(register);
    }

    /// A relation names two subjects: without both it says nothing that may be said.
    private void relations(ObjectNode register) {
        Set<String> named = new HashSet<>();
        register.path("subjects").forEach(subject -> named.add(subject.path("id").asText()));
        remove(
                register,
                "relations",
                relation ->
                        !named.contains(relation.path("source").asText())
                                || !named.contains(relation.path("target").asText()),
                "relation",
                "it names a subject that is withheld");
        for (JsonNode relation : register.path("relations")) {
            ((ObjectNode) relation).remove("note");
        }
    }

    private void remove(
            ObjectNode register,
            String list,
            Predicate<JsonNode> isWithheld,
            String what,
            String reason) {
        register.path(list)
                .forEach(item -> {
                    if (isWithheld.test(item)) {
                        withhold(item, what, reason);
                    }
                });
        keep(register, list, isWithheld.negate());
    }

    private static void keep(ObjectNode register, String list, Predicate<JsonNode> isKept) {
        Iterator<JsonNode> items = register.path(list).iterator();
        while (items.hasNext()) {
            if (!isKept.test(items.next())) {
                items.remove();
            }
        }
    }

    /// Whoever worked on the case is told apart and not named.
    private void anonymous(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String field : NAMES) {
                JsonNode name = object.get(field);
                if (name != null && name.isTextual()) {
                    object.put(field, alias(name.textValue()));
                }
            }
        }
        node.forEach(this::anonymous);
    }

    private String alias(String name) {
        return people.computeIfAbsent(name, known -> "investigator " + (people.size() + 1));
    }
}
