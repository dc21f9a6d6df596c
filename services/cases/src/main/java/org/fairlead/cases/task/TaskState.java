package org.fairlead.cases.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fairlead.cases.lifecycle.Slug;

/// How far a task is. Any state may follow any other: a task done too early is taken up again.
public enum TaskState implements Slug {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("in-progress")
    IN_PROGRESS,
    @JsonProperty("done")
    DONE,
    /// Not to be done after all.
    @JsonProperty("dropped")
    DROPPED;

    public boolean isSettled() {
        return this == DONE || this == DROPPED;
    }
}
