package org.fairlead.ais.vessel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.fairlead.nmea.identity.Mmsi;
import org.jspecify.annotations.Nullable;

/// What a batch of claims does to the rows that are there.
final class RegisterChange {

    private final Map<UUID, VesselIdentityEntity> identities = new LinkedHashMap<>();
    private final List<VesselIdentityEntity> newIdentities = new ArrayList<>();
    private final Map<UUID, VesselIdentityEntity> changedIdentities = new LinkedHashMap<>();
    private final List<VesselEntity> newVessels = new ArrayList<>();
    private final List<VesselEntity> changedVessels = new ArrayList<>();
    private final List<OutboxEvent> events = new ArrayList<>();

    RegisterChange(
            Map<Integer, List<IdentityClaim>> claims,
            List<VesselEntity> vessels,
            List<VesselIdentityEntity> known) {
        known.forEach(row -> identities.put(row.id, row));
        claims.values().forEach(ofOne -> ofOne.forEach(this::take));
        var byMmsi = new TreeMap<Integer, VesselEntity>();
        vessels.forEach(vessel -> byMmsi.put(vessel.mmsi, vessel));
        var all = new TreeMap<Integer, List<IdentityClaim>>();
        identities
                .values()
                .forEach(row ->
                        all.computeIfAbsent(row.mmsi, any -> new ArrayList<>()).add(row.claim()));
        all.forEach((mmsi, ofOne) -> settle(mmsi, byMmsi.get(mmsi), ofOne));
    }

    private void take(IdentityClaim claim) {
        var row = identities.get(VesselIdentityEntity.idOf(claim));
        if (row == null) {
            row = VesselIdentityEntity.of(claim);
            identities.put(row.id, row);
            newIdentities.add(row);
            return;
        }
        var merged = row.claim().and(claim);
        if (!merged.equals(row.claim())) {
            row.firstSeenAt = merged.firstSeenAt();
            row.lastSeenAt = merged.lastSeenAt();
            if (!newIdentities.contains(row)) {
                changedIdentities.put(row.id, row);
            }
        }
    }

    private void settle(int mmsi, @Nullable VesselEntity there, List<IdentityClaim> claims) {
        var said = IdentityRules.current(claims);
        boolean synthetic = claims.stream().anyMatch(IdentityClaim::synthetic);
        var vessel = there == null ? new VesselEntity() : there;
        boolean isChanged =
                there == null || !said.equals(there.said()) || synthetic != there.synthetic;
        vessel.mmsi = mmsi;
        vessel.say(said);
        vessel.synthetic = synthetic;
        vessel.firstSeenAt =
                claims.stream()
                        .map(IdentityClaim::firstSeenAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        vessel.lastSeenAt =
                claims.stream()
                        .map(IdentityClaim::lastSeenAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        if (isChanged) {
            vessel.version++;
            events.add(event(vessel, claims));
        }
        (there == null ? newVessels : changedVessels).add(vessel);
    }

    private static OutboxEvent event(VesselEntity vessel, List<IdentityClaim> claims) {
        String mmsi = new Mmsi(vessel.mmsi).toString();
        var identity =
                new VesselIdentity(
                        mmsi,
                        vessel.version,
                        vessel.imo,
                        vessel.name,
                        vessel.callSign,
                        vessel.shipTypeCode,
                        vessel.lengthMetres,
                        vessel.beamMetres,
                        Flags.ofMmsi(vessel.mmsi).orElse(null),
                        vessel.firstSeenAt,
                        vessel.lastSeenAt,
                        vessel.synthetic,
                        claims.stream().map(IdentityClaim::source).distinct().sorted().toList());
        return new OutboxEvent(
                OutboxEvent.idOf(VesselIdentity.TYPE, mmsi, vessel.version),
                Topics.AIS_IDENTITIES,
                mmsi,
                VesselIdentity.TYPE,
                identity);
    }

    List<VesselIdentityEntity> newIdentities() {
        return newIdentities;
    }

    List<VesselIdentityEntity> changedIdentities() {
        return List.copyOf(changedIdentities.values());
    }

    List<VesselEntity> newVessels() {
        return newVessels;
    }

    List<VesselEntity> changedVessels() {
        return changedVessels;
    }

    List<OutboxEvent> events() {
        return events;
    }
}
