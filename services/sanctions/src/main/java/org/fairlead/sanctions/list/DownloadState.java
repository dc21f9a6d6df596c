package org.fairlead.sanctions.list;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the last download of a list went.
///
/// @param outcome `taken`, `not-modified` or `failed`
/// @param failures in a row
public record DownloadState(
        String url,
        Instant attemptedAt,
        String outcome,
        @Nullable String detail,
        int failures,
        Instant nextAt) {}
