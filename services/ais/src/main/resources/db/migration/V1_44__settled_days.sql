-- A day that is over is settled: in pieces of an hour or so, numbered -86400 to -1 by the second of the day in which they
-- begin. What lies as it came is numbered from 0; this finds the days of which something does. No column of it ever
-- changes, so it costs an entry for a ship's day and nothing for what is added to it.
create index track_segment_unsettled on track_segment (day, mmsi) where part = 0;
