import type { Payload, Value } from '../../../../src/contract';

/** The shapes that the Team tab reads and sends, by their names. */

export type OpenedTeam = Value<'openTeam'>;
export type TeamPerson = OpenedTeam['people'][number];
export type SprintCapacity = NonNullable<OpenedTeam['sprint']>;
/** What is to change; what is not named stays as it is. */
export type TeamChange = Omit<Payload<'saveTeam'>, 'boardId' | 'revision' | 'upload'>;
/** A person as they are saved: without what Jira and the other boards add. */
export type StoredPerson = NonNullable<TeamChange['people']>['set'][number];
export type TimeOff = OpenedTeam['timeOff'][number];
export type FreeDay = OpenedTeam['freeDays'][number];
export type HalfDay = FreeDay['half'];
