package org.fairlead.nmea;

import java.util.Arrays;

/// How many bits each message type needs.
///
/// That is the end of the last field read, a little under the standard's length (ITU-R M.1371-5,
/// annex 8) because senders drop spare bits. There is no upper bound: some receivers append a few
/// characters of their own to good messages, in recorded traffic about one in a hundred.
final class MessageLength {

    /// Type, repeat indicator and sender, which every message has.
    private static final int HEADER = 38;

    private static final int[] LEAST = new int[64];

    static {
        Arrays.fill(LEAST, HEADER);
        LEAST[1] = 149;
        LEAST[2] = 149;
        LEAST[3] = 149;
        LEAST[4] = 138;
        LEAST[5] = 420;
        LEAST[9] = 134;
        LEAST[11] = 138;
        LEAST[18] = 139;
        LEAST[19] = 305;
        LEAST[21] = 270;
        LEAST[24] = 160;
        LEAST[27] = 94;
        // No standard says what these begin with.
        LEAST[0] = 6;
        Arrays.fill(LEAST, 28, 64, 6);
    }

    private MessageLength() {}

    static boolean isTooShort(int type, int bits) {
        return bits < LEAST[type];
    }
}
