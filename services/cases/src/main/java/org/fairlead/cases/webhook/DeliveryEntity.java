package org.fairlead.cases.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "webhook_delivery")
@SuppressWarnings("NullAway.Init")
class DeliveryEntity {

    @Id UUID id;
    String team;
    UUID webhookId;
    UUID eventId;
    String kind;
    @Nullable UUID caseId;
    @Nullable UUID leadId;
    int version;
    Instant eventAt;

    @Enumerated(EnumType.STRING)
    DeliveryState state;

    int attempts;
    Instant nextAt;
    @Nullable Integer lastStatus;
    @Nullable String lastError;
    @Nullable Instant deliveredAt;

    /// Ids and the kind: who may know more asks for it.
    String body() {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        if (caseId != null) {
            data.put("caseId", caseId.toString());
        }
        if (leadId != null) {
            data.put("leadId", leadId.toString());
        }
        data.put("version", version);
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "fairlead.cases." + kind)
                .put("timestamp", eventAt.toString())
                .<ObjectNode>set("data", data)
                .toString();
    }

    Delivery delivery() {
        return new Delivery(
                id,
                kind,
                caseId,
                leadId,
                eventAt,
                state,
                attempts,
                state == DeliveryState.WAITING ? nextAt : null,
                lastStatus,
                lastError,
                deliveredAt);
    }
}
