import { useCallback, useEffect, useState } from 'react';

import type { Answer, ProblemAnswer } from '../../../../src/contract';
import { call } from '../bridge';
import type { SprintChoice } from '../planner-app';
import type { OpenedBoard } from '../settings/board-form';
import type { OpenedTeam, TeamChange } from './team-types';

/** The team of a board as it was read last, and how its board plans. */
export interface TeamDesk {
  readonly team: OpenedTeam;
  readonly settings: OpenedBoard;
}

type Step =
  { step: 'opening' } | { step: 'failed'; problem: ProblemAnswer } | { step: 'open'; desk: TeamDesk; reading: boolean };

/** null: it went well, and the page shows what is stored now. */
export type Saving = Promise<ProblemAnswer | null>;

export interface TeamActs {
  readonly state: Step;
  /** After `team.conflict` the page shows theirs, and the same change can be saved over it. */
  save(change: TeamChange): Saving;
  /** null goes back to the people's capacity. */
  override(sprintId: number, capacityHours: number | null, reason: string): Saving;
  /** Every sprint of this board gets its capacity from its people. */
  useTeamCapacity(): Saving;
  /** Out of every board's team, not only this one's. */
  forget(accountId: string): Promise<ProblemAnswer | { boards: number }>;
  /** Shows the team as it came back from elsewhere. */
  replace(team: OpenedTeam): void;
  again(): void;
}

/** Reads a board's team and one sprint of it, and changes it: what was changed by others meanwhile is never overwritten. */
export function useTeam({ boardId, sprintId }: SprintChoice): TeamActs {
  const [state, setState] = useState<Step>({ step: 'opening' });
  const [attempt, setAttempt] = useState(0);

  const read = useCallback(async (): Promise<Answer<TeamDesk>> => {
    const [team, settings] = await Promise.all([
      call('openTeam', { ...(boardId === null ? {} : { boardId }), ...(sprintId === null ? {} : { sprintId }) }),
      call('openBoardSettings', boardId === null ? {} : { boardId }),
    ]);
    if ('problem' in team) return team;
    if ('problem' in settings) return settings;
    return { value: { team: team.value, settings: settings.value } };
  }, [boardId, sprintId]);

  useEffect(() => {
    let current = true;
    // Another sprint of the same board changes one part of the page: the rest stays in sight meanwhile.
    setState((before) =>
      before.step === 'open' && (boardId === null || before.desk.team.board.id === boardId)
        ? { ...before, reading: true }
        : { step: 'opening' },
    );
    void read().then((answer) => {
      if (!current) return;
      setState(
        'value' in answer
          ? { step: 'open', desk: answer.value, reading: false }
          : { step: 'failed', problem: answer.problem },
      );
    });
    return () => {
      current = false;
    };
  }, [read, boardId, attempt]);

  const desk = state.step === 'open' ? state.desk : null;

  /** Shows what is stored now, whoever stored it. */
  const refresh = async (problem: ProblemAnswer | null): Saving => {
    const now = await read();
    if ('problem' in now) return problem ?? now.problem;
    setState({ step: 'open', desk: now.value, reading: false });
    return problem;
  };
  const after = async (answer: Answer<unknown>): Saving => {
    if (!('problem' in answer)) return refresh(null);
    return answer.problem.code === 'team.conflict' || answer.problem.code === 'settings.conflict'
      ? refresh(answer.problem)
      : answer.problem;
  };
  /** The team as the answer has it, if it is about the sprint that is shown. */
  const afterTeam = async (answer: Answer<OpenedTeam>, from: TeamDesk): Saving => {
    if ('problem' in answer || answer.value.sprint?.sprintId !== from.team.sprint?.sprintId) return after(answer);
    setState({ step: 'open', desk: { ...from, team: answer.value }, reading: false });
    return null;
  };

  return {
    state,
    save: async (change) => {
      if (desk === null) return null;
      const { board, revision } = desk.team;
      const shown = desk.team.sprint?.sprintId;
      const sprint = shown === undefined ? {} : { sprintId: shown };
      return afterTeam(await call('saveTeam', { boardId: board.id, ...sprint, revision, ...change }), desk);
    },
    override: async (sprint, capacityHours, reason) => {
      if (desk === null) return null;
      const { board, planRevision } = desk.team;
      const payload = { boardId: board.id, sprintId: sprint, revision: planRevision, capacityHours, reason };
      return afterTeam(await call('overrideCapacity', payload), desk);
    },
    useTeamCapacity: async () => {
      if (desk === null) return null;
      const { board, revision, setUp } = desk.settings;
      return after(
        await call('saveBoardSettings', {
          boardId: board.id,
          revision,
          capacityMode: 'team',
          // Who has chosen here need not be asked at first.
          ...(setUp ? {} : { setUp: true }),
        }),
      );
    },
    forget: async (accountId) => {
      if (desk === null) return { boards: 0 };
      const answer = await call('forgetPerson', { boardId: desk.team.board.id, accountId });
      if ('problem' in answer) return answer.problem;
      await refresh(null);
      return answer.value;
    },
    replace: (team) => {
      if (desk !== null) void afterTeam({ value: team }, desk);
    },
    again: () => {
      setAttempt(attempt + 1);
    },
  };
}
