import type { SprintChoice } from '../planner-app';

/** In the order in which they stand beside each other. */
export const tabs = ['planner', 'team', 'history', 'settings'] as const;

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

/** Whether both show the same: an address that nobody made shows what '/planner' does. */
export function isSamePlace(one: string, other: string): boolean {
  return pathOfPlace(placeOfPath(one)) === pathOfPlace(placeOfPath(other));
}

export function pathOfPlace({ tab, boardId, sprintId }: TabPlace): string {
  const asked = new URLSearchParams();
  if (boardId !== null) asked.set('board', String(boardId));
  if (sprintId !== null) asked.set('sprint', String(sprintId));
  return asked.size === 0 ? `/${tab}` : `/${tab}?${asked.toString()}`;
}

/**
 * Where a tab leads to: back to the sprint that was planned on last, unless another board was chosen since.
 *
 * @param shown what is shown now
 * @param planned what the planner showed last
 */
export function pathOfTab(tab: Tab, shown: TabPlace, planned: SprintChoice): string {
  if (tab === 'settings' || tab === 'history') return pathOfPlace({ tab, boardId: shown.boardId, sprintId: null });
  const boardId = shown.boardId ?? planned.boardId;
  return pathOfPlace({ tab, boardId, sprintId: boardId === planned.boardId ? planned.sprintId : null });
}

function idOf(text: string | null): number | null {
  const id = Number(text ?? '');
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}
