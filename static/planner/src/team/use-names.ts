import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { call } from '../bridge';
import { texts } from '../texts';
import { namePeople } from './name-people';
import type { OpenedTeam } from './team-types';

/** Who the people of a team are. Of a large one not all names come with it: the rest are asked for as they are shown. */
export interface Names {
  /** null: Jira does not know this person, or has not said yet. */
  of(accountId: string): string | null;
  /** What stands for this person on the page. */
  said(accountId: string): string;
  ask(accountIds: readonly string[]): void;
}

export function useNames(team: OpenedTeam): Names {
  const boardId = team.board.id;
  const [answered, setAnswered] = useState<ReadonlyMap<string, string | null>>(new Map());
  const asked = useRef(new Set<string>());
  const given = useMemo(() => new Map(team.people.map(({ accountId, name }) => [accountId, name])), [team.people]);
  const ask = useCallback(
    (accountIds: readonly string[]) => {
      const fresh = [...new Set(accountIds)].filter((id) => given.get(id) == null && !asked.current.has(id));
      if (fresh.length === 0) return;
      for (const id of fresh) asked.current.add(id);
      void namePeople(fresh, (some) => call('namePeople', { boardId, accountIds: some })).then((answer) => {
        if ('value' in answer)
          setAnswered(
            (before) => new Map([...before, ...fresh.map((id) => [id, answer.value.get(id) ?? null] as const)]),
          );
        else for (const id of fresh) asked.current.delete(id);
      });
    },
    [boardId, given],
  );
  return useMemo(() => {
    const of = (accountId: string): string | null => given.get(accountId) ?? answered.get(accountId) ?? null;
    // Until Jira has said so nobody is called unknown.
    const said = (accountId: string): string =>
      of(accountId) ?? (answered.has(accountId) ? texts.team.unknownPerson(accountId) : `…${accountId.slice(-6)}`);
    return { of, said, ask };
  }, [given, answered, ask]);
}

/** Asks for the names of people who are shown. */
export function useAskedNames({ ask }: Names, accountIds: readonly string[]): void {
  useEffect(() => {
    ask(accountIds);
  }, [ask, accountIds]);
}
