package org.fairlead.cases.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;
import org.fairlead.cases.lifecycle.Slug;

/// What can be frozen, which service holds it, and under which paths: the only addresses this
/// service ever fetches.
public enum EvidenceKind implements Slug {
    @JsonProperty("silence")
    SILENCE("ais", "activities/" + Segment.ANY + "(/versions)?"),
    @JsonProperty("activity")
    ACTIVITY("ais", "activities/" + Segment.ANY + "(/versions|/why)?"),
    @JsonProperty("vessel")
    VESSEL("ais", "vessels/[0-9]{9}"),
    @JsonProperty("track")
    TRACK("ais", "vessels/[0-9]{9}/track"),
    @JsonProperty("sighting")
    SIGHTING("imagery", "sightings/" + Segment.ANY + "(/candidates)?"),
    @JsonProperty("verdict")
    VERDICT("imagery", "verdicts/" + Segment.ANY + "(/versions)?"),
    @JsonProperty("match")
    MATCH("sanctions", "matches(/" + Segment.ANY + ")?"),
    @JsonProperty("listing")
    LISTING(
            "sanctions",
            "listings(/"
                    + Segment.ANY
                    + "/"
                    + Segment.ANY
                    + "(/versions)?)?"
                    + "|vessels/[0-9]{7}/listings"),
    /// Uploaded; nothing is fetched for it.
    @JsonProperty("file")
    FILE("upload", "(?!)");

    private static final class Segment {
        /// One path segment that does not begin with a dot: no `..`, no encoded slash.
        static final String ANY = "[A-Za-z0-9_~:-][A-Za-z0-9._~:-]*";
    }

    private static final String QUERY = "(\\?[A-Za-z0-9._~=&:,+%-]*)?";

    private final String service;
    private final Pattern address;

    EvidenceKind(String service, String path) {
        this.service = service;
        this.address = Pattern.compile("/api/" + service + "/v1/(" + path + ")" + QUERY);
    }

    public String service() {
        return service;
    }

    boolean holds(String href) {
        return address.matcher(href).matches();
    }
}
