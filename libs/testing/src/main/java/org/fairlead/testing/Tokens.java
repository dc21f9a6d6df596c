package org.fairlead.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Access tokens of the shape the local realm issues, signed with a key made for this run.
///
/// The people are those of the demonstration realm, so that tests and demonstration speak alike.
public final class Tokens {

    public static final String ISSUER = "https://keycloak.test/realms/fairlead";

    private static final KeyPair KEYS = keyPair();
    private static final KeyPair FOREIGN_KEYS = keyPair();

    private Tokens() {}

    public static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    /// Case worker of the Gulf desk.
    public static String carl() {
        return person("carl", Map.of("team-gulf", List.of("case-worker")));
    }

    /// Lead of the Gulf desk.
    public static String lena() {
        return person("lena", Map.of("team-gulf", List.of("lead")));
    }

    public static String rosa() {
        return person("rosa", Map.of("team-gulf", List.of("reviewer")));
    }

    public static String amir() {
        return person("amir", Map.of("team-gulf", List.of("auditor")));
    }

    /// Case worker of the Pacific desk: the other team.
    public static String chen() {
        return person("chen", Map.of("team-pacific", List.of("case-worker")));
    }

    public static String paula() {
        return person("paula", Map.of("team-pacific", List.of("lead")));
    }

    /// Case worker of both desks.
    public static String bo() {
        return person(
                "bo",
                Map.of(
                        "team-gulf",
                        List.of("case-worker"),
                        "team-pacific",
                        List.of("case-worker")));
    }

    /// Verified, but in no team.
    public static String stranger() {
        return person("stranger", Map.of());
    }

    public static String integrator(String... scopes) {
        return sign(
                claims(
                                "service-account-integrator-demo",
                                "integrator-demo",
                                Map.of("team-gulf", List.of()))
                        .claim("scope", String.join(" ", scopes)),
                KEYS);
    }

    /// A service account of a team, with scopes.
    public static String client(String client, String team, String... scopes) {
        return sign(
                claims("service-account-" + client, client, Map.of(team, List.of()))
                        .claim("scope", String.join(" ", scopes)),
                KEYS);
    }

    /// The platform's own client, which asks where there is no user. It is in no team.
    public static String platform() {
        return sign(
                claims("service-account-fairlead-services", "fairlead-services", Map.of()), KEYS);
    }

    public static String expired() {
        return claims("carl", "fairlead-gateway", Map.of("team-gulf", List.of("case-worker")))
                .issuedAt(Instant.now().minus(Duration.ofHours(2)))
                .expiresAt(Instant.now().minus(Duration.ofHours(1)))
                .jws()
                .keyId("test")
                .sign(KEYS.getPrivate());
    }

    public static String ofAnotherIssuer() {
        return sign(
                claims("carl", "fairlead-gateway", Map.of("team-gulf", List.of("case-worker")))
                        .issuer("https://elsewhere.test/realms/fairlead"),
                KEYS);
    }

    public static String signedByAnotherKey() {
        return sign(
                claims("carl", "fairlead-gateway", Map.of("team-gulf", List.of("case-worker"))),
                FOREIGN_KEYS);
    }

    public static String forAnotherAudience() {
        return sign(
                claims("carl", "other", Map.of("team-gulf", List.of("case-worker")))
                        .audience("other"),
                KEYS);
    }

    /// Any person with any roles in any teams.
    public static String person(String username, Map<String, List<String>> rolesByTeam) {
        return sign(claims(username, "fairlead-gateway", rolesByTeam), KEYS);
    }

    /// A person with roles over the whole platform, in no team.
    public static String administrator(String username, String... realmRoles) {
        return sign(
                claims(username, "fairlead-gateway", Map.of())
                        .claim("realm_access", Map.of("roles", List.of(realmRoles))),
                KEYS);
    }

    /// A person whose token says how far they are cleared and what they were read into.
    public static String cleared(
            String username,
            Map<String, List<String>> rolesByTeam,
            String clearance,
            String... compartments) {
        return sign(
                claims(username, "fairlead-gateway", rolesByTeam)
                        .claim("clearance", clearance)
                        .claim("compartments", List.of(compartments)),
                KEYS);
    }

    /// The subject a person's tokens carry: the same in every test.
    public static String subjectOf(String username) {
        return UUID.nameUUIDFromBytes(username.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    private static io.smallrye.jwt.build.JwtClaimsBuilder claims(
            String username, String client, Map<String, List<String>> rolesByTeam) {
        var organizations = new HashMap<String, Object>();
        rolesByTeam.forEach((team, roles) -> {
            var details = new HashMap<String, Object>();
            details.put("id", subjectOf(team));
            details.put("groups", roles.stream().map(role -> "/" + role).toList());
            if (!roles.isEmpty()) {
                details.put("realm_access", Map.of("roles", roles));
            }
            organizations.put(team, details);
        });
        return Jwt.claims()
                .issuer(ISSUER)
                .audience(Set.of("fairlead"))
                .subject(subjectOf(username))
                .claim("preferred_username", username)
                .claim("name", username)
                .claim("azp", client)
                .claim("scope", "openid")
                .claim("organization", organizations)
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plus(Duration.ofMinutes(30)));
    }

    private static String sign(io.smallrye.jwt.build.JwtClaimsBuilder claims, KeyPair keys) {
        return claims.jws().keyId("test").sign(keys.getPrivate());
    }

    private static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
