-- Leads that a ship's name or number may still complete: looked up whenever ships say who they are.
create index lead_unnamed on lead (mmsi) where vessel_name is null or imo is null;
