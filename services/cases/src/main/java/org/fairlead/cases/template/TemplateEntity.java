package org.fairlead.cases.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.service.json.StrictJson;

@Entity
@Table(name = "case_template")
@SuppressWarnings("NullAway.Init")
class TemplateEntity {

    private static final ObjectMapper JSON = StrictJson.mapper();

    @Id UUID id;
    String team;
    int version;
    String name;

    /// JSON text of a [TemplateContent].
    String content;

    boolean isRetired;
    String changedBy;
    Instant changedAt;

    void show(NewTemplate wanted, String actor, Instant now) {
        name = java.util.Objects.requireNonNull(wanted.name());
        isRetired = Boolean.TRUE.equals(wanted.isRetired());
        changedBy = actor;
        changedAt = now;
        version++;
        try {
            content = JSON.writeValueAsString(wanted.content());
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    Template template() {
        try {
            return new Template(
                    id,
                    version,
                    name,
                    JSON.readValue(content, TemplateContent.class),
                    isRetired,
                    changedBy,
                    changedAt);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
