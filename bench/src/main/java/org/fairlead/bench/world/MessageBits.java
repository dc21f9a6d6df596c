package org.fairlead.bench.world;

import java.util.Arrays;

/// The bits of one message, most significant first (ITU-R M.1371-5, annex 8), written without
/// garbage. A second hand beside the decoder's own encoder, so that the two check each other.
final class MessageBits {

    static final int BYTES = 54;

    static final int STATIC_B = 24;

    final byte[] bytes = new byte[BYTES];
    int size;

    private void start(int type, int mmsi) {
        Arrays.fill(bytes, (byte) 0);
        size = 0;
        put(type, 6).put(0, 2).put(mmsi, 30);
    }

    int type() {
        return (bytes[0] & 0xff) >> 2;
    }

    int mmsi() {
        int bits = 0;
        for (int i = 1; i <= 4; i++) {
            bits = bits << 8 | bytes[i] & 0xff;
        }
        return bits >>> 2;
    }

    private MessageBits put(int value, int width) {
        int left = width;
        while (left > 0) {
            int room = 8 - (size & 7);
            int take = Math.min(room, left);
            int chunk = value >>> (left - take) & (1 << take) - 1;
            bytes[size >> 3] |= (byte) (chunk << room - take);
            size += take;
            left -= take;
        }
        return this;
    }

    private MessageBits text(String text, int characters) {
        for (int i = 0; i < characters; i++) {
            int c = i < text.length() ? text.charAt(i) : '@';
            put(c >= 64 ? c - 64 : c, 6);
        }
        return this;
    }

    static int tenths(double value) {
        return (int) Math.round(value * 10);
    }

    private static int tenthOfDegree(double degrees) {
        return tenths(degrees) % 3_600;
    }

    private static int degree(double degrees) {
        return (int) Math.round(degrees) % 360;
    }

    void classA(int type, int mmsi, Motion motion, int latitude, int longitude, int second) {
        start(type, mmsi);
        double rate = motion.turnDegreesPerMinute;
        int turn = (int) Math.round(Math.signum(rate) * 4.733 * Math.sqrt(Math.abs(rate)));
        put(motion.status, 4).put(turn, 8).put(tenths(motion.knots), 10).put(1, 1);
        put(longitude, 28).put(latitude, 27).put(tenthOfDegree(motion.course), 12);
        put(degree(motion.heading), 9).put(second, 6).put(0, 25);
    }

    void classB(int mmsi, Motion motion, int latitude, int longitude, int second) {
        start(18, mmsi);
        put(0, 8).put(tenths(motion.knots), 10).put(0, 1);
        put(longitude, 28).put(latitude, 27).put(tenthOfDegree(motion.course), 12);
        // Carrier sense, no heading sensor, the whole band.
        put(511, 9).put(second, 6).put(0, 2).put(0b1011, 4).put(0, 25);
    }

    void longRange(int mmsi, Motion motion, int latitude, int longitude) {
        start(27, mmsi);
        put(0, 2).put(motion.status, 4);
        put(Math.floorDiv(longitude + 500, 1_000), 18);
        put(Math.floorDiv(latitude + 500, 1_000), 17);
        put((int) Math.round(Math.min(62, motion.knots)), 6);
        put(degree(motion.course), 9).put(0, 2);
    }

    void classAStatic(Identity identity, double draught, String destination, long arrives) {
        start(5, identity.mmsi());
        put(0, 2).put(identity.imo(), 30).text(identity.callSign(), 7).text(identity.name(), 20);
        put(identity.shipType(), 8);
        dimensions(identity);
        put(1, 4);
        if (arrives == 0) {
            put(0, 9).put(24, 5).put(60, 6);
        } else {
            var eta = java.time.Instant.ofEpochMilli(arrives).atOffset(java.time.ZoneOffset.UTC);
            put(eta.getMonthValue(), 4).put(eta.getDayOfMonth(), 5);
            put(eta.getHour(), 5).put(eta.getMinute(), 6);
        }
        put(Math.min(255, tenths(draught)), 8).text(destination, 20).put(0, 2);
    }

    void partA(Identity identity) {
        start(STATIC_B, identity.mmsi());
        put(0, 2).text(identity.name(), 20).put(0, 8);
    }

    void partB(Identity identity) {
        start(STATIC_B, identity.mmsi());
        put(1, 2).put(identity.shipType(), 8).put(0, 42).text(identity.callSign(), 7);
        dimensions(identity);
        put(0, 6);
    }

    private void dimensions(Identity identity) {
        int bow = identity.lengthMetres() * 3 / 4;
        int port = identity.beamMetres() / 2;
        put(bow, 9).put(identity.lengthMetres() - bow, 9);
        put(port, 6).put(identity.beamMetres() - port, 6);
    }
}
