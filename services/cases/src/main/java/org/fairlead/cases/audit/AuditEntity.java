package org.fairlead.cases.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.cases.access.TimeOrderedId;
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

    static AuditEntity of(String team, AuditEntry entry) {
        var row = new AuditEntity();
        row.id = TimeOrderedId.at(entry.at());
        row.team = team;
        row.chain = entry.chain();
        row.sequence = entry.sequence();
        row.at = entry.at();
        row.actor = entry.actor();
        row.subject = entry.subject();
        row.action = entry.action();
        row.object = entry.object();
        row.detail = entry.detail();
        row.previousHash = entry.previousHash();
        row.hash = entry.hash();
        row.scope = "CASE";
        return row;
    }

    static AuditEntity ofTeam(String team, AuditEntry entry) {
        AuditEntity row = of(team, entry);
        row.scope = "TEAM";
        return row;
    }

    AuditEntry entry() {
        return new AuditEntry(
                chain, sequence, at, actor, subject, action, object, detail, previousHash, hash);
    }
}
