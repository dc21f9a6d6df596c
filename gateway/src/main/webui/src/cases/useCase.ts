import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { addFact, addNote, addSubject, caseQuery, changeCase, freeze, moveCase } from '../api/cases';
import { asProblem } from '../api/problem';
import { say, sayFailed } from '../ui/toasts';
import type { PersonRef } from '../api/work';
import type { Freezable } from './Drawer';

type FactBody = Parameters<typeof addFact>[2];
type SubjectBody = Parameters<typeof addSubject>[2];
type Changes = Parameters<typeof changeCase>[2];
type Move = Parameters<typeof moveCase>[2];

/** A case and everything that can be done to it; each change carries the tag of what was read. */
export function useCase(id: string) {
  const client = useQueryClient();
  const file = useQuery(caseQuery(id));
  const etag = () => client.getQueryData(caseQuery(id).queryKey)?.etag;
  const refresh = async () => {
    // Its parts follow in their own time; the register asks every source whether it still says the same.
    void client.invalidateQueries({ queryKey: ['cases', 'case', id], predicate: (query) => query.queryKey.length > 3 });
    await client.invalidateQueries({ queryKey: ['cases', 'case', id], exact: true });
    void client.invalidateQueries({ queryKey: ['cases', 'list'] });
  };
  const settle = (what: string, done: string) => ({
    onSuccess: async () => {
      say('success', done);
      await refresh();
    },
    onError: async (error: Error) => {
      sayFailed(what, error);
      if (asProblem(error).isStale) await refresh();
    },
  });
  return {
    file,
    refresh,
    freeze: useMutation({
      mutationFn: (what: Freezable) => freeze(id, etag(), { kind: what.kind, ref: { service: what.service, href: what.href } }),
      ...settle('Freezing', ''),
      onSuccess: async ({ status }) => {
        if (status === 200) say('info', 'Frozen already', 'The case holds these very bytes: the record has not changed since.');
        else say('success', 'Frozen as evidence');
        await refresh();
      },
    }),
    note: useMutation({ mutationFn: ({ text, mentions }: { text: string; mentions: PersonRef[] }) => addNote(id, text, mentions, etag()), ...settle('The comment', 'Comment saved') }),
    move: useMutation({ mutationFn: (move: Move) => moveCase(id, etag(), move), ...settle('The state change', 'State changed') }),
    change: useMutation({ mutationFn: (changes: Changes) => changeCase(id, etag(), changes), ...settle('The change', 'Case changed') }),
    fact: useMutation({ mutationFn: (body: FactBody) => addFact(id, etag(), body), ...settle('The fact', 'Fact recorded') }),
    subject: useMutation({ mutationFn: (body: SubjectBody) => addSubject(id, etag(), body), ...settle('The subject', 'Subject added') }),
  };
}

export type CaseActions = ReturnType<typeof useCase>;
