package org.fairlead.cases.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fairlead.cases.lifecycle.Slug;

/// What can be found.
public enum FoundKind implements Slug {
    @JsonProperty("case")
    CASE,
    @JsonProperty("subject")
    SUBJECT,
    @JsonProperty("note")
    NOTE,
    @JsonProperty("fact")
    FACT,
    @JsonProperty("evidence")
    EVIDENCE,
    @JsonProperty("finding")
    FINDING,
    @JsonProperty("question")
    QUESTION,
    @JsonProperty("task")
    TASK,
    @JsonProperty("lead")
    LEAD
}
