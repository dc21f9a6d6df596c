package org.fairlead.nmea;

import static org.assertj.core.api.Assertions.assertThat;

import dk.dma.ais.binary.SixbitException;
import dk.dma.ais.message.AisMessage;
import dk.dma.ais.message.AisMessage10;
import dk.dma.ais.message.AisMessage12;
import dk.dma.ais.message.AisMessage14;
import dk.dma.ais.message.AisMessage17;
import dk.dma.ais.message.AisMessage18;
import dk.dma.ais.message.AisMessage19;
import dk.dma.ais.message.AisMessage21;
import dk.dma.ais.message.AisMessage24;
import dk.dma.ais.message.AisMessage27;
import dk.dma.ais.message.AisMessage5;
import dk.dma.ais.message.AisMessage6;
import dk.dma.ais.message.AisMessage7;
import dk.dma.ais.message.AisMessage8;
import dk.dma.ais.message.AisMessage9;
import dk.dma.ais.message.AisMessageException;
import dk.dma.ais.message.AisPosition;
import dk.dma.ais.message.AisPositionMessage;
import dk.dma.ais.message.AisStaticCommon;
import dk.dma.ais.message.UTCDateResponseMessage;
import dk.dma.ais.sentence.SentenceException;
import dk.dma.ais.sentence.Vdm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.fairlead.nmea.field.Rendering;
import org.fairlead.nmea.field.Values;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sentence by sentence against AisLib of the Danish Maritime Authority: wherever it decodes a
/// message, every field it has must be ours.
class AisLibDifferentialTest {

    private static final List<Integer> ITS_TYPES =
            List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 17, 18, 19, 21, 24, 27);

    @Test
    void agreesOnRandomMessagesOfEveryTypeItKnows() {
        var sentences = new RandomSentences(219_000_000);
        var lines = new ArrayList<String>();
        for (var round = 0; round < 500; round++) {
            ITS_TYPES.forEach(type -> lines.addAll(sentences.of(type)));
        }

        var compared = compare("random", lines);

        assertThat(compared.keySet()).containsAll(ITS_TYPES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aishub-3min-part1-40k.nmea",
                "dma-2013-pghp-part1.nmea",
                "exactearth-sat-2012-1.nmea",
                "bcl-seattle.nmea",
                "gpsd-ais-nmea.nmea"
            })
    void agreesOnRecordedTraffic(String file) throws IOException {
        var lines = Files.readAllLines(RealData.file(file), StandardCharsets.ISO_8859_1);

        assertThat(compare(file, lines)).isNotEmpty();
    }

    /// How many messages of each type were compared.
    private static Map<Integer, Integer> compare(String name, List<String> lines) {
        var reader = new AisReader();
        var compared = new TreeMap<Integer, Integer>();
        var refused = new TreeMap<Integer, Integer>();
        var differences = new ArrayList<String>();
        var vdm = new Vdm();
        for (var line : lines) {
            var reading = reader.readAll(line).getLast();
            if (line.startsWith("$") || line.startsWith("\\") || line.indexOf('!') < 0) {
                continue;
            }
            vdm = isSequel(line) ? vdm : new Vdm();
            if (!(reading instanceof Reading.Decoded decoded)) {
                parse(vdm, line);
                continue;
            }
            var theirs = parse(vdm, line) ? theirs(vdm) : Optional.<Map<String, Object>>empty();
            var type = decoded.message().type();
            if (theirs.isEmpty()) {
                refused.merge(type, 1, Integer::sum);
                continue;
            }
            var ours = ours(reader, type);
            compared.merge(type, 1, Integer::sum);
            theirs.get()
                    .forEach((field, value) -> {
                        if (!Objects.equals(ours.get(field), value)) {
                            differences.add(
                                    "%d %s: theirs %s, ours %s: %s"
                                            .formatted(type, field, value, ours.get(field), line));
                        }
                    });
        }
        System.out.printf(
                "AisLib on %s: compared %s, refused by it %s, differences %d%n",
                name, compared, refused, differences.size());
        assertThat(differences).isEmpty();
        return compared;
    }

    private static boolean isSequel(String line) {
        var fields = line.split(",", 4);
        return fields.length > 2 && !fields[2].equals("1");
    }

    private static boolean parse(Vdm vdm, String line) {
        try {
            return vdm.parse(line) == 0;
        } catch (SentenceException | RuntimeException refused) {
            return false;
        }
    }

    private static Map<String, Object> ours(AisReader reader, int type) {
        return Values.of(type, reader.bits(), Rendering.RAW);
    }

    private static Optional<Map<String, Object>> theirs(Vdm vdm) {
        try {
            return Optional.ofNullable(AisMessage.getInstance(vdm))
                    .map(AisLibDifferentialTest::fields);
        } catch (AisMessageException | SixbitException | RuntimeException refused) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> fields(AisMessage message) {
        var f = new LinkedHashMap<String, Object>();
        f.put("type", message.getMsgId());
        f.put("repeat", message.getRepeat());
        f.put("mmsi", message.getUserId());
        switch (message) {
            case AisPositionMessage m -> {
                f.put("status", m.getNavStatus());
                f.put("speed", m.getSog());
                place(f, m.getPosAcc(), m.getPos());
                f.put("course", m.getCog());
                f.put("heading", m.getTrueHeading());
                f.put("second", m.getUtcSec());
                f.put("maneuver", m.getSpecialManIndicator());
                f.put("raim", m.getRaim() == 1);
            }
            case UTCDateResponseMessage m -> {
                f.put(
                        "timestamp",
                        "%04d-%02d-%02dT%02d:%02d:%02dZ"
                                .formatted(
                                        m.getUtcYear(),
                                        m.getUtcMonth(),
                                        m.getUtcDay(),
                                        m.getUtcHour(),
                                        m.getUtcMinute(),
                                        m.getUtcSecond()));
                place(f, m.getPosAcc(), m.getPos());
                f.put("epfd", m.getPosType());
                f.put("raim", m.getRaim() == 1);
            }
            case AisMessage5 m -> {
                f.put("ais_version", m.getVersion());
                f.put("imo", (int) m.getImo());
                identity(f, m);
                f.put("epfd", m.getPosType());
                f.put("draught", m.getDraught());
                f.put("destination", text(m.getDest()));
                f.put("dte", m.getDte());
            }
            case AisMessage6 m -> {
                f.put("seqno", m.getSeqNum());
                f.put("dest_mmsi", (int) m.getDestination());
                f.put("retransmit", m.getRetransmit() == 1);
                f.put("dac", m.getDac());
                f.put("fid", m.getFi());
            }
            case AisMessage7 m -> {
                f.put("mmsi1", (int) m.getDest1());
                f.put("mmsi2", (int) m.getDest2());
                f.put("mmsi3", (int) m.getDest3());
                f.put("mmsi4", (int) m.getDest4());
            }
            case AisMessage8 m -> {
                f.put("dac", m.getDac());
                f.put("fid", m.getFi());
            }
            case AisMessage9 m -> {
                f.put("alt", m.getAltitude());
                f.put("speed", m.getSog());
                place(f, m.getPosAcc(), m.getPos());
                f.put("course", m.getCog());
                f.put("second", m.getUtcSec());
                f.put("regional", m.getRegionalReserved());
                f.put("dte", m.getDte());
                f.put("assigned", m.getAssigned() == 1);
                f.put("raim", m.getRaim() == 1);
            }
            case AisMessage10 m -> f.put("dest_mmsi", m.getDestination());
            case AisMessage12 m -> {
                f.put("seqno", m.getSeqNum());
                f.put("dest_mmsi", (int) m.getDestination());
                f.put("retransmit", m.getRetransmit() == 1);
                f.put("text", text(m.getMessage()));
            }
            case AisMessage14 m -> f.put("text", text(m.getMessage()));
            case AisMessage17 m -> {
                f.put("lon", signed(m.getLon(), 18));
                f.put("lat", signed(m.getLat(), 17));
            }
            case AisMessage18 m -> {
                f.put("speed", m.getSog());
                place(f, m.getPosAcc(), m.getPos());
                f.put("course", m.getCog());
                f.put("heading", m.getTrueHeading());
                f.put("second", m.getUtcSec());
                f.put("cs", m.getClassBUnitFlag() == 1);
                f.put("display", m.getClassBDisplayFlag() == 1);
                f.put("dsc", m.getClassBDscFlag() == 1);
                f.put("band", m.getClassBBandFlag() == 1);
                f.put("msg22", m.getClassBMsg22Flag() == 1);
                f.put("assigned", m.getModeFlag() == 1);
                f.put("raim", m.getRaim() == 1);
            }
            case AisMessage19 m -> {
                f.put("speed", m.getSog());
                place(f, m.getPosAcc(), m.getPos());
                f.put("course", m.getCog());
                f.put("heading", m.getTrueHeading());
                f.put("second", m.getUtcSec());
                f.put("shipname", text(m.getName()));
                f.put("shiptype", m.getShipType());
                dimensions(f, m.getDimBow(), m.getDimStern(), m.getDimPort(), m.getDimStarboard());
                f.put("epfd", m.getPosType());
                f.put("raim", m.getRaimFlag() == 1);
                f.put("dte", m.getDte());
                f.put("assigned", m.getModeFlag() == 1);
            }
            case AisMessage21 m -> {
                f.put("aid_type", m.getAtonType());
                place(f, m.getPosAcc(), m.getPos());
                dimensions(f, m.getDimBow(), m.getDimStern(), m.getDimPort(), m.getDimStarboard());
                f.put("epfd", m.getPosType());
                f.put("second", m.getUtcSec());
                f.put("off_position", m.getOffPosition() == 1);
                f.put("regional", m.getRegional());
                f.put("raim", m.getRaim() == 1);
                f.put("virtual_aid", m.getVirtual() == 1);
                f.put("assigned", m.getAssigned() == 1);
            }
            case AisMessage24 m when m.getPartNumber() == 0 -> f.put("shipname", text(m.getName()));
            case AisMessage24 m when m.getPartNumber() == 1 -> {
                f.put("shiptype", m.getShipType());
                f.put("callsign", text(m.getCallsign()));
                if (m.getUserId() / 10_000_000 != 98) {
                    dimensions(
                            f, m.getDimBow(), m.getDimStern(), m.getDimPort(), m.getDimStarboard());
                }
            }
            case AisMessage27 m -> {
                f.put("accuracy", m.getPosAcc() == 1);
                f.put("raim", m.getRaim() == 1);
                f.put("status", m.getNavStatus());
                f.put("speed", m.getSog());
                f.put("course", m.getCog());
                f.put("gnss", m.getGnssPosStatus() == 1);
            }
            default -> {}
        }
        return f;
    }

    private static void place(Map<String, Object> f, int accuracy, AisPosition place) {
        f.put("accuracy", accuracy == 1);
        f.put("lon", (int) place.getLongitude());
        f.put("lat", (int) place.getLatitude());
    }

    private static void identity(Map<String, Object> f, AisStaticCommon m) {
        f.put("callsign", text(m.getCallsign()));
        f.put("shipname", text(m.getName()));
        f.put("shiptype", m.getShipType());
        dimensions(f, m.getDimBow(), m.getDimStern(), m.getDimPort(), m.getDimStarboard());
    }

    private static void dimensions(
            Map<String, Object> f, int bow, int stern, int port, int starboard) {
        f.put("to_bow", bow);
        f.put("to_stern", stern);
        f.put("to_port", port);
        f.put("to_starboard", starboard);
    }

    private static int signed(int value, int bits) {
        return value << (32 - bits) >> (32 - bits);
    }

    /// AisLib gives texts as sent, `@` and blanks at the end included.
    private static String text(@Nullable String sent) {
        var text = sent == null ? "" : sent;
        var end = text.indexOf('@');
        return (end < 0 ? text : text.substring(0, end)).stripTrailing();
    }
}
