package org.fairlead.gateway.credential;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What clients are now, asked anew when the last answer is older than `gateway.credentials.fresh`.
@ApplicationScoped
public class Standings {

    private record Answer(Optional<Standing> standing, Instant at) {}

    private final CredentialStore store;
    private final CredentialConfig config;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    Standings(CredentialStore store, CredentialConfig config) {
        this.store = store;
        this.config = config;
    }

    /// Blocks. Empty for a client that is no more, or is switched off.
    ///
    /// @throws RuntimeException when the identity provider does not say
    public Optional<Standing> of(String clientId) {
        Instant now = clock.instant();
        Answer known = answers.get(clientId);
        if (known != null && known.at.plus(config.fresh()).isAfter(now)) {
            return known.standing;
        }
        var standing = store.standing(clientId);
        answers.put(clientId, new Answer(standing, now));
        return standing;
    }

    void forget(String clientId) {
        answers.remove(clientId);
    }
}
