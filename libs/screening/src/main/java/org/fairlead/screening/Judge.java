package org.fairlead.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.fairlead.lists.ImoNumber;
import org.fairlead.nmea.identity.MaritimeIdentification;
import org.fairlead.screening.name.NameReader;
import org.fairlead.screening.name.Schema;
import org.fairlead.screening.score.NameModel;
import org.fairlead.screening.score.NameScorer;
import org.fairlead.screening.score.Rarity;
import org.jspecify.annotations.Nullable;

/// Puts what is known of a pair together, in log-odds: an identifier or a name begins, other
/// evidence adds, a contradiction caps. More agreement never lowers a score.
final class Judge {

    private static final double HIGHEST = 0.999;
    private static final double TONNAGE_TOLERANCE = 0.05;
    private static final double SAME_OWNER = 0.85;

    private final EvidenceModel model;

    Judge(EvidenceModel model) {
        this.model = model;
    }

    /// How well the best pair of names agrees.
    ///
    /// @param cap highest score this name may give alone
    record NameFinding(
            double similarity,
            double odds,
            double cap,
            SubjectName query,
            SubjectName listed,
            String sentence) {}

    /// One piece of evidence.
    private record Weighed(
            String feature, String query, String candidate, double odds, String sentence) {}

    /// Evidence of one pair, beside any of its names.
    final class Weighing {

        private final List<Weighed> evidence = new ArrayList<>();
        private final boolean isOtherHull;

        private Weighing(Subject query, Subject listed) {
            this.isOtherHull = identifiers(query, listed, evidence);
            others(query, listed, evidence);
        }

        double score(@Nullable NameFinding name) {
            return finish(name, evidence);
        }

        Comparison comparison(@Nullable NameFinding name) {
            double score = score(name);
            var explanations = new ArrayList<Explanation>();
            var matched = new ArrayList<MatchedName>();
            if (name != null) {
                matched.add(
                        new MatchedName(
                                name.query.text(),
                                name.listed.text(),
                                name.listed.strength(),
                                rounded(name.similarity)));
                explanations.add(
                        new Explanation(
                                "name",
                                name.query.text(),
                                name.listed.text(),
                                rounded(score - score(null)),
                                name.sentence));
            }
            for (Weighed each : evidence) {
                explanations.add(
                        new Explanation(
                                each.feature,
                                each.query,
                                each.candidate,
                                rounded(score - finish(name, without(evidence, each))),
                                each.sentence));
            }
            return new Comparison(
                    score,
                    Comparison.Band.of(score, isOtherHull),
                    matched,
                    explanations,
                    counterfactuals(name, score));
        }

        private List<String> counterfactuals(@Nullable NameFinding name, double score) {
            var sentences = new ArrayList<String>();
            for (Weighed each : evidence) {
                double without = finish(name, without(evidence, each));
                if (Math.abs(without - score) >= 0.01) {
                    sentences.add(
                            String.format(
                                    Locale.ROOT,
                                    "Without %s: %.2f.",
                                    label(each.feature),
                                    without));
                }
            }
            if (name != null && identifierOdds(evidence) != null) {
                sentences.add(String.format(Locale.ROOT, "Without the name: %.2f.", score(null)));
            }
            return sentences;
        }
    }

    Weighing weigh(Subject query, Subject listed) {
        return new Weighing(query, listed);
    }

    private static String label(String feature) {
        return switch (feature) {
            case "imo", "mmsi" -> feature.toUpperCase(Locale.ROOT);
            case "other-hull" -> "the different IMO number";
            case "imo-misprint" -> "the IMO number's likeness";
            case "company-imo" -> "the company's IMO number";
            default -> "the " + feature.replace('-', ' ');
        };
    }

    private static List<Weighed> without(List<Weighed> all, Weighed one) {
        return all.stream().filter(evidence -> evidence != one).toList();
    }

    private static @Nullable Double identifierOdds(List<Weighed> evidence) {
        return evidence.stream()
                .filter(Judge::isIdentifier)
                .map(Weighed::odds)
                .max(Double::compare)
                .orElse(null);
    }

    private static boolean isIdentifier(Weighed evidence) {
        return Set.of("imo", "imo-misprint", "mmsi", "call-sign", "identifier")
                .contains(evidence.feature);
    }

    private double finish(@Nullable NameFinding name, List<Weighed> evidence) {
        var identifier = identifierOdds(evidence);
        boolean isNameTold = name != null && name.similarity >= model.nameForEvidence();
        if (identifier == null && name == null) {
            return 0;
        }
        double supporting = 0;
        double opposing = 0;
        for (Weighed each : evidence) {
            if (!isIdentifier(each) && !each.feature.equals("other-hull")) {
                supporting += Math.max(0, each.odds);
                opposing += Math.min(0, each.odds);
            }
        }
        double odds = -20;
        if (name != null) {
            double alone = name.odds;
            if (identifier == null && supporting == 0) {
                alone = Math.min(alone, EvidenceModel.odds(name.cap));
            }
            odds = isNameTold ? alone + supporting + opposing : alone;
        }
        if (identifier != null) {
            boolean isCertain = evidence.stream().anyMatch(each -> each.feature.equals("imo"));
            double byIdentifier = identifier + (isNameTold ? model.nameBesideIdentifier() : 0);
            // A valid IMO number is the hull: what else differs was repainted or sold.
            odds = Math.max(odds, isCertain ? byIdentifier : byIdentifier + supporting + opposing);
        }
        boolean isOther = evidence.stream().anyMatch(each -> each.feature.equals("other-hull"));
        double score = Math.min(HIGHEST, EvidenceModel.probability(odds));
        return rounded(isOther ? Math.min(score, model.otherHull()) : score);
    }

    /// @return whether valid IMO numbers prove two hulls
    private boolean identifiers(Subject query, Subject listed, List<Weighed> out) {
        boolean isOtherHull = false;
        var ours = valid(query.values(Property.IMO));
        var theirs = valid(listed.values(Property.IMO));
        String imo = shared(query, listed, Property.IMO);
        if (imo != null) {
            boolean isValid = ours.contains(imo);
            out.add(
                    new Weighed(
                            "imo",
                            imo,
                            imo,
                            EvidenceModel.odds(isValid ? model.imo() : model.imoBadChecksum()),
                            isValid
                                    ? "Both have IMO %s: one hull.".formatted(imo)
                                    : "Both have IMO %s, whose check digit is wrong."
                                            .formatted(imo)));
        } else if (!ours.isEmpty() && !theirs.isEmpty()) {
            isOtherHull = true;
            out.add(
                    new Weighed(
                            "other-hull",
                            String.join(", ", ours),
                            String.join(", ", theirs),
                            0,
                            "Both have valid, different IMO numbers (%s against %s): same name, different hull."
                                    .formatted(
                                            String.join(", ", ours), String.join(", ", theirs))));
        }
        if (imo == null && !isOtherHull) {
            misprint(query, listed, out);
        }
        String mmsi = shared(query, listed, Property.MMSI);
        if (mmsi != null) {
            boolean isOtherFlag = isOfAnotherFlag(mmsi, query, listed);
            out.add(
                    new Weighed(
                            "mmsi",
                            mmsi,
                            mmsi,
                            EvidenceModel.odds(isOtherFlag ? model.mmsiOtherFlag() : model.mmsi()),
                            isOtherFlag
                                    ? "Both have MMSI %s, but it belongs to another flag than hers: it may have been given out again."
                                            .formatted(mmsi)
                                    : "Both have MMSI %s; MMSIs are given out again after a change of flag."
                                            .formatted(mmsi)));
        }
        String callSign = shared(query, listed, Property.CALL_SIGN);
        if (callSign != null) {
            boolean isFlagSame = shared(query, listed, Property.FLAG) != null;
            out.add(
                    new Weighed(
                            "call-sign",
                            callSign,
                            callSign,
                            EvidenceModel.odds(
                                    isFlagSame ? model.callSignAndFlag() : model.callSign()),
                            "Both have call sign %s%s."
                                    .formatted(callSign, isFlagSame ? " under one flag" : "")));
        }
        String number = shared(query, listed, Property.IDENTIFIER);
        if (number != null) {
            out.add(
                    new Weighed(
                            "identifier",
                            number,
                            number,
                            EvidenceModel.odds(model.identifier()),
                            "Both have the document or registration number %s.".formatted(number)));
        }
        return isOtherHull;
    }

    private void misprint(Subject query, Subject listed, List<Weighed> out) {
        var pair = Misprints.between(query.values(Property.IMO), listed.values(Property.IMO));
        if (pair != null) {
            boolean isOurs = ImoNumber.of(pair.query()).isEmpty();
            out.add(
                    new Weighed(
                            "imo-misprint",
                            pair.query(),
                            pair.listed(),
                            EvidenceModel.odds(model.imoMisprint()),
                            "IMO %s, whose check digit is wrong, is one misprint away from %s."
                                    .formatted(
                                            isOurs ? pair.query() : pair.listed(),
                                            isOurs ? pair.listed() : pair.query())));
        }
    }

    private static boolean isOfAnotherFlag(String mmsi, Subject query, Subject listed) {
        var flags = new TreeSet<>(query.values(Property.FLAG));
        flags.addAll(listed.values(Property.FLAG));
        return !flags.isEmpty()
                && MaritimeIdentification.flag(Integer.parseInt(mmsi.substring(0, 3)))
                        .filter(flag -> flags.contains(flag.code()))
                        .isEmpty();
    }

    private static Set<String> valid(Set<String> imos) {
        var valid = new TreeSet<String>();
        imos.forEach(imo -> ImoNumber.of(imo).ifPresent(number -> valid.add(number.digits())));
        return valid;
    }

    private static @Nullable String shared(Subject query, Subject listed, Property property) {
        return shared(query.values(property), listed.values(property));
    }

    private static @Nullable String shared(Set<String> ours, Set<String> theirs) {
        return Collections.disjoint(ours, theirs)
                ? null
                : new TreeSet<>(ours).stream().filter(theirs::contains).findFirst().orElse(null);
    }

    private void others(Subject query, Subject listed, List<Weighed> out) {
        flag(query, listed, out);
        type(query, listed, out);
        years(query, listed, out);
        tonnage(Property.GROSS_TONNAGE, "gross tonnage", query, listed, out);
        tonnage(Property.DEADWEIGHT, "deadweight", query, listed, out);
        owner(query, listed, out);
        String company = shared(query, listed, Property.COMPANY_IMO);
        if (company != null) {
            out.add(
                    new Weighed(
                            "company-imo",
                            company,
                            company,
                            model.companyImo(),
                            "An owner or manager has the company IMO number %s in both."
                                    .formatted(company)));
        }
        birth(query, listed, out);
        country(query, listed, out);
    }

    private void flag(Subject query, Subject listed, List<Weighed> out) {
        if (!query.has(Property.FLAG)) {
            return;
        }
        var ours = query.values(Property.FLAG);
        String now = shared(ours, listed.values(Property.FLAG));
        String past = shared(ours, listed.values(Property.PAST_FLAG));
        if (now != null) {
            out.add(
                    new Weighed(
                            "flag",
                            now,
                            now,
                            model.flag(),
                            "Both fly the flag of %s.".formatted(now)));
        } else if (past != null) {
            out.add(
                    new Weighed(
                            "past-flag",
                            past,
                            past,
                            model.pastFlag(),
                            "The listing has %s as a former flag.".formatted(past)));
        } else if (listed.has(Property.FLAG)) {
            out.add(
                    weigh(
                            "flag",
                            ours,
                            listed.values(Property.FLAG),
                            model.otherFlag(),
                            "The flags differ: %s against %s; ships change them."));
        }
    }

    private static Weighed weigh(
            String feature, Set<String> ours, Set<String> theirs, double odds, String sentence) {
        String left = String.join(", ", new TreeSet<>(ours));
        String right = String.join(", ", new TreeSet<>(theirs));
        return new Weighed(feature, left, right, odds, sentence.formatted(left, right));
    }

    private void type(Subject query, Subject listed, List<Weighed> out) {
        var ours = families(query.values(Property.VESSEL_TYPE));
        var theirs = families(listed.values(Property.VESSEL_TYPE));
        if (ours.isEmpty() || theirs.isEmpty()) {
            return;
        }
        boolean isSame = !Collections.disjoint(ours, theirs);
        out.add(
                weigh(
                        "type",
                        query.values(Property.VESSEL_TYPE),
                        listed.values(Property.VESSEL_TYPE),
                        isSame ? model.type() : model.otherType(),
                        isSame
                                ? "The types agree: %s and %s."
                                : "The types differ: %s against %s."));
    }

    private static Set<String> families(Set<String> types) {
        var families = new TreeSet<String>();
        for (String type : types) {
            if (type.matches(".*(tanker|oil|lpg|lng|chemical|crude|gas).*")) {
                families.add("tanker");
            } else if (type.matches(
                    ".*(bulk|cargo|container|ro-ro|roro|general|reefer|freight).*")) {
                families.add("cargo");
            } else if (type.matches(".*(passenger|ferry|cruise|yacht|pleasure).*")) {
                families.add("passenger");
            } else if (type.matches(".*(tug|supply|offshore|dredg|research|fishing|trawler).*")) {
                families.add("work");
            }
        }
        return families;
    }

    private void years(Subject query, Subject listed, List<Weighed> out) {
        var ours = query.values(Property.BUILD_YEAR);
        var theirs = listed.values(Property.BUILD_YEAR);
        if (ours.isEmpty() || theirs.isEmpty()) {
            return;
        }
        int gap = Integer.MAX_VALUE;
        for (String our : ours) {
            for (String their : theirs) {
                gap = Math.min(gap, Math.abs(Integer.parseInt(our) - Integer.parseInt(their)));
            }
        }
        if (gap <= 1 || gap > 2) {
            out.add(
                    weigh(
                            "build-year",
                            ours,
                            theirs,
                            gap <= 1 ? model.buildYear() : model.otherBuildYear(),
                            gap <= 1
                                    ? "The build years agree: %s and %s."
                                    : "The build years differ: %s against %s."));
        }
    }

    private void tonnage(
            Property property, String label, Subject query, Subject listed, List<Weighed> out) {
        var ours = query.values(property);
        var theirs = listed.values(property);
        if (ours.isEmpty() || theirs.isEmpty()) {
            return;
        }
        boolean isClose = false;
        for (String our : ours) {
            for (String their : theirs) {
                double left = Double.parseDouble(our);
                double right = Double.parseDouble(their);
                isClose |= Math.abs(left - right) <= TONNAGE_TOLERANCE * Math.max(left, right);
            }
        }
        out.add(
                weigh(
                        property.slug(),
                        ours,
                        theirs,
                        isClose ? model.tonnage() : model.otherTonnage(),
                        isClose
                                ? "The " + label + " agrees within 5 %%: %s and %s."
                                : "The " + label + " differs: %s against %s."));
    }

    private void owner(Subject query, Subject listed, List<Weighed> out) {
        var reader = new NameReader(Schema.COMPANY);
        var scorer = new NameScorer(NameModel.party(), Rarity.NONE);
        for (String our : new TreeSet<>(query.values(Property.OWNER))) {
            for (String their : new TreeSet<>(listed.values(Property.OWNER))) {
                var left = reader.read(our);
                var right = reader.read(their);
                if (left.isPresent()
                        && right.isPresent()
                        && scorer.similarity(left.get(), right.get()) >= SAME_OWNER) {
                    out.add(
                            new Weighed(
                                    "owner",
                                    our,
                                    their,
                                    model.owner(),
                                    "The owners' names agree: %s and %s.".formatted(our, their)));
                    return;
                }
            }
        }
    }

    private void birth(Subject query, Subject listed, List<Weighed> out) {
        var ours = query.values(Property.BIRTH_DATE);
        var theirs = listed.values(Property.BIRTH_DATE);
        if (ours.isEmpty() || theirs.isEmpty()) {
            return;
        }
        String same = shared(ours, theirs);
        boolean isDay = same != null && same.length() == 10;
        boolean isYear =
                ours.stream()
                        .anyMatch(our -> theirs.stream().anyMatch(their -> isSameYear(our, their)));
        if (isDay) {
            out.add(
                    weigh(
                            "birth-date",
                            ours,
                            theirs,
                            model.birthDate(),
                            "Born on the same day: %s and %s."));
        } else if (isYear) {
            out.add(
                    weigh(
                            "birth-date",
                            ours,
                            theirs,
                            model.birthYear(),
                            "Born in the same year: %s and %s."));
        } else {
            out.add(
                    weigh(
                            "birth-date",
                            ours,
                            theirs,
                            model.otherBirthDate(),
                            "Born in different years: %s against %s."));
        }
    }

    private static boolean isSameYear(String our, String their) {
        return our.length() >= 4
                && their.length() >= 4
                && our.substring(0, 4).equals(their.substring(0, 4));
    }

    private void country(Subject query, Subject listed, List<Weighed> out) {
        var ours = query.values(Property.COUNTRY);
        var theirs = listed.values(Property.COUNTRY);
        if (ours.isEmpty() || theirs.isEmpty()) {
            return;
        }
        String same = shared(ours, theirs);
        out.add(
                same == null
                        ? weigh(
                                "country",
                                ours,
                                theirs,
                                model.otherCountry(),
                                "No country in common: %s against %s.")
                        : new Weighed(
                                "country",
                                same,
                                same,
                                model.country(),
                                "A country in common: %s.".formatted(same)));
    }

    /// What evidence beside the name can add for a query, at most.
    double most(Subject query) {
        double most = 0;
        most += query.has(Property.FLAG) ? Math.max(model.flag(), model.pastFlag()) : 0;
        most += query.has(Property.VESSEL_TYPE) ? model.type() : 0;
        most += query.has(Property.BUILD_YEAR) ? model.buildYear() : 0;
        most += query.has(Property.GROSS_TONNAGE) ? model.tonnage() : 0;
        most += query.has(Property.DEADWEIGHT) ? model.tonnage() : 0;
        most += query.has(Property.OWNER) ? model.owner() : 0;
        most += query.has(Property.COMPANY_IMO) ? model.companyImo() : 0;
        most += query.has(Property.BIRTH_DATE) ? Math.max(model.birthDate(), model.birthYear()) : 0;
        most += query.has(Property.COUNTRY) ? model.country() : 0;
        return most;
    }

    /// The name similarity below which no listing that shares no identifier reaches a score.
    double leastSimilarity(Subject query, double threshold) {
        double odds = EvidenceModel.odds(threshold - 0.00006);
        double alone = model.similarityFor(odds);
        double helped = Math.max(model.nameForEvidence(), model.similarityFor(odds - most(query)));
        return Math.min(alone, helped);
    }

    /// The highest score of a name that is at most so similar, without a shared identifier.
    double mostScore(Subject query, double similarity, double cap) {
        double odds = model.oddsOfName(similarity) + most(query);
        return rounded(Math.min(cap, EvidenceModel.probability(odds)) + 0.00005);
    }

    static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
