package org.fairlead.imagery.verdict;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// Row of `verdict_version`; the id is that of the event which told it.
@Entity
@Table(name = "verdict_version")
@NullUnmarked
class VerdictVersionEntity {

    @Id UUID id;
    UUID verdictId;
    int version;
    String record;
}
