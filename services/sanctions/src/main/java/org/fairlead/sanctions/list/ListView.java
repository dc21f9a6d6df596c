package org.fairlead.sanctions.list;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A list as the API shows it: what serves now, how old it is, and how the last files fared.
///
/// @param ageSeconds since the bytes that serve were last seen to be the publisher's
/// @param formats slugs of what it may come as
/// @param warnings how many the version that serves has
/// @param setAside files that came since and wait for two people's decision
/// @param download absent where nothing is downloaded
public record ListView(
        String id,
        String authority,
        String title,
        @Nullable Integer currentVersion,
        int listings,
        int vessels,
        @Nullable Instant publishedAt,
        @Nullable Instant observedAt,
        @Nullable Long ageSeconds,
        @Nullable String format,
        List<String> formats,
        int warnings,
        List<ListVersionView> setAside,
        @Nullable Attempt lastAttempt,
        @Nullable DownloadState download) {

    public ListView {
        formats = List.copyOf(formats);
        setAside = List.copyOf(setAside);
    }

    /// Names what the lists say, their age to the hour.
    static String tag(List<ListView> lists) {
        var text = new StringBuilder();
        for (ListView list : lists) {
            text.append(list.id)
                    .append(list.currentVersion)
                    .append(list.observedAt)
                    .append(list.ageSeconds == null ? "" : list.ageSeconds / 3_600)
                    .append(list.setAside)
                    .append(list.lastAttempt)
                    .append(list.download)
                    .append('\n');
        }
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    /// @param status `accepted`, `unchanged`, `quarantined` or `rejected`
    public record Attempt(String status, @Nullable String reason, Instant at) {}
}
