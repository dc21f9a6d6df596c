package org.fairlead.cases.lead;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "case_lead")
@SuppressWarnings("NullAway.Init")
class CaseLeadEntity {

    @Id UUID id;
    String team;
    UUID caseId;
    UUID leadId;
    String attachedBy;
    Instant attachedAt;
}
