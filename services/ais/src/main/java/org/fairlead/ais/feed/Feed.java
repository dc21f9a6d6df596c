package org.fairlead.ais.feed;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.fairlead.ais.ingest.SourceFacts;
import org.fairlead.contracts.frame.SourceClass;

/// A live feed as somebody set it up.
///
/// @param name of the source, as fixes and silences carry it
/// @param host to connect to; empty for the kinds that listen
/// @param receiver name for lines that do not say who heard them; may be empty
public record Feed(
        UUID id,
        String name,
        Kind kind,
        String host,
        int port,
        String receiver,
        SourceClass sourceClass,
        String createdBy,
        Instant createdAt) {

    /// How lines come.
    enum Kind {
        /// We connect and read.
        TCP_CLIENT,
        /// Others connect to us and send.
        TCP_SERVER,
        /// Others send datagrams to us.
        UDP;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    SourceFacts facts() {
        return new SourceFacts(id.toString(), name, sourceClass, false, receiver);
    }
}
