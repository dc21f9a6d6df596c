package org.fairlead.imagery.association;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// Row of `sighted_visit`: the newest version told.
@Entity
@Table(name = "sighted_visit")
@NullUnmarked
class SightedVisitEntity {

    @Id UUID id;
    int version;
    String record;
}
