package org.fairlead.imagery.silence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/// Row of `vessel`; the lists are written with commas.
@Entity
@Table(name = "vessel")
@NullUnmarked
class VesselEntity {

    @Id String mmsi;
    int version;
    String record;
    String lengths;
    String imos;
}
