package org.fairlead.ais.vessel;

import org.fairlead.service.problem.ProblemException;

/// An MMSI in an address.
public final class MmsiText {

    private MmsiText() {}

    /// @throws ProblemException not found, when it is not nine digits: nothing can be under it
    public static int read(String text) {
        if (!text.matches("[0-9]{9}")) {
            throw ProblemException.notFound();
        }
        return Integer.parseInt(text);
    }
}
