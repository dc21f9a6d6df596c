package org.fairlead.seas.reach;

import java.util.ArrayList;
import java.util.List;

/// How long a call takes, in hours: just touching, working part of the cargo, all of it.
public record ServiceTimes(double touchHours, double partialHours, double fullHours) {

    public ServiceTimes {
        if (!(touchHours >= 0 && touchHours <= partialHours && partialHours <= fullHours)) {
            throw new IllegalArgumentException(
                    "service times go up from 0: %s, %s, %s"
                            .formatted(touchHours, partialHours, fullHours));
        }
    }

    List<ReachablePort.Service> within(double slackHours) {
        var services = new ArrayList<ReachablePort.Service>();
        if (slackHours >= touchHours) {
            services.add(ReachablePort.Service.TOUCH);
        }
        if (slackHours >= partialHours) {
            services.add(ReachablePort.Service.PARTIAL);
        }
        if (slackHours >= fullHours) {
            services.add(ReachablePort.Service.FULL);
        }
        return services;
    }
}
