package org.fairlead.ais.track;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;

/// The bytes of a segment: frames one after the other, so that a day may hold more fixes than a
/// frame.
///
/// ```
/// int32 length, frame bytes      repeated to the end
/// ```
final class SegmentCodec {

    private static final int FIXES_PER_FRAME = FrameCodec.MAXIMUM_FIXES / 2;

    private SegmentCodec() {}

    static byte[] encode(List<Fix> fixes) {
        var out = new ByteArrayOutputStream();
        for (int from = 0; from < fixes.size(); from += FIXES_PER_FRAME) {
            var part = fixes.subList(from, Math.min(fixes.size(), from + FIXES_PER_FRAME));
            byte[] frame = FrameCodec.encode(new Frame("", "", 0, part));
            out.writeBytes(ByteBuffer.allocate(4).putInt(frame.length).array());
            out.writeBytes(frame);
        }
        return out.toByteArray();
    }

    static List<Fix> decode(byte[] bytes) {
        var fixes = new ArrayList<Fix>();
        var in = ByteBuffer.wrap(bytes);
        while (in.remaining() >= 4) {
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new IllegalStateException(
                        "segment damaged at byte %d: frame of %d bytes, %d left"
                                .formatted(in.position(), length, in.remaining()));
            }
            byte[] frame = new byte[length];
            in.get(frame);
            fixes.addAll(FrameCodec.decode(frame).fixes());
        }
        return fixes;
    }
}
