package org.fairlead.cases.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.proof.audit.AuditEntry;

@Entity
@Table(name = "audit")
@SuppressWarnings("NullAway.Init")
class AuditEntity {

    @Id UUID id;
    String team;
    UUID chain;
    int sequence;
    Instant at;
    String actor;
    String subject;
    String action;
    String object;
    String detail;
    String previousHash;
    String hash;

    /// `CASE` for a case or a lead, `TEAM` for what somebody listed.
    String scope;

    AuditEntry entry() {
        return new AuditEntry(
                chain, sequence, at, actor, subject, action, object, detail, previousHash, hash);
    }
}
