/// The one Kafka Streams topology (application `fairlead-ais-activities`) that derives activities
/// from frames, assembled from contributions.
///
/// ```
/// ais.frames -> FrameProcessor -> OrderProcessor -> each derivation ---------------+-> ais.activities
///               decodes once,     by event time,    |                             |
///               splits by ship    several at once   +-> internal topic -> CellRule
///                                                       keyed by cell
/// ```
///
/// **To add a derivation** that looks at one transmitter after another:
///
/// 1. Write its decision as a [TransmitterRule]: bytes of state and [HeardTransmitter] in, bytes of
///    state out, findings to the [Outlet]. It sees no Kafka and no clock, and may not depend on how
///    fixes are cut into batches. Its name names its store (`<name>-state`) and never changes.
/// 2. Offer it to the topology as a bean of its own package: `@Produces @Singleton DerivationStream
///    portVisits(...) { return DerivationStream.ofTransmitters(rule); }` in a class named
///    `...Stream`.
/// 3. Give the activity a type `org.fairlead.ais.<kind>.v1` and a schema in `libs/contracts`, and
///    publish it with an id that follows from what happened ([Activity]).
///
/// **When ships must meet** (encounters, zones), the rule sends notes to cells ([Outlet#toCell]),
/// and a [CellRule] offered with it (`DerivationStream.ofTransmittersAndCells(rule, cellRule)`)
/// sees all notes of one cell, of ships of all partitions. A note that matters to neighbouring
/// cells is sent to each of them; the rule of the cell then decides which of two cells speaks.
///
/// **When more than one store is needed**, implement [DerivationStream] itself with a Kafka Streams
/// processor.
///
/// **State** is objects ([ObjectStore]), written as bytes once a commit. What else a processor
/// keeps in memory must follow from its stores, and its `init` begins with none of it: a task whose
/// commit failed is given back to the processor it had before.
///
/// What holds for all of them: fixes of one transmitter are in one partition; a frame may come
/// twice (the derivation of it may not); state and output are exactly once; versions of one
/// activity rise by one; bad input is counted and passed over, never thrown.
@NullMarked
package org.fairlead.ais.derivation;

import org.jspecify.annotations.NullMarked;
