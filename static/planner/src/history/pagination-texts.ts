import { texts } from '../texts';

/** What a table that has more than one page calls the parts of its navigation. */
export function paginationTexts(table: string): { label: string; prev: string; next: string; pageLabel: string } {
  return {
    label: texts.history.pagination(table),
    prev: texts.history.previous,
    next: texts.history.next,
    pageLabel: texts.history.page,
  };
}
