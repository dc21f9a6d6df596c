package org.fairlead.seas.water;

import java.util.Collection;

/// Gates as bits, by their order in {@link Gates#all()}.
final class GateBits {

    private GateBits() {}

    static int of(Collection<String> ids) {
        int bits = 0;
        for (int gate = 0; gate < Gates.all().size(); gate++) {
            if (ids.contains(Gates.all().get(gate).id())) {
                bits |= 1 << gate;
            }
        }
        return bits;
    }
}
