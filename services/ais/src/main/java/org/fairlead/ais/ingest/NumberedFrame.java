package org.fairlead.ais.ingest;

import org.fairlead.contracts.frame.Frame;

/// A frame with its place in the file's sequence of frames (from 1) and its partition.
public record NumberedFrame(long sequence, int partition, Frame frame) {}
