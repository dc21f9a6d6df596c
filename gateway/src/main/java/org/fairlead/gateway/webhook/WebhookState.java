package org.fairlead.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;

enum WebhookState {
    @JsonProperty("active")
    ACTIVE("active"),
    /// Changes are kept for it and told when it goes on.
    @JsonProperty("paused")
    PAUSED("paused"),
    /// Nothing is kept for it.
    @JsonProperty("disabled")
    DISABLED("disabled");

    private final String slug;

    WebhookState(String slug) {
        this.slug = slug;
    }

    String slug() {
        return slug;
    }

    /// @throws IllegalArgumentException for a word the database does not hold
    static WebhookState of(String slug) {
        for (WebhookState state : values()) {
            if (state.slug.equals(slug)) {
                return state;
            }
        }
        throw new IllegalArgumentException("no state of a webhook: " + slug);
    }
}
