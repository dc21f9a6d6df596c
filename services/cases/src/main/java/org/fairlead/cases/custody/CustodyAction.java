package org.fairlead.cases.custody;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fairlead.cases.lifecycle.Slug;

/// What can become of an exhibit.
public enum CustodyAction implements Slug {
    @JsonProperty("collected")
    COLLECTED,
    @JsonProperty("viewed")
    VIEWED,
    @JsonProperty("downloaded")
    DOWNLOADED,
    /// Something was made from it: a translation, a crop.
    @JsonProperty("derived")
    DERIVED,
    /// It left in a dossier.
    @JsonProperty("exported")
    EXPORTED,
    /// Its bytes were held against its hash.
    @JsonProperty("verified")
    VERIFIED,
    /// It was handed to somebody outside.
    @JsonProperty("transferred")
    TRANSFERRED,
    /// A copy or an original was destroyed or given back.
    @JsonProperty("disposed")
    DISPOSED;

    /// Whether people say that it happened; the platform sees the others itself.
    public boolean isStated() {
        return this == DERIVED || this == TRANSFERRED || this == DISPOSED;
    }
}
