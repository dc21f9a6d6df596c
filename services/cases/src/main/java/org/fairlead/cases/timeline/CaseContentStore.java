package org.fairlead.cases.timeline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.fairlead.cases.casefile.CaseReadStore;
import org.fairlead.cases.evidence.EvidenceStore;
import org.fairlead.cases.lead.LeadReadStore;
import org.fairlead.cases.record.RecordStore;
import org.hibernate.reactive.mutiny.Mutiny;

/// Reads all of a case.
@ApplicationScoped
public class CaseContentStore {

    private final CaseReadStore cases;
    private final LeadReadStore leads;
    private final EvidenceStore evidence;
    private final RecordStore records;

    @Inject
    CaseContentStore(
            CaseReadStore cases, LeadReadStore leads, EvidenceStore evidence, RecordStore records) {
        this.cases = cases;
        this.leads = leads;
        this.evidence = evidence;
        this.records = records;
    }

    public Uni<CaseContent> of(Mutiny.StatelessSession session, UUID caseId) {
        return leads.allOfCase(session, caseId)
                .chain(someLeads ->
                        evidence.all(session, caseId)
                                .chain(items ->
                                        records.facts(session, caseId)
                                                .chain(facts ->
                                                        records.notes(session, caseId)
                                                                .chain(notes ->
                                                                        cases.history(
                                                                                        session,
                                                                                        caseId)
                                                                                .map(history ->
                                                                                        new CaseContent(
                                                                                                someLeads,
                                                                                                items,
                                                                                                facts,
                                                                                                notes,
                                                                                                history))))));
    }
}
