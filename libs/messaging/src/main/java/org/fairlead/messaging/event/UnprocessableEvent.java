package org.fairlead.messaging.event;

/// An event that no retry will make readable: it goes to the dead-letter topic with this message.
public class UnprocessableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnprocessableEvent(String message) {
        super(message);
    }

    public UnprocessableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
