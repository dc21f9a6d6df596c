package org.fairlead.ais.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.contracts.frame.SourceClass;
import org.fairlead.contracts.problem.FieldError;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A feed as somebody asks for it.
///
/// @param kind `tcp-client`, `tcp-server` or `udp`
/// @param host to connect to; only for `tcp-client`
/// @param receiver name for lines that do not say who heard them
/// @param sourceClass `terrestrial` unless said otherwise
record FeedRequest(
        @Nullable String name,
        @Nullable String kind,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String receiver,
        @Nullable String sourceClass) {

    private static final int LONGEST = 200;
    private static final int FIRST_FREE_PORT = 1024;

    Feed checked(String createdBy, Instant now) {
        var errors = new ArrayList<FieldError>();
        String checkedName = text(errors, "/name", name, true);
        var checkedKind = kind(errors);
        String checkedHost = host(errors, checkedKind);
        int checkedPort = port(errors, checkedKind);
        String checkedReceiver = text(errors, "/receiver", receiver, false);
        var checkedClass = sourceClass(errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Feed(
                UUID.randomUUID(),
                checkedName,
                checkedKind,
                checkedHost,
                checkedPort,
                checkedReceiver,
                checkedClass,
                createdBy,
                now);
    }

    private static String text(
            List<FieldError> errors, String pointer, @Nullable String value, boolean isNeeded) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty() && isNeeded) {
            errors.add(new FieldError(pointer, "is missing; name the source"));
        } else if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            errors.add(
                    new FieldError(
                            pointer, "expected up to %d printable characters".formatted(LONGEST)));
        }
        return text;
    }

    private Feed.Kind kind(List<FieldError> errors) {
        for (Feed.Kind one : Feed.Kind.values()) {
            if (one.code().equals(kind)) {
                return one;
            }
        }
        errors.add(new FieldError("/kind", "expected tcp-client, tcp-server or udp, was " + kind));
        return Feed.Kind.TCP_CLIENT;
    }

    private String host(List<FieldError> errors, Feed.Kind checkedKind) {
        String text = host == null ? "" : host.strip();
        boolean isClient = checkedKind == Feed.Kind.TCP_CLIENT;
        if (isClient && !text.matches("[A-Za-z0-9._:\\-\\[\\]]{1,253}")) {
            errors.add(new FieldError("/host", "expected a host name or an address"));
        }
        if (!isClient && !text.isEmpty()) {
            errors.add(
                    new FieldError(
                            "/host",
                            "is only for tcp-client; the address to listen on is set by the"
                                    + " operator (ais.feed.bind-address)"));
        }
        return text;
    }

    private int port(List<FieldError> errors, Feed.Kind checkedKind) {
        int least = checkedKind == Feed.Kind.TCP_CLIENT ? 1 : FIRST_FREE_PORT;
        if (port == null || port < least || port > 65535) {
            errors.add(
                    new FieldError("/port", "expected a number from %d to 65535".formatted(least)));
            return least;
        }
        return port;
    }

    private SourceClass sourceClass(List<FieldError> errors) {
        if (sourceClass == null || sourceClass.isBlank()) {
            return SourceClass.TERRESTRIAL;
        }
        for (SourceClass one : SourceClass.values()) {
            if (one.code().equals(sourceClass)) {
                return one;
            }
        }
        errors.add(
                new FieldError(
                        "/sourceClass",
                        "expected one of "
                                + Arrays.stream(SourceClass.values())
                                        .map(SourceClass::code)
                                        .collect(Collectors.joining(", "))));
        return SourceClass.TERRESTRIAL;
    }
}
