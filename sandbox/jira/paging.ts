import { jiraLimits } from './limits';
import type { Query } from './query';
import { jiraRefusalTable } from './refusals';
import { refused } from './refuse';

export interface OffsetPage<Item> {
  maxResults: number;
  startAt: number;
  total: number;
  isLast: boolean;
  values: Item[];
}

/** The page of boards or sprints that `startAt` and `maxResults` ask for. */
export function offsetPage<Item>(all: readonly Item[], query: Query): OffsetPage<Item> {
  const startAt = query.wholeNumber('startAt', 0) ?? 0;
  const maxResults = Math.min(query.wholeNumber('maxResults', 1) ?? jiraLimits.agilePage, jiraLimits.agilePageMost);
  const values = all.slice(startAt, startAt + maxResults);
  return { maxResults, startAt, total: all.length, isLast: startAt + values.length >= all.length, values };
}

export interface TokenPage<Item> {
  items: Item[];
  /** Only when there is a next page. */
  nextPageToken?: string;
}

/** The page of issues that `nextPageToken` and `maxResults` ask for. */
export function tokenPage<Item>(all: readonly Item[], query: Query): TokenPage<Item> {
  const maxResults = Math.min(query.wholeNumber('maxResults', 1) ?? jiraLimits.issuePage, jiraLimits.issuePageMost);
  return pageFrom(all, query.text('nextPageToken'), maxResults);
}

/** The page that begins where the token says. @throws JiraRefusal 400 for a token that is none */
export function pageFrom<Item>(all: readonly Item[], token: string | undefined, maxResults: number): TokenPage<Item> {
  const from = token === undefined ? 0 : placeOf(token);
  const items = all.slice(from, from + maxResults);
  const next = from + items.length;
  return next < all.length ? { items, nextPageToken: tokenOf(next) } : { items };
}

/** Opaque on purpose: an app must not read or build one. */
function tokenOf(place: number): string {
  return Buffer.from(`from:${place}`).toString('base64url');
}

function placeOf(token: string): number {
  const place = /^from:(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (place === undefined) throw refused(jiraRefusalTable.unknownPageToken);
  return Number(place);
}
