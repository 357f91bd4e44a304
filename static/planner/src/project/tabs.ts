import type { SprintChoice } from '../planner-app';

/** In the order in which they stand beside each other. */
export const tabs = ['planner', 'team', 'settings'] as const;

export type Tab = (typeof tabs)[number];

/** What the app's part of the address says: '/settings?board=1'. */
export interface TabPlace extends SprintChoice {
  readonly tab: Tab;
}

/** An address that nobody made is the planner's, and an id that is none says nothing. */
export function placeOfPath(path: string): TabPlace {
  const { pathname, searchParams } = new URL(path, 'https://page.invalid');
  return {
    tab: tabs.find((tab) => pathname === `/${tab}`) ?? 'planner',
    boardId: idOf(searchParams.get('board')),
    sprintId: idOf(searchParams.get('sprint')),
  };
}

export function pathOfPlace({ tab, boardId, sprintId }: TabPlace): string {
  const asked = new URLSearchParams();
  if (boardId !== null) asked.set('board', String(boardId));
  if (sprintId !== null) asked.set('sprint', String(sprintId));
  return asked.size === 0 ? `/${tab}` : `/${tab}?${asked.toString()}`;
}

function idOf(text: string | null): number | null {
  const id = Number(text ?? '');
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}
