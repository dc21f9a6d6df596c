/** An answer of the screening API, as the services give it. */
export const screened = {
  screeningId: '0193f0c0-0000-7000-8000-0000000000aa',
  screenedAt: '2026-02-09T06:00:00Z',
  algorithm: 'fairlead-screening-3.2',
  configHash: '5f1c0e7a9d3b2486',
  corpusVersion: 'c-1c9f0a7b2d4e6f8091a2b3c4',
  coverage: [
    { list: 'ofac-sdn', authority: 'United States, OFAC', status: 'covered', version: 308, observedAt: '2026-02-08T22:00:00Z', ageHours: 8 },
    { list: 'un-sc', authority: 'United Nations, Security Council', status: 'newer-quarantined', version: 5, observedAt: '2025-11-19T00:00:00Z', ageHours: 1974, newerFileSetAside: 'line 1, column 9: not well-formed' },
  ],
  queries: {
    query: {
      queryKey: 'q-0a1b2c3d4e5f60718293a4b5',
      profile: 'vessel',
      threshold: 0.4,
      results: [
        {
          listing: { list: 'ofac-sdn', sourceId: '36412', schema: 'vessel', name: 'ANGARA', version: 308, hash: 'ab12', properties: { imo: ['9179842'], flag: ['RU'] } },
          score: 0.9953,
          band: 'strong',
          matchedNames: [{ query: 'ANGARA', candidate: 'ANGARA', aliasStrength: 'strong', similarity: 1 }],
          explanations: [
            { feature: 'name', query: 'ANGARA', candidate: 'ANGARA', effect: 0.0053, sentence: 'The names have the same words. One word alone gives 0.85 at most.' },
            { feature: 'imo', query: '9179842', candidate: '9179842', effect: 0.1253, sentence: 'Both have IMO 9179842: one hull.' },
            { feature: 'flag', query: 'RU', candidate: 'RU', effect: 0, sentence: 'Both fly the flag of RU.' },
          ],
          counterfactuals: ['Without IMO: 0.87.', 'Without the name: 0.99.'],
          listedOn: { status: 'listed', basis: 'observed', explanation: 'In version 308, the newest known.' },
        },
        {
          listing: { list: 'ofac-sdn', sourceId: '15120', schema: 'vessel', name: 'ANGARA', version: 308, hash: 'cd34', properties: { imo: ['9187629'] } },
          score: 0.45,
          band: 'contradicted',
          matchedNames: [{ query: 'ANGARA', candidate: 'ANGARA', aliasStrength: 'weak', similarity: 1 }],
          explanations: [
            { feature: 'name', query: 'ANGARA', candidate: 'ANGARA', effect: 0.45, sentence: 'The names have the same words. The publisher calls this alias weak. One word alone gives 0.65 at most.' },
            { feature: 'other-hull', query: '9179842', candidate: '9187629', effect: -0.2, sentence: 'Both have valid, different IMO numbers (9179842 against 9187629): same name, different hull.' },
          ],
          counterfactuals: ['Without the different IMO number: 0.65.'],
          listedOn: { status: 'listed', basis: 'observed', explanation: 'In version 308, the newest known.' },
          lapsedSuppression: 'Suppressed on 2026-01-10 (a dredger of that name), but the listing has changed since: look again.',
        },
      ],
      suppressed: [{ list: 'un-sc', sourceId: 'KPe.020', score: 0.71, reason: 'a company, not the ship' }],
    },
  },
};

const kept = { id: screened.screeningId, screenedAt: screened.screenedAt, screenedBy: 'carl', algorithm: screened.algorithm, configHash: screened.configHash, corpusVersion: screened.corpusVersion, versions: { 'ofac-sdn': 308, 'un-sc': 5 }, queries: 1, hits: 2 };

/** What the mock answers below `/api/sanctions/v1`; absent for what is not screening. */
export function screening(one: string, id: string, part: string): unknown {
  if (one === 'screen') return screened;
  if (one === 'suppressions') return { id: 's1', queryKey: 'q', list: 'ofac-sdn', sourceId: '36412', reason: 'r' };
  if (one !== 'screenings') return undefined;
  if (part === 'replay') return { screeningId: id, isSame: true, sameCorpus: true, sameAlgorithm: true, differing: [], response: screened };
  return id ? { screening: kept, request: {}, response: screened } : { items: [kept] };
}
