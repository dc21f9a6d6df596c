package org.fairlead.cases.casefile;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Gives the numbers of a team and year in an order only the key tells: a permutation of 1 to 9999,
/// then of 10000 to 99999, and so on.
///
/// Numbers that count up would tell of cases one does not see, by their gaps. A balanced Feistel
/// network of six rounds with HMAC-SHA-256, walked until it stays in range (J. Black, P. Rogaway,
/// "Ciphers with arbitrary finite domains", CT-RSA 2002), is a permutation nobody predicts.
final class NumberScramble {

    private static final int FIRST_RANGE = 10_000;
    private static final int ROUNDS = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Mac mac;

    private NumberScramble(Mac mac) {
        this.mac = mac;
    }

    static byte[] newKey() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return key;
    }

    static NumberScramble of(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return new NumberScramble(mac);
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// @param count 1 for the first case of the year
    int at(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count of a case below 1: " + count);
        }
        int from = 1;
        int end = FIRST_RANGE;
        while (count >= end) {
            from = end;
            end = Math.multiplyExact(end, 10);
        }
        return from + permuted(count - from, end - from);
    }

    private int permuted(int index, int size) {
        int halfBits = (33 - Integer.numberOfLeadingZeros(size - 1)) / 2;
        int walked = index;
        do {
            walked = feistel(walked, halfBits, size);
        } while (walked >= size);
        return walked;
    }

    private int feistel(int value, int halfBits, int size) {
        int mask = (1 << halfBits) - 1;
        int left = value >>> halfBits;
        int right = value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            int next = left ^ (round(round, right, size) & mask);
            left = right;
            right = next;
        }
        return left << halfBits | right;
    }

    private int round(int round, int half, int size) {
        byte[] input = ByteBuffer.allocate(12).putInt(round).putInt(half).putInt(size).array();
        return ByteBuffer.wrap(mac.doFinal(input)).getInt();
    }
}
