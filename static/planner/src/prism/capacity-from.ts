import type { Planner } from '../../../../src/contract';
import { texts } from '../texts';

/** Where the capacity comes from, with the reason that somebody gave, and what has changed since the sprint started. */
export function capacityFrom({ capacity, team }: Pick<Planner, 'capacity' | 'team'>): string {
  const { source, reason, from } = capacity;
  const changes = team?.changedSinceStart ?? 0;
  const withChanges = (said: string): string =>
    changes === 0 ? said : `${said} · ${texts.load.changedSinceStart(changes)}`;
  switch (source) {
    case 'team':
      return withChanges(texts.load.fromTeam);
    case 'previous':
      return from === null ? texts.load.fromPreviousOne : texts.load.fromPrevious(from);
    case 'sprint':
      return withChanges(
        reason === null || reason === ''
          ? texts.capacityOf.sprint
          : texts.load.because(texts.capacityOf.sprint, reason),
      );
    case 'board':
    case 'none':
      return texts.capacityOf[source];
  }
}
