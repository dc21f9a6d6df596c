package org.fairlead.cases.lead;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.lifecycle.Slug;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.Person;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// One decision about many leads.
record BulkTriage(
        @Nullable Verb action,
        @Nullable List<UUID> leadIds,
        @Nullable String reason,
        @Nullable UUID caseId,
        @Nullable Instant until,
        @Nullable Person assignee) {

    private static final int MOST = 200;

    enum Verb implements Slug {
        @JsonProperty("dismiss")
        DISMISS,
        @JsonProperty("snooze")
        SNOOZE,
        @JsonProperty("reopen")
        REOPEN,
        @JsonProperty("attach")
        ATTACH,
        @JsonProperty("detach")
        DETACH,
        @JsonProperty("assign")
        ASSIGN
    }

    /// What became of one of them.
    record Outcome(UUID id, boolean ok, @Nullable String detail) {}

    record Outcomes(List<Outcome> items) {}

    BulkTriage checked() {
        Verb verb = Fields.required("/action", action);
        List<UUID> ids = Fields.required("/leadIds", leadIds);
        if (ids.isEmpty() || ids.size() > MOST) {
            throw ProblemException.invalid("/leadIds", "expected 1 to " + MOST);
        }
        for (int i = 0; i < ids.size(); i++) {
            Fields.required("/leadIds/" + i, ids.get(i));
        }
        switch (verb) {
            case DISMISS -> Fields.text("/reason", reason, LeadResource.LONGEST_REASON);
            case SNOOZE -> Fields.required("/until", until);
            case ATTACH, DETACH -> Fields.required("/caseId", caseId);
            case REOPEN, ASSIGN -> {}
        }
        return new BulkTriage(
                verb,
                ids.stream().distinct().toList(),
                reason,
                caseId,
                until,
                assignee == null ? null : Person.checked("/assignee", assignee));
    }
}
