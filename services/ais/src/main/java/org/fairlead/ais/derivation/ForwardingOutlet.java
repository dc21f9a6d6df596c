package org.fairlead.ais.derivation;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.fairlead.contracts.ais.VesselRef;

/// Hands findings to the next node.
record ForwardingOutlet<K>(
        ProcessorContext<K, Derived> context, KnownVessels vessels, long timestamp)
        implements Outlet {

    @Override
    public void publish(Activity activity) {
        forward(activity);
    }

    @Override
    public void toCell(long cell, byte[] note) {
        forward(new CellNote(cell, note));
    }

    private void forward(Derived derived) {
        context.forward(new Record<>(null, derived, timestamp));
    }

    @Override
    public VesselRef vessel(int mmsi) {
        return vessels.of(mmsi);
    }
}
