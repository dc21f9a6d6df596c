create index vessel_track_last on vessel_track (last_latitude, last_longitude);
