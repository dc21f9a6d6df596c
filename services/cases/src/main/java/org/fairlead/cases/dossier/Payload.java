package org.fairlead.cases.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.cases.audit.AuditLogStore;
import org.fairlead.cases.casefile.CaseFile;
import org.fairlead.cases.timeline.CaseContent;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.proof.bag.Content;

/// Everything a dossier is made of, read in one transaction. Only what belongs to the version:
/// nothing that depends on the day, on the reader or on other cases, so that one version gives the
/// same bytes for ever.
///
/// @param records frozen bytes by evidence id
/// @param audit up to the change that made this version
/// @param checkpoint the first that covers that change; absent where the platform has no key
/// @param proofs that those entries are under the checkpoint
/// @param custody what became of each exhibit, up to the same change
record Payload(
        CaseFile view,
        CaseContent content,
        Map<UUID, Content> records,
        List<AuditEntry> audit,
        Optional<AuditLogStore.Kept> checkpoint,
        List<AuditLogStore.Inclusion> proofs,
        Map<UUID, List<AuditEntry>> custody,
        Profile profile,
        boolean isDraft) {

    Payload withoutTimestamp() {
        return new Payload(
                view,
                content,
                records,
                audit,
                checkpoint.map(kept ->
                        new AuditLogStore.Kept(
                                kept.size(), kept.note(), kept.madeAt(), Optional.empty())),
                proofs,
                custody,
                profile,
                isDraft);
    }

    /// Who did and who read what, up to the change that made this version. What was read since
    /// belongs to the next one, or no two exports would be the same.
    static List<AuditEntry> ofVersion(List<AuditEntry> audit) {
        int last = 0;
        for (AuditEntry entry : audit) {
            last = entry.isRead() ? last : entry.sequence();
        }
        int end = last;
        return audit.stream().filter(entry -> entry.sequence() <= end).toList();
    }
}
