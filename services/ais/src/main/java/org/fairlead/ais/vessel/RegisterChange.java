package org.fairlead.ais.vessel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Map<UUID, VesselIdentityEntity> newIdentities = new LinkedHashMap<>();
    private final Map<UUID, VesselIdentityEntity> changedIdentities = new LinkedHashMap<>();
    private final List<VesselEntity> newVessels = new ArrayList<>();
    private final List<VesselEntity> changedVessels = new ArrayList<>();
    private final Map<Integer, Map<UUID, VesselDraughtEntity>> draughts = new HashMap<>();
    private final Map<UUID, VesselDraughtEntity> newDraughts = new LinkedHashMap<>();
    private final Map<UUID, VesselDraughtEntity> changedDraughts = new LinkedHashMap<>();
    private final Set<Integer> withNews = new HashSet<>();
    private final List<OutboxEvent> events = new ArrayList<>();

    RegisterChange(Map<Integer, List<IdentityClaim>> claims, RegisterStore.There there) {
        there.identities().forEach(row -> identities.put(row.id, row));
        there.draughts()
                .forEach(row ->
                        draughts.computeIfAbsent(row.mmsi, any -> new LinkedHashMap<>())
                                .put(row.id, row));
        claims.values().forEach(ofOne -> ofOne.forEach(this::takeDraught));
        claims.values().forEach(ofOne -> ofOne.forEach(claim -> take(claim.withoutDraught())));
        var byMmsi = new TreeMap<Integer, VesselEntity>();
        there.vessels().forEach(vessel -> byMmsi.put(vessel.mmsi, vessel));
        var all = new TreeMap<Integer, List<IdentityClaim>>();
        identities
                .values()
                .forEach(row ->
                        all.computeIfAbsent(row.mmsi, any -> new ArrayList<>()).add(row.claim()));
        all.forEach((mmsi, ofOne) -> settle(mmsi, byMmsi.get(mmsi), ofOne));
    }

    private void takeDraught(IdentityClaim claim) {
        if (claim.said().draughtDecimetres() == null) {
            return;
        }
        var row = VesselDraughtEntity.of(claim);
        var ofShip = draughts.computeIfAbsent(row.mmsi, any -> new LinkedHashMap<>());
        var there = ofShip.get(row.id);
        if (there == null) {
            // The same draught on another day is no news; another one is.
            boolean isNews =
                    ofShip.values().stream()
                            .filter(one -> !one.firstSeenAt.isAfter(row.firstSeenAt))
                            .max(Comparator.comparing(one -> one.firstSeenAt))
                            .map(one -> one.decimetres != row.decimetres)
                            .orElse(true);
            if (isNews) {
                withNews.add(row.mmsi);
            }
            ofShip.put(row.id, row);
            newDraughts.put(row.id, row);
        } else if (there.widen(row) && !newDraughts.containsKey(row.id)) {
            changedDraughts.put(row.id, there);
        }
    }

    private void take(IdentityClaim claim) {
        var row = identities.get(VesselIdentityEntity.idOf(claim));
        if (row == null) {
            withNews.add(claim.mmsi());
            row = VesselIdentityEntity.of(claim);
            identities.put(row.id, row);
            newIdentities.put(row.id, row);
            return;
        }
        var merged = row.claim().and(claim);
        if (!merged.equals(row.claim())) {
            row.firstSeenAt = merged.firstSeenAt();
            row.lastSeenAt = merged.lastSeenAt();
            if (!newIdentities.containsKey(row.id)) {
                changedIdentities.put(row.id, row);
            }
        }
    }

    private void settle(int mmsi, @Nullable VesselEntity there, List<IdentityClaim> claims) {
        var said = IdentityRules.current(claims);
        boolean synthetic = claims.stream().anyMatch(IdentityClaim::synthetic);
        var first =
                claims.stream()
                        .map(IdentityClaim::firstSeenAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        var last =
                claims.stream()
                        .map(IdentityClaim::lastSeenAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        boolean isChanged =
                there == null
                        || !said.equals(there.said())
                        || synthetic != there.synthetic
                        || withNews.contains(mmsi);
        if (there != null
                && !isChanged
                && first.equals(there.firstSeenAt)
                && last.equals(there.lastSeenAt)) {
            return;
        }
        var vessel = there == null ? new VesselEntity() : there;
        vessel.mmsi = mmsi;
        vessel.say(said);
        vessel.synthetic = synthetic;
        vessel.firstSeenAt = first;
        vessel.lastSeenAt = last;
        if (isChanged) {
            vessel.version++;
            addEvents(vessel, claims);
        }
        (there == null ? newVessels : changedVessels).add(vessel);
    }

    private void addEvents(VesselEntity vessel, List<IdentityClaim> claims) {
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
                        claims.stream().map(IdentityClaim::source).distinct().sorted().toList(),
                        Past.tuples(claims),
                        Past.spells(draughts.getOrDefault(vessel.mmsi, Map.of()).values()));
        events.add(event(Topics.AIS_IDENTITIES, identity));
        // Repeated among the activities: what joins the two reads one partition in order.
        events.add(event(Topics.AIS_ACTIVITIES, identity));
    }

    private static OutboxEvent event(String topic, VesselIdentity identity) {
        return new OutboxEvent(
                topic.equals(Topics.AIS_IDENTITIES)
                        ? OutboxEvent.idOf(VesselIdentity.TYPE, identity.mmsi(), identity.version())
                        : OutboxEvent.idOf(
                                VesselIdentity.TYPE, identity.mmsi(), identity.version(), topic),
                topic,
                identity.mmsi(),
                VesselIdentity.TYPE,
                identity);
    }

    List<VesselDraughtEntity> newDraughts() {
        return List.copyOf(newDraughts.values());
    }

    List<VesselDraughtEntity> changedDraughts() {
        return List.copyOf(changedDraughts.values());
    }

    List<VesselIdentityEntity> newIdentities() {
        return List.copyOf(newIdentities.values());
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
