package org.fairlead.gateway.event;

import org.fairlead.contracts.cases.CaseChange;

/// A change and where it lies in the topic.
///
/// @param position of a reader who has seen it and all that this replica saw before
record Change(int partition, long offset, Position position, CaseChange content) {}
