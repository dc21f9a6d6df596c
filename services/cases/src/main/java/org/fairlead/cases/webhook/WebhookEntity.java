package org.fairlead.cases.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.cases.access.Acting;
import org.fairlead.service.caller.Caller;
import org.fairlead.service.caller.Role;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "webhook")
@SuppressWarnings("NullAway.Init")
class WebhookEntity {

    @Id UUID id;
    String team;
    String subject;
    String ownerName;
    String client;
    boolean isMachine;
    String roles;
    String scopes;
    String clearance;
    String compartments;
    Instant standingAt;
    String url;
    @Nullable String description;
    String[] kinds = {};
    String secret;
    @Nullable String disabledReason;
    Instant createdAt;

    /// What the owner's token says now.
    void stand(Acting acting, Instant now) {
        Caller caller = acting.caller();
        team = acting.team();
        subject = caller.subject();
        ownerName = caller.username();
        client = caller.client();
        isMachine = caller.isMachine();
        roles =
                caller.teams().getOrDefault(team, Set.of()).stream()
                        .map(Role::slug)
                        .sorted()
                        .collect(Collectors.joining(" "));
        scopes = String.join(" ", caller.scopes());
        clearance = caller.clearance().orElse("");
        compartments = String.join(" ", caller.compartments());
        standingAt = now;
    }

    /// The owner, as their last token had them.
    Acting owner() {
        Set<Role> held =
                words(roles).stream()
                        .map(Role::ofSlug)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet());
        return new Acting(
                new Caller(
                        subject,
                        ownerName,
                        ownerName,
                        client,
                        isMachine,
                        Map.of(team, held),
                        words(scopes),
                        Set.of(),
                        clearance.isEmpty() ? Optional.empty() : Optional.of(clearance),
                        words(compartments)),
                team);
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(text.split(" ", -1)));
    }

    Webhook webhook(Instant believedSince, @Nullable String shownSecret) {
        return new Webhook(
                id,
                url,
                description,
                List.of(kinds),
                ownerName,
                createdAt,
                standingAt,
                standingAt.isBefore(believedSince),
                disabledReason,
                shownSecret);
    }
}
