package org.fairlead.gateway.people;

/// A team: an organisation of the realm.
///
/// @param alias `team-gulf`, what tokens and requests call it
/// @param name what people call it
/// @param organization the identity provider's id
record Team(String alias, String name, String organization) {}
