package org.fairlead.cli.platform;

import java.util.List;
import java.util.stream.Stream;
import org.fairlead.cli.kafka.KafkaPart;
import org.fairlead.cli.keycloak.KeycloakPart;
import org.fairlead.cli.part.Part;
import org.fairlead.cli.part.Site;
import org.fairlead.cli.postgresql.PostgresPart;
import org.fairlead.cli.service.ServicePart;

/// The table of everything that runs, in the order it is shown.
final class Parts {

    /// The sea takes 200 MB of it, 20,000 ships that are live at a time 300 MB, and 240,000 of them
    /// 750 MB; with less than three times as much the collector has a fifth of the processors.
    private static final int AIS_HEAP_MEGABYTES = 3_072;

    private Parts() {}

    static List<Part> of(Site site) {
        return Stream.concat(backing(site).stream(), services(site).stream()).toList();
    }

    private static List<Part> backing(Site site) {
        return List.of(new PostgresPart(site), new KafkaPart(site), new KeycloakPart(site));
    }

    private static List<Part> services(Site site) {
        var ports = site.ports();
        return List.of(
                new ServicePart(site, "ais", "services/ais", ports.ais(), AIS_HEAP_MEGABYTES),
                new ServicePart(site, "imagery", "services/imagery", ports.imagery(), 640),
                new ServicePart(site, "sanctions", "services/sanctions", ports.sanctions(), 512),
                new ServicePart(site, "cases", "services/cases", ports.cases(), 384),
                new ServicePart(site, "gateway", "gateway", ports.gateway(), 384));
    }
}
