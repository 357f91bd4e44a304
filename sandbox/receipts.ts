/**
 * Where a limit or a refusal of the sandbox comes from. test/fidelity/receipts.test.ts looks up each of them, as far as
 * that can be done without Atlassian's site.
 */
export type Source =
  /** The words stand in Atlassian's description of the REST API (shared/jira/operations.json). */
  | { from: 'description'; quote: string }
  /** Measured on a Jira Cloud site; the words stand in shared/jira/measured-facts.md. */
  | { from: 'measured-facts'; quote: string }
  /** The words stand in a recorded answer of Jira's, below shared/jira/fixtures. */
  | { from: 'recording'; file: string; quote: string }
  /** Somebody met it and showed Jira's answer: a public issue thread, and the day it was written. */
  | { from: 'report'; url: string; date: string }
  /** A page of developer.atlassian.com, as it was on that day. */
  | { from: 'page'; url: string; date: string }
  /** The words stand in a file of an installed package. */
  | { from: 'package'; name: string; version: string; file: string; quote: string }
  /** No source says it: the sandbox's own choice. */
  | { from: 'ours'; why: string };

export interface Limit {
  value: unknown;
  unit: string;
  source: Source;
}

/** What is turned down, and how. */
export interface Refusal {
  status: number;
  /** What the answer says, `{}` for each part that varies: words for people, or the error code of Forge's storage. */
  words: string;
  /** One for each thing that needs one: that it is refused, and the words. */
  sources: readonly [Source, ...Source[]];
}

/** The bare values of a table of limits, for the code that enforces them. */
export function valuesOf<Table extends Record<string, Limit>>(
  table: Table,
): { readonly [Name in keyof Table]: Table[Name]['value'] };
export function valuesOf(table: Record<string, Limit>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(table).map(([name, { value }]) => [name, value]));
}

/** The words of a refusal, with what varies in it put in, one after the other. */
export function wordsOf({ words }: Refusal, ...parts: readonly (string | number)[]): string {
  const left = [...parts];
  return words.replace(/\{\}/g, () => String(left.shift() ?? ''));
}

export function described(quote: string): Source {
  return { from: 'description', quote };
}

export function measured(quote: string): Source {
  return { from: 'measured-facts', quote };
}

/** @param path after https://developer.atlassian.com/platform/forge/ @param date as the page was on that day */
export function forgePage(path: string, date: string): Source {
  return { from: 'page', url: `https://developer.atlassian.com/platform/forge/${path}/`, date };
}

/** @param thread owner/repository/issues/number on GitHub @param date when it was written */
export function reported(thread: string, date: string): Source {
  return { from: 'report', url: `https://github.com/${thread}`, date };
}

export function ours(why: string): Source {
  return { from: 'ours', why };
}
