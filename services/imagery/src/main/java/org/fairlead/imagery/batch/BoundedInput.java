package org.fairlead.imagery.batch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;

/// A body that refuses to be longer than allowed.
final class BoundedInput extends FilterInputStream {

    private final long most;
    private long taken;

    BoundedInput(InputStream body, long most) {
        super(body);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, length);
        if (got > 0) {
            count(got);
        }
        return got;
    }

    private void count(int more) {
        taken += more;
        if (taken > most) {
            throw tooLarge(most);
        }
    }

    static ProblemException tooLarge(long most) {
        return new ProblemException(
                ServiceProblem.TOO_LARGE,
                "A file of sightings may have %d bytes. Send it in parts; rows that are there already are not added again."
                        .formatted(most));
    }
}
