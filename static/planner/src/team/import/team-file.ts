import type { Value } from '../../../../../src/contract';

export type Team = Value<'openTeam'>;
/** What a file carries of it. */
export type TeamInAFile = Pick<Team, 'departments' | 'people' | 'timeOff'>;
/** Without what Jira and other boards say of them: that is for reading, and never comes back from a file. */
export type Person = Omit<Team['people'][number], 'name' | 'shareElsewhere'>;
export type Department = Team['departments'][number];
export type TimeOff = Team['timeOff'][number];

export type Kind = 'department' | 'person' | 'timeOff';

/** One thing of a file as it was written there, not checked yet. */
export interface RawRow {
  /** Of the file, from 1. */
  readonly line: number;
  readonly kind: Kind;
  readonly fields: ReadonlyMap<string, unknown>;
}

/**
 * Why something is refused. A file that cannot be read at all is `notJson`, `notCsv`, `notTeam`, `noColumn` or `tooMany`;
 * the others are about one row.
 */
export type RefusalReason =
  | 'notJson'
  | 'notCsv'
  | 'notTeam'
  | 'noColumn'
  | 'tooMany'
  | 'kind'
  | 'accountId'
  | 'hoursPerDay'
  | 'weekdays'
  | 'date'
  | 'untilBeforeFrom'
  | 'share'
  | 'focus'
  | 'role'
  | 'region'
  | 'status'
  | 'departments'
  | 'unknownDepartment'
  | 'id'
  | 'departmentName'
  | 'parentId'
  | 'noParent'
  | 'cycle'
  | 'tooDeep'
  | 'half'
  | 'reason'
  | 'unknownPerson'
  | 'notInJira'
  | 'twice';

export interface Refusal {
  readonly line: number;
  readonly why: RefusalReason;
}

export interface ReadFile {
  readonly rows: readonly RawRow[];
  readonly refused: readonly Refusal[];
}

/** More than any board has, and what an import can carry: 50 parts of 500. */
export const mostRows = 20_000;

/** @param day yyyy-mm-dd */
export function teamFileName(boardId: number, day: string, format: 'csv' | 'json'): string {
  return `planprism-team-${String(boardId)}-${day}.${format}`;
}
