package org.fairlead.cases.dossier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/// What the licence of an exhibit lets a dossier do. Words are looked for in the licence as its
/// source names it, whatever their case. Prefix `cases.licence`.
@ConfigMapping(prefix = "cases.licence")
public interface LicenceConfig {

    /// Words of licences that forbid to pass the bytes on: they are withheld from every dossier.
    @WithDefault(
            "all rights reserved,no redistribution,not for redistribution,redistribution"
                    + " prohibited,proprietary,internal use,view only,no sharing")
    List<String> forbidding();

    /// Words of licences that let anybody publish.
    @WithDefault(
            "cc0,cc by,cc-by,creative commons attribution,public domain,open government"
                    + " licence,ogl,odbl,odc-by,pddl,etalab,apache-2.0,mit license,synthetic")
    List<String> open();

    /// Words that keep an open licence from being one for everybody: not published.
    @WithDefault("-nc,noncommercial,non-commercial, nc")
    List<String> restricted();
}
