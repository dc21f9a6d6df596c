package org.fairlead.screening;

/// The constants of the last stage, in log-odds unless they are probabilities. All of them are
/// hashed into `configHash`.
///
/// @param nameAtThreshold the name similarity that alone gives a score of 0.70
/// @param slope log-odds per unit of name similarity
/// @param nameForEvidence below this similarity other evidence does not count: two Panamanian
///   tankers are not one
/// @param weakAlias for a name that the publisher calls weak
/// @param oneWord highest score of a one-word name alone that is common
/// @param oneRareWord highest score of a one-word name alone
/// @param oneWeakWord highest score of a one-word weak alias alone
/// @param oneMisprint highest score of a ship's name of one word of four letters or fewer that is
///   not spelled the same, alone: VEGA, MEGA and NEGA are three ships
/// @param imoMisprint of two numbers a digit apart, one with a wrong check digit: by chance one in
///   fifty of such numbers is so near to one of 1,500 listed ships
/// @param otherHull highest score when both have valid IMO numbers and none is the same
public record EvidenceModel(
        double nameAtThreshold,
        double slope,
        double nameForEvidence,
        double weakAlias,
        double oneWord,
        double oneRareWord,
        double oneWeakWord,
        double oneMisprint,
        double otherHull,
        double imo,
        double imoBadChecksum,
        double imoMisprint,
        double identifier,
        double mmsi,
        double mmsiOtherFlag,
        double callSign,
        double callSignAndFlag,
        double nameBesideIdentifier,
        double flag,
        double pastFlag,
        double otherFlag,
        double type,
        double otherType,
        double buildYear,
        double otherBuildYear,
        double tonnage,
        double otherTonnage,
        double owner,
        double companyImo,
        double birthDate,
        double birthYear,
        double otherBirthDate,
        double country,
        double otherCountry) {

    public static EvidenceModel standard() {
        return new EvidenceModel(
                0.71, 7.6, 0.60, -0.7, 0.75, 0.85, 0.65, 0.65, 0.45, 0.99, 0.95, 0.72, 0.97, 0.85,
                0.70, 0.80, 0.88, 0.4, 0.3, 0.2, -0.3, 0.2, -0.4, 0.7, -0.8, 0.6, -0.4, 0.9, 1.2,
                1.6, 0.6, -2.8, 0.4, -0.6);
    }

    public EvidenceModel withNameAtThreshold(double similarity) {
        return new EvidenceModel(
                similarity,
                slope,
                nameForEvidence,
                weakAlias,
                oneWord,
                oneRareWord,
                oneWeakWord,
                oneMisprint,
                otherHull,
                imo,
                imoBadChecksum,
                imoMisprint,
                identifier,
                mmsi,
                mmsiOtherFlag,
                callSign,
                callSignAndFlag,
                nameBesideIdentifier,
                flag,
                pastFlag,
                otherFlag,
                type,
                otherType,
                buildYear,
                otherBuildYear,
                tonnage,
                otherTonnage,
                owner,
                companyImo,
                birthDate,
                birthYear,
                otherBirthDate,
                country,
                otherCountry);
    }

    double oddsOfName(double similarity) {
        return odds(Profile.PARTY.threshold()) + slope * (similarity - nameAtThreshold);
    }

    /// The name similarity that gives a score at least, alone.
    double similarityFor(double odds) {
        return nameAtThreshold + (odds - odds(Profile.PARTY.threshold())) / slope;
    }

    static double odds(double probability) {
        return Math.log(probability / (1 - probability));
    }

    static double probability(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }
}
