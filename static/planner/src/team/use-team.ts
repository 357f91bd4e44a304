import { useCallback, useEffect, useRef, useState } from 'react';

import type { Answer, ProblemAnswer, Value } from '../../../../src/contract';
import { call } from '../bridge';
import type { SprintChoice } from '../planner-app';
import type { OpenedBoard } from '../settings/board-form';
import { requestNumbers } from './request-numbers';
import type { OpenedTeam, TeamChange } from './team-types';

/** The team of a board as it was read last, and how its board plans. */
export interface TeamDesk {
  readonly team: OpenedTeam;
  readonly settings: OpenedBoard;
}

/** `unread`: something was saved, and could not be read after that. */
type Step =
  | { step: 'opening' }
  | { step: 'failed'; problem: ProblemAnswer }
  | { step: 'open'; desk: TeamDesk; reading: boolean; unread: boolean };

/** null: it is saved, and the page shows what is stored now, or says that it could not be read. */
export type Saving = Promise<ProblemAnswer | null>;

export interface TeamActs {
  readonly state: Step;
  /** After `team.conflict` the page shows theirs, and the same change can be saved over it. */
  save(change: TeamChange): Saving;
  /** null goes back to what the board plans with. */
  override(sprintId: number, capacityHours: number | null, reason: string): Saving;
  /** Every sprint of this board gets its capacity from its people. */
  useTeamCapacity(): Saving;
  /** Out of every board's team, not only this one's. */
  forget(accountId: string): Promise<ProblemAnswer | { boards: number }>;
  /** Shows the team as it came back from elsewhere; null: it was saved, and could not be read after that. */
  replace(team: OpenedTeam | null): void;
  again(): void;
}

type Read = () => Promise<Answer<TeamDesk>>;

/** Reads a board's team and one sprint of it, and changes it: what was changed by others meanwhile is never overwritten. */
export function useTeam({ boardId, sprintId }: SprintChoice): TeamActs {
  const [state, setState] = useState<Step>({ step: 'opening' });
  const [attempt, setAttempt] = useState(0);
  const [requests] = useState(requestNumbers);

  const read = useCallback<Read>(async () => {
    const [team, settings] = await Promise.all([
      call('openTeam', { ...(boardId === null ? {} : { boardId }), ...(sprintId === null ? {} : { sprintId }) }),
      call('openBoardSettings', boardId === null ? {} : { boardId }),
    ]);
    if ('problem' in team) return team;
    if ('problem' in settings) return settings;
    return { value: { team: team.value, settings: settings.value } };
  }, [boardId, sprintId]);
  /** Of what was chosen last, for who began before that. */
  const readChosen = useRef(read);

  useEffect(() => {
    readChosen.current = read;
    const isNewest = requests.begin();
    // Another sprint of the same board changes one part of the page: the rest stays in sight meanwhile.
    setState((before) =>
      before.step === 'open' && (boardId === null || before.desk.team.board.id === boardId)
        ? { ...before, reading: true }
        : { step: 'opening' },
    );
    void read().then((answer) => {
      if (!isNewest()) return;
      setState('value' in answer ? showing(answer.value) : { step: 'failed', problem: answer.problem });
    });
    return () => {
      requests.begin();
    };
  }, [read, boardId, attempt, requests]);

  const desk = state.step === 'open' ? state.desk : null;

  const showUnread = (): void => {
    setState((before) => (before.step === 'open' ? { ...before, reading: false, unread: true } : before));
  };
  /** Shows what is stored now, whoever stored it. @param problem of what was to be saved; null: it is stored */
  const refresh = async (problem: ProblemAnswer | null): Saving => {
    const isNewest = requests.begin();
    const now = await readChosen.current();
    if (!isNewest()) return problem;
    if ('value' in now) setState(showing(now.value));
    else if (problem === null) showUnread();
    return problem;
  };
  const after = async ({ problem }: { problem: ProblemAnswer }): Saving =>
    problem.code === 'team.conflict' || problem.code === 'settings.conflict' ? refresh(problem) : problem;
  /** Saves, and shows the team as the answer has it, unless another sprint is asked for meanwhile. */
  const saving = async (from: TeamDesk, answering: Promise<Answer<Value<'saveTeam'>>>): Saving => {
    const isNewest = requests.watch();
    const wasReading = state.step === 'open' && state.reading;
    const answer = await answering;
    if ('problem' in answer) return after(answer);
    const { team } = answer.value;
    if (!isNewest() || wasReading) return refresh(null);
    if (team === null) showUnread();
    else if (team.sprint?.sprintId !== from.team.sprint?.sprintId) return refresh(null);
    else setState(showing({ ...from, team }));
    return null;
  };

  return {
    state,
    save: async (change) => {
      if (desk === null) return null;
      const { board, revision } = desk.team;
      const shown = desk.team.sprint?.sprintId;
      const sprint = shown === undefined ? {} : { sprintId: shown };
      return saving(desk, call('saveTeam', { boardId: board.id, ...sprint, revision, ...change }));
    },
    override: async (sprint, capacityHours, reason) => {
      if (desk === null) return null;
      const { board, planRevision } = desk.team;
      const payload = { boardId: board.id, sprintId: sprint, revision: planRevision, capacityHours, reason };
      return saving(desk, call('overrideCapacity', payload));
    },
    useTeamCapacity: async () => {
      if (desk === null) return null;
      const { board, revision, setUp } = desk.settings;
      const answer = await call('saveBoardSettings', {
        boardId: board.id,
        revision,
        capacityMode: 'team',
        // Who has chosen here need not be asked at first.
        ...(setUp ? {} : { setUp: true }),
      });
      return 'problem' in answer ? after(answer) : refresh(null);
    },
    forget: async (accountId) => {
      if (desk === null) return { boards: 0 };
      const answer = await call('forgetPerson', { boardId: desk.team.board.id, accountId });
      if ('problem' in answer) return answer.problem;
      await refresh(null);
      return answer.value;
    },
    replace: (team) => {
      if (desk !== null) void saving(desk, Promise.resolve({ value: { team } }));
    },
    again: () => {
      setAttempt(attempt + 1);
    },
  };
}

function showing(desk: TeamDesk): Step {
  return { step: 'open', desk, reading: false, unread: false };
}
