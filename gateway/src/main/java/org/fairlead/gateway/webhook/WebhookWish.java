package org.fairlead.gateway.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fairlead.contracts.problem.FieldError;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A webhook as somebody wants it. When changing one, what is absent stays.
///
/// @param clientId by whose access it is judged what may be told; a client names itself or nothing
/// @param url `https://…`
/// @param kinds of changes, `case-changed`, `lead-raised` and so on; empty: all
/// @param state `active` or `paused`
@Schema(name = "WebhookWish")
public record WebhookWish(
        @Nullable String team,
        @Nullable String clientId,
        @Nullable String url,
        @Nullable String description,
        @Nullable List<String> kinds,
        @Nullable WebhookState state) {

    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_DESCRIPTION = 200;
    private static final int MOST_KINDS = 50;
    private static final Pattern KIND = Pattern.compile("[a-z]+(-[a-z]+){0,5}");

    /// Blocks: the host's address is looked up.
    ///
    /// @throws ProblemException `invalid`
    void check(boolean isNew, boolean allowsPrivate) {
        var errors = new ArrayList<FieldError>();
        if (isNew || url != null) {
            checkUrl(url == null ? "" : url.strip(), allowsPrivate, errors);
        }
        if (description != null
                && (description.length() > LONGEST_DESCRIPTION
                        || description.chars().anyMatch(Character::isISOControl))) {
            errors.add(
                    new FieldError(
                            "/description",
                            "expected at most %d characters on one line"
                                    .formatted(LONGEST_DESCRIPTION)));
        }
        if (state == WebhookState.DISABLED) {
            errors.add(new FieldError("/state", "expected active or paused"));
        }
        checkKinds(errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private void checkKinds(List<FieldError> errors) {
        if (kinds == null) {
            return;
        }
        if (kinds.size() > MOST_KINDS) {
            errors.add(new FieldError("/kinds", "expected at most " + MOST_KINDS));
            return;
        }
        for (int at = 0; at < kinds.size(); at++) {
            String kind = kinds.get(at);
            if (kind == null || !KIND.matcher(kind).matches()) {
                errors.add(new FieldError("/kinds/" + at, "expected a kind such as case-changed"));
            }
        }
    }

    private static void checkUrl(String text, boolean allowsPrivate, List<FieldError> errors) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException fault) {
            errors.add(new FieldError("/url", "expected an address, https://…"));
            return;
        }
        boolean isHttps = "https".equalsIgnoreCase(uri.getScheme());
        boolean isHttp = "http".equalsIgnoreCase(uri.getScheme());
        if (text.length() > LONGEST_URL) {
            errors.add(
                    new FieldError(
                            "/url", "expected at most %d characters".formatted(LONGEST_URL)));
        } else if (!(isHttps || isHttp && allowsPrivate) || uri.getHost() == null) {
            errors.add(new FieldError("/url", "expected an address, https://…"));
        } else if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            errors.add(new FieldError("/url", "expected no name, password or fragment in it"));
        } else {
            checkHost(uri.getHost(), allowsPrivate, errors);
        }
    }

    private static void checkHost(String host, boolean allowsPrivate, List<FieldError> errors) {
        try {
            AddressRule.resolve(host, allowsPrivate);
        } catch (UnknownHostException unknown) {
            errors.add(new FieldError("/url", "the host %s has no address".formatted(host)));
        } catch (AddressRule.ClosedAddressException closed) {
            errors.add(
                    new FieldError(
                            "/url",
                            "expected a host on the open internet; %s is not".formatted(host)));
        }
    }

    List<String> sortedKinds() {
        return kinds == null ? List.of() : List.copyOf(new TreeSet<>(kinds));
    }
}
