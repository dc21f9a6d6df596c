package org.fairlead.nmea.identity;

/// A flag or administration.
///
/// @param code ISO 3166-1, two letters
/// @param name in English
public record Flag(String code, String name) {}
