package org.fairlead.cases;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// For each route of the service, how the leak suite asks whether it tells of a case that is not
/// for the one who asks. A route without a line here fails the suite.
final class LeakProbes {

    /// How a route is asked.
    enum Way {
        /// Names the case (or something in it) in its path: what is hidden answers like what is not
        /// there.
        BY_ID,
        /// Shows many things, or counts them: nothing in it moves while hidden work goes on.
        LIST,
        /// Takes an id in its body, or makes something of the caller's own: probed by name in
        /// `LeakTest`.
        OWN_TEST,
        /// Says nothing of any case; the reason stands beside it.
        NO_CASE
    }

    /// @param more a body for [Way#BY_ID], the query for [Way#LIST], a reason otherwise
    record Probe(String method, String path, Way way, String more) {

        String route() {
            return method + " " + path;
        }
    }

    private static final String TABLE =
            """
            GET    | /cases                                  | LIST     | ?limit=200
            POST   | /cases                                  | OWN_TEST | the number of the next case
            GET    | /cases/{id}                             | BY_ID    | {}
            PATCH  | /cases/{id}                             | BY_ID    | {"title":"mine"}
            DELETE | /cases/{id}                             | BY_ID    | {"reason":"mine"}
            POST   | /cases/{id}/transitions                 | BY_ID    | {"to":"open"}
            GET    | /cases/{id}/access                      | BY_ID    | {}
            POST   | /cases/{id}/grants                      | BY_ID    | {"kind":"person","grantee":"x","role":"lead"}
            DELETE | /cases/{id}/grants/{grantId}            | BY_ID    | {}
            POST   | /cases/{id}/exclusions                  | BY_ID    | {"subject":"x","reason":"mine"}
            DELETE | /cases/{id}/exclusions/{exclusionId}    | BY_ID    | {}
            GET    | /cases/{id}/exclusions/log              | BY_ID    | {}
            GET    | /cases/{id}/assessments                 | BY_ID    | {}
            POST   | /cases/{id}/assessments/{evidenceId}    | BY_ID    | {"reliability":"A","credibility":1,"reason":"mine"}
            GET    | /cases/{id}/board                       | BY_ID    | {}
            GET    | /cases/{id}/audit                       | BY_ID    | {}
            GET    | /cases/{id}/audit/verification          | BY_ID    | {}
            GET    | /cases/{id}/audit/proofs                | BY_ID    | {}
            GET    | /audit/checkpoint                       | NO_CASE  | how many entries the platform has
            GET    | /audit/checkpoints                      | NO_CASE  | how many entries the platform has
            GET    | /audit/checkpoints/{size}               | NO_CASE  | how many entries the platform has
            GET    | /audit/checkpoints/{size}/timestamp     | NO_CASE  | how many entries the platform has
            GET    | /audit/consistency                      | NO_CASE  | hashes of hashes
            GET    | /audit/log                              | OWN_TEST | entries of others are hashes: AuditLogTest
            GET    | /cases/{id}/evidence                    | BY_ID    | {}
            POST   | /cases/{id}/evidence                    | BY_ID    | {"kind":"silence","ref":{"service":"ais","href":"/api/ais/v1/activities/leak"}}
            GET    | /cases/{id}/evidence/{evidenceId}       | BY_ID    | {}
            GET    | /cases/{id}/evidence/{evidenceId}/content | BY_ID  | {}
            POST   | /cases/{id}/evidence/files              | OWN_TEST | the body is a file: FileEvidenceTest
            GET    | /cases/{id}/evidence/{evidenceId}/custody | BY_ID  | {}
            POST   | /cases/{id}/evidence/{evidenceId}/custody | BY_ID  | {"action":"derived","reason":"mine"}
            POST   | /cases/{id}/evidence/{evidenceId}/verification | BY_ID | {}
            GET    | /cases/{id}/dossiers                    | BY_ID    | {}
            GET    | /cases/{id}/export                      | BY_ID    | {}
            POST   | /cases/{id}/facts                       | BY_ID    | {"at":"2024-02-09T00:00:00Z","precision":"day","title":"t","source":"s"}
            GET    | /cases/{id}/findings                    | BY_ID    | {}
            POST   | /cases/{id}/findings                    | BY_ID    | {"statement":"mine","confidence":"low"}
            GET    | /cases/{id}/findings/{findingId}        | BY_ID    | {}
            PUT    | /cases/{id}/findings/{findingId}        | BY_ID    | {"statement":"mine","confidence":"low"}
            POST   | /cases/{id}/findings/{findingId}/transitions | BY_ID | {"to":"accepted","reason":"mine"}
            PUT    | /cases/{id}/hold                        | BY_ID    | {"reason":"mine"}
            DELETE | /cases/{id}/hold                        | BY_ID    | {"reason":"mine"}
            GET    | /cases/{id}/leads                       | BY_ID    | {}
            POST   | /cases/{id}/merge                       | BY_ID    | {"into":"01900000-0000-7000-8000-000000000000","reason":"mine"}
            GET    | /cases/{id}/notes                       | BY_ID    | {}
            POST   | /cases/{id}/notes                       | BY_ID    | {"text":"mine"}
            GET    | /cases/{id}/questions                   | BY_ID    | {}
            POST   | /cases/{id}/questions                   | BY_ID    | {"text":"mine"}
            POST   | /cases/{id}/questions/{questionId}/state | BY_ID   | {"state":"answered"}
            GET    | /cases/{id}/relations                   | BY_ID    | {}
            POST   | /cases/{id}/relations                   | BY_ID    | {"source":"01900000-0000-7000-8000-000000000000","target":"01900000-0000-7000-8000-000000000001","kind":"owns"}
            DELETE | /cases/{id}/relations/{relationId}      | BY_ID    | {}
            GET    | /cases/{id}/related                     | BY_ID    | {}
            POST   | /cases/{id}/related                     | BY_ID    | {"caseId":"01900000-0000-7000-8000-000000000000","reason":"mine"}
            DELETE | /cases/{id}/related/{relationId}        | BY_ID    | {}
            GET    | /cases/{id}/subjects                    | BY_ID    | {}
            POST   | /cases/{id}/subjects                    | BY_ID    | {"kind":"vessel","name":"mine"}
            GET    | /cases/{id}/subjects/elsewhere          | BY_ID    | {}
            GET    | /cases/{id}/tasks                       | BY_ID    | {}
            POST   | /cases/{id}/tasks                       | BY_ID    | {"title":"mine"}
            GET    | /cases/{id}/tasks/{taskId}              | BY_ID    | {}
            PUT    | /cases/{id}/tasks/{taskId}              | BY_ID    | {"title":"mine"}
            GET    | /cases/{id}/timeline                    | BY_ID    | {}
            GET    | /inbox                                  | LIST     | ?limit=200
            POST   | /inbox/next                             | OWN_TEST | a lead in a hidden case is still to be taken
            GET    | /inbox/rule                             | NO_CASE  | how the team deals out its leads
            PUT    | /inbox/rule                             | NO_CASE  | how the team deals out its leads
            POST   | /leads                                  | NO_CASE  | makes a lead of the caller's team, which is in no case
            POST   | /leads/bulk                             | OWN_TEST | attaches to a case named in the body
            GET    | /leads/{id}                             | OWN_TEST | a lead that is in a hidden case
            POST   | /leads/{id}/assign                      | OWN_TEST | a lead that is in a hidden case
            POST   | /leads/{id}/attach                      | OWN_TEST | names a case in the body
            POST   | /leads/{id}/detach                      | OWN_TEST | names a case in the body
            POST   | /leads/{id}/dismiss                     | OWN_TEST | a lead that is in a hidden case
            POST   | /leads/{id}/move                        | OWN_TEST | names cases in the body
            POST   | /leads/{id}/open-case                   | OWN_TEST | a lead that is in a hidden case
            POST   | /leads/{id}/reopen                      | OWN_TEST | a lead that is in a hidden case
            POST   | /leads/{id}/snooze                      | OWN_TEST | a lead that is in a hidden case
            GET    | /notifications                          | LIST     | ?limit=200
            POST   | /notifications/read                     | NO_CASE  | marks what the caller sees
            POST   | /notifications/{id}/read                | OWN_TEST | a notice about a hidden case
            GET    | /search                                 | LIST     | ?q=hush&limit=200
            GET    | /search/suggestions                     | LIST     | ?q=hush
            GET    | /tasks                                  | LIST     | ?limit=200
            POST   | /visible                                | OWN_TEST | asks about a case
            POST   | /visible/of-client                      | OWN_TEST | for the platform alone: AccessTest
            GET    | /watches                                | LIST     | ?limit=200
            POST   | /watches                                | NO_CASE  | makes something of the caller's own
            DELETE | /watches/{id}                           | NO_CASE  | takes something of the caller's own away
            GET    | /fields                                 | NO_CASE  | what the team defined
            PUT    | /fields/{key}                           | NO_CASE  | what the team defined
            DELETE | /fields/{key}                           | NO_CASE  | what the team defined
            GET    | /templates                              | NO_CASE  | what the team defined
            POST   | /templates                              | NO_CASE  | what the team defined
            GET    | /templates/{id}                         | NO_CASE  | what the team defined
            PUT    | /templates/{id}                         | NO_CASE  | what the team defined
            POST   | /templates/{id}/cases                   | NO_CASE  | makes a case of the caller's own
            GET    | /retention                              | NO_CASE  | what the team defined
            PUT    | /retention                              | NO_CASE  | what the team defined
            GET    | /handovers                              | OWN_TEST | the log of administrators: CaseWorkTest
            POST   | /handovers                              | OWN_TEST | same answer where there is no case: CaseWorkTest
            GET    | /signing-key                            | NO_CASE  | a public key
            """;

    private LeakProbes() {}

    static List<Probe> all() {
        return TABLE.lines()
                .map(line -> line.split("\\|", 4))
                .map(cells ->
                        new Probe(
                                cells[0].strip(),
                                cells[1].strip(),
                                Way.valueOf(cells[2].strip()),
                                cells[3].strip()))
                .toList();
    }

    static Map<String, Probe> byRoute() {
        var probes = new TreeMap<String, Probe>();
        all().forEach(probe -> probes.put(probe.route(), probe));
        return probes;
    }

    static List<Probe> of(Way way) {
        return all().stream().filter(probe -> probe.way() == way).toList();
    }

    /// The path for one case, with something in it wherever more is named.
    static String at(String path, String caseId, String part) {
        return path.replace("{id}", caseId).replaceAll("\\{[a-zA-Z]+}", part);
    }

    static String somewhere() {
        return UUID.randomUUID().toString();
    }
}
