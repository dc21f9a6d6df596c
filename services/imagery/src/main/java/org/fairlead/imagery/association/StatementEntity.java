package org.fairlead.imagery.association;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// Row of `association_statement`: what one person said; `said_by` is the identity provider's id.
@Entity
@Table(name = "association_statement")
@NullUnmarked
class StatementEntity {

    @Id UUID id;
    UUID associationId;
    String stance;
    String reason;
    UUID verdictId;
    Integer verdictVersion;
    String saidBy;
    String username;
    Instant saidAt;
    Instant withdrawnAt;
}
