import type { PlannerItem } from '../../../../src/contract';
import { epicOf, isLowConfidence, isUnestimated, none } from './filter';

export interface FilterChoice {
  /** An account id, a key, or `none`. */
  readonly id: string;
  /** Empty for `none`. */
  readonly name: string;
  /** How many of the issues it has. */
  readonly count: number;
}

/** What these issues can be filtered by, and how many each choice has. */
export interface FilterChoices {
  /** By name; nobody comes last. */
  readonly assignees: readonly FilterChoice[];
  /** By name; no epic comes last. */
  readonly epics: readonly FilterChoice[];
  readonly unestimated: number;
  readonly lowConfidence: number;
}

/** @param items of the plan and of the backlog */
export function filterChoices(items: readonly PlannerItem[]): FilterChoices {
  return {
    assignees: counted(
      items.map(({ assignee }) =>
        assignee === null ? { id: none, name: '' } : { id: assignee.accountId, name: assignee.name },
      ),
    ),
    epics: counted(
      items.map((item) => {
        const epic = epicOf(item);
        return epic === null ? { id: none, name: '' } : { id: epic.key, name: epic.summary || epic.key };
      }),
    ),
    unestimated: items.filter(isUnestimated).length,
    lowConfidence: items.filter(isLowConfidence).length,
  };
}

function counted(things: readonly { id: string; name: string }[]): FilterChoice[] {
  const byId = new Map<string, FilterChoice>();
  for (const { id, name } of things) byId.set(id, { id, name, count: (byId.get(id)?.count ?? 0) + 1 });
  const order = new Intl.Collator(undefined, { numeric: true });
  return [...byId.values()].sort(
    (one, other) =>
      Number(one.id === none) - Number(other.id === none) ||
      order.compare(one.name, other.name) ||
      order.compare(one.id, other.id),
  );
}
