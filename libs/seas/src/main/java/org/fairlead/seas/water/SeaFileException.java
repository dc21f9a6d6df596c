package org.fairlead.seas.water;

/// The sea graph is not there or not usable; the message says which, and building it anew helps.
public final class SeaFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SeaFileException(String message) {
        super(message);
    }

    SeaFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
