package org.fairlead.cases.dossier;

import com.fasterxml.jackson.databind.JsonNode;

/// How to read a dossier, and how to verify it with what every machine has.
final class Readme {

    private static final String TEXT =
            """
            %s, version %d, profile %s
            %s

            data/dossier.pdf        the case for reading and printing (PDF/A)
            data/dossier.html       the same for a browser; asks for nothing from anywhere
            data/case.json          all of it for programs: words, findings, register of evidence, what is withheld
            data/findings.json      questions, findings with what speaks for and against them, assessments of sources
            data/timeline.csv       everything in the order of time (UTC)
            data/sources.csv        where each exhibit and fact comes from, and its licence
            data/geo/               what has a place (GeoJSON)
            data/entities.ftm.json  vessels, companies, persons, listings (FollowTheMoney, one object a line)
            data/stix-bundle.json   the case for exchange of threat reports (STIX 2.1)
            data/evidence/          the exhibits, byte for byte as collected; records are canonical JSON (RFC 8785)
            data/custody/           what became of each exhibit, a chain of hashes each
            data/audit/             events.jsonl: the log of the case up to this version, each entry with the hash of
                                    the one before; checkpoint.txt: what the platform signed of its whole log;
                                    proofs.json: that each entry is under that checkpoint (RFC 6962);
                                    checkpoint.txt.tsr: a time stamp of the checkpoint (RFC 3161), where there is one
            manifest-sha256.txt     the SHA-256 of every file under data/ (BagIt, RFC 8493)
            tagmanifest-sha256.txt  the SHA-256 of the files beside it
            signature.txt           the signature of both manifests (Ed25519, a C2SP signed note), where the platform
                                    has a key

            How to verify, with nothing but sha256sum (on macOS: shasum -a 256):

                unzip this file, go into its one folder, then
                sha256sum -c manifest-sha256.txt
                sha256sum -c tagmanifest-sha256.txt

            Every line must end in OK. The register in case.json names the SHA-256 of each exhibit again, with
            where it came from, who collected it and when.

            The program that made it also checks the chains, the proofs and the signature, on any machine, with
            the platform's public key, which you should have by another way than this file:

                ./fairlead verify FILE.zip --key KEY

            Exhibits that are files were never opened by the platform. Those with a warning in the register may do
            harm when opened.

            What is marked synthetic was made for a demonstration or a test and is not evidence of anything. A
            silence is unexplained until somebody explains it.
            """;

    private Readme() {}

    static String of(Payload payload, JsonNode register) {
        var text = new StringBuilder();
        if (payload.isDraft()) {
            text.append("DRAFT: findings in it wait for a second person.\n");
        }
        text.append(
                TEXT.formatted(
                        payload.view().number(),
                        payload.view().version(),
                        payload.profile().slug(),
                        payload.view().title()));
        if (!register.path("withheld").isEmpty()) {
            text.append("\nWithheld from this dossier:\n\n");
            for (JsonNode one : register.path("withheld")) {
                text.append(
                        "    %s %s: %s\n"
                                .formatted(
                                        one.path("what").asText(),
                                        one.path("id").asText(),
                                        one.path("reason").asText()));
            }
        }
        return text.toString();
    }
}
