package org.fairlead.screening;

import org.fairlead.lists.ListedName;
import org.fairlead.lists.Listing;
import org.fairlead.lists.RelatedParty;
import org.fairlead.screening.name.Schema;

/// A listing as something to compare with.
public final class ListedSubjects {

    private ListedSubjects() {}

    public static Subject of(String list, Listing listing) {
        var subject = Subject.of(list + "/" + listing.sourceId(), schema(listing.type()));
        for (ListedName name : listing.names()) {
            subject.name(name.text(), name.strength() == ListedName.Strength.WEAK);
        }
        var vessel = listing.vessel();
        subject.addAll(Property.IMO, vessel.imos())
                .addAll(Property.MMSI, vessel.mmsis())
                .addAll(Property.CALL_SIGN, vessel.callSigns())
                .addAll(Property.FLAG, vessel.flags())
                .addAll(Property.PAST_FLAG, vessel.formerFlags());
        add(subject, Property.VESSEL_TYPE, vessel.build().type());
        add(subject, Property.BUILD_YEAR, vessel.build().yearBuilt());
        add(subject, Property.GROSS_TONNAGE, vessel.build().grossTonnage());
        add(subject, Property.DEADWEIGHT, vessel.build().tonnage());
        for (RelatedParty party : vessel.parties()) {
            add(subject, Property.OWNER, party.name());
            add(subject, Property.COMPANY_IMO, party.imo());
        }
        return subject.addAll(Property.COMPANY_IMO, listing.party().companyImos())
                .addAll(Property.BIRTH_DATE, listing.party().birthDates())
                .addAll(Property.COUNTRY, listing.party().countries())
                .build();
    }

    private static void add(
            Subject.Builder subject,
            Property property,
            @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            subject.add(property, value);
        }
    }

    private static Schema schema(String type) {
        return switch (type) {
            case Listing.VESSEL -> Schema.VESSEL;
            case Listing.INDIVIDUAL -> Schema.PERSON;
            default -> Schema.COMPANY;
        };
    }
}
