package org.fairlead.nmea.message;

/// Estimated arrival in UTC as typed by the crew, without a year. Parts not given are 0 (month,
/// day), 24 (hour) and 60 (minute); values are not checked against the calendar.
public record Eta(int month, int day, int hour, int minute) {}
