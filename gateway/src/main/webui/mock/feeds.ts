// Made-up feeds: one that delivers, one held back, one that finds nobody.
const counts = { lines: 1_204_331, sentences: 1_204_001, messages: 1_102_400, fixes: 802_114, duplicates: 40_210, ignored: 3100, rejected: 330 };
const status = (state: string, more: object) => ({
  state, updatedAt: new Date().toISOString(), linesPerSecond: 0, bytesPerSecond: 0, fixesPerSecond: 0, rejectsPerSecond: 0, acceptedBytes: 68_120_000, backlogBytes: 0, spoolMaxBytes: 2_147_483_648, heldBackMillis: 0,
  droppedDatagrams: 0, droppedBytes: 0, reconnects: 0, connections: 1, summary: { counts, rejectsByReason: { checksum: 290, 'part-missing': 40 }, doubtsByReason: { 'zero-position': 1204, 'impossible-jump': 88 }, receivers: { 'r-oresund': { reports: 402_110, first: 310_000 }, 'r-anholt': { reports: 240_020, first: 90_100 } } }, ...more,
});
const feed = (id: string, name: string, kind: string, port: number, more: object) => ({ id, name, kind, port, sourceClass: 'terrestrial', createdBy: 'ann', createdAt: '2026-11-20T09:00:00Z', ...more });

const now = () => new Date().toISOString();
export const feeds = () => [
  feed('feed-1', 'Øresund aggregate', 'tcp-client', 4001, { host: 'ais.example', receiver: 'r-oresund', status: status('receiving', { linesPerSecond: 812, bytesPerSecond: 48_100, fixesPerSecond: 540, rejectsPerSecond: 0.2, lastReceivedAt: now(), newestReportAt: now() }) }),
  feed('feed-2', 'Roof antenna', 'udp', 10_110, { receiver: 'r-roof', status: status('held-back', { backlogBytes: 1_900_000_000, heldBackMillis: 40_000, droppedDatagrams: 1204, droppedBytes: 90_000, lastReceivedAt: now() }) }),
  feed('feed-3', 'Satellite provider', 'tcp-client', 4100, { host: 'sat.example', sourceClass: 'satellite', status: status('waiting', { detail: 'Connection refused.', reconnects: 14, connections: 0, nextAttemptAt: new Date(Date.now() + 30_000).toISOString(), summary: { counts: { lines: 0 }, rejectsByReason: {}, doubtsByReason: {}, receivers: {} } }) }),
];
