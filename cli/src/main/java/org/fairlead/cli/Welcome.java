package org.fairlead.cli;

import org.fairlead.cli.part.Site;

/// What `up` ends with: where to go and who to be.
final class Welcome {

    private Welcome() {}

    static String text(Site site) {
        return site.settings().demo() ? demo(site) : plain(site);
    }

    private static String demo(Site site) {
        return """

        Fairlead      %s
        Log in as     lena  (lead)  carl (case worker)  rosa (reviewer)  amir (auditor)   Gulf desk
                      paula (lead)  chen (case worker)  remy (reviewer)  ada  (auditor)   Pacific desk
                      bo    (case worker of both)
        Password      the name followed by -demo, for example carl-demo
        Integrator    client integrator-demo, secret in %s (client.integrator-demo)
        Stop with     ./fairlead down\
        """
                .formatted(site.publicUrl(), site.state().file("secrets.properties"));
    }

    private static String plain(Site site) {
        return """

        Fairlead      %s
        First lead    nobody can log in yet. Open %s/admin as admin, password in
                      %s (keycloak.admin), and choose realm fairlead;
                      make a user with a password under Users, then under Organizations add the user to a
                      team as member and, in its Groups, to the group lead.
        Stop with     ./fairlead down\
        """
                .formatted(
                        site.publicUrl(),
                        site.keycloakUrl(),
                        site.state().file("secrets.properties"));
    }
}
