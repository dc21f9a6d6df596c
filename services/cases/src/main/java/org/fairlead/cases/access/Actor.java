package org.fairlead.cases.access;

/// Who is named for a deed: a person or client, or the platform itself.
///
/// @param subject the identity provider's id, which stays when the name changes
public record Actor(String subject, String name) {

    public static final Actor PLATFORM = new Actor("fairlead", "fairlead");
}
