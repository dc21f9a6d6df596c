package org.fairlead.ais.ingest;

import org.jspecify.annotations.Nullable;

/// A line that could not be used.
///
/// @param line from 1
/// @param reason lower-kebab, stable
/// @param detail one sentence for the person who uploaded the file
/// @param text its first 120 characters, `.` for what cannot be printed; absent when it had passed
///   by before it was given up
public record RejectedLine(long line, String reason, String detail, @Nullable String text) {}
