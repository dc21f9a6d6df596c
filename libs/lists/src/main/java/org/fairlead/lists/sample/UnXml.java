package org.fairlead.lists.sample;

import java.util.Arrays;
import java.util.stream.Collectors;

/// A consolidated list made for tests and trials, in the publisher's layout.
public final class UnXml {

    private UnXml() {}

    public static String list(String generated, String... entities) {
        return """
        <?xml version='1.0' encoding='UTF-8'?>
        <CONSOLIDATED_LIST xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' dateGenerated='%s'>
        <INDIVIDUALS></INDIVIDUALS>
        <ENTITIES>%s</ENTITIES>
        </CONSOLIDATED_LIST>
        """
                .formatted(generated, Arrays.stream(entities).collect(Collectors.joining("\n")));
    }

    public static String entity(int id, String name, String listedOn) {
        return entity(id, name, listedOn, "A comment.");
    }

    public static String entity(int id, String name, String listedOn, String comment) {
        return """
        <ENTITY>
          <DATAID>%d</DATAID><VERSIONNUM>1</VERSIONNUM>
          <FIRST_NAME> %s </FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
          <REFERENCE_NUMBER>KPe.020</REFERENCE_NUMBER><LISTED_ON>%s</LISTED_ON>
          <COMMENTS1>%s</COMMENTS1>
          <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>FIRST ALIAS; SECOND ALIAS</ALIAS_NAME></ENTITY_ALIAS>
          <ENTITY_ADDRESS><COUNTRY>Somewhere</COUNTRY></ENTITY_ADDRESS>
          <SORT_KEY/>
        </ENTITY>\
        """
                .formatted(id, name, listedOn, comment);
    }
}
