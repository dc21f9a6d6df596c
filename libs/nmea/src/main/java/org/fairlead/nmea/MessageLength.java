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
        LEAST[6] = 88;
        LEAST[7] = 70;
        LEAST[8] = 56;
        LEAST[9] = 134;
        LEAST[10] = 70;
        LEAST[11] = 138;
        LEAST[12] = 72;
        LEAST[13] = 70;
        LEAST[14] = 40;
        LEAST[15] = 88;
        LEAST[16] = 92;
        LEAST[17] = 75;
        LEAST[18] = 139;
        LEAST[19] = 305;
        LEAST[20] = 70;
        LEAST[21] = 270;
        LEAST[22] = 145;
        LEAST[23] = 154;
        LEAST[24] = 160;
        LEAST[25] = 40;
        LEAST[26] = 60;
        LEAST[27] = 94;
        // No standard says what these begin with.
        LEAST[0] = 6;
        Arrays.fill(LEAST, 28, 64, 6);
    }

    private MessageLength() {}

    static boolean isTooShort(int type, Payload payload) {
        var bits = payload.bits();
        return bits < LEAST[type] || (type >= 24 && type <= 26 && bits < least(type, payload));
    }

    /// Of the types whose first fields say which others follow.
    private static int least(int type, Payload payload) {
        if (type == 24) {
            return payload.unsigned(38, 2) == 1 ? 162 : 160;
        }
        var destination = payload.flag(38) ? 30 : 0;
        var application = payload.flag(39) ? 16 : 0;
        return LEAST[type] + destination + application;
    }
}
