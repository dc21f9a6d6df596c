package org.fairlead.cases.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fairlead.cases.lifecycle.Slug;

/// Why somebody is told.
public enum NotificationKind implements Slug {
    @JsonProperty("mentioned")
    MENTIONED,
    @JsonProperty("task-assigned")
    TASK_ASSIGNED,
    @JsonProperty("lead-assigned")
    LEAD_ASSIGNED,
    @JsonProperty("lead-escalated")
    LEAD_ESCALATED,
    @JsonProperty("watch-matched")
    WATCH_MATCHED,
    /// Another team works on a hull of the case, and both let it be known.
    @JsonProperty("same-hull")
    SAME_HULL,
    @JsonProperty("handed-over")
    HANDED_OVER,
    @JsonProperty("disposal-proposed")
    DISPOSAL_PROPOSED
}
