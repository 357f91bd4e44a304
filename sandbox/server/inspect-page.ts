import type { HttpQuestion } from './http-question';

/** Rows of a list that the inspector gets at once: a site may have ten thousand issues. */
const rowsOfAPage = 50;

/** A part of a list that is too long to be sent each second. */
export interface ListPage<Row> {
  /** How many rows there are in all. */
  total: number;
  /** Place of the first row here, from 0. */
  from: number;
  rows: Row[];
}

/**
 * The page that `from` asks for. A list that has become shorter answers its last page.
 *
 * @param show makes a row of an item; only called for the items of the page
 */
export function listPage<Item, Row>(
  items: readonly Item[],
  query: URLSearchParams,
  show: (item: Item) => Row,
): ListPage<Row> {
  const wanted = Number(query.get('from') ?? 0);
  const lastPage = Math.max(0, Math.ceil(items.length / rowsOfAPage) - 1) * rowsOfAPage;
  const from = Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, lastPage) : 0;
  return { total: items.length, from, rows: items.slice(from, from + rowsOfAPage).map(show) };
}

/** What follows the path: `?from=50&search=login`. */
export function queryOf(question: HttpQuestion): URLSearchParams {
  return new URL(question.target, 'http://sandbox.invalid').searchParams;
}

/** Whether one of the texts holds what is searched for, whatever the case. */
export function holds(texts: readonly string[], search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
