package org.fairlead.cases.lead;

import java.time.Duration;
import java.time.Instant;
import org.fairlead.cases.lifecycle.Priority;

/// How long a lead of each priority may wait.
record Urgency(LeadConfig config) {

    Instant dueAt(Priority priority, Instant raisedAt) {
        return raisedAt.plus(within(priority));
    }

    private Duration within(Priority priority) {
        return switch (priority) {
            case URGENT -> config.urgentWithin();
            case HIGH -> config.highWithin();
            case NORMAL -> config.normalWithin();
            case LOW -> config.lowWithin();
        };
    }
}
