package org.fairlead.cases.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fairlead.cases.lifecycle.Slug;

/// What became of telling one address of one change.
enum DeliveryState implements Slug {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("delivered")
    DELIVERED,
    /// Tried for as long as it is tried, in vain.
    @JsonProperty("failed")
    FAILED,
    /// The owner did not see it when it was to be sent. Shown to nobody.
    @JsonProperty("withheld")
    WITHHELD
}
