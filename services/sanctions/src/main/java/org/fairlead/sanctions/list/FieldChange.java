package org.fairlead.sanctions.list;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// A field of an entry that one version has otherwise than another.
///
/// @param before absent when the field was not there
/// @param after absent when it is gone
public record FieldChange(String field, @Nullable JsonNode before, @Nullable JsonNode after) {}
