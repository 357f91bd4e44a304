import type { Value } from '../../../../src/contract';

/** The shapes that the History tab reads, by their names. */

export type OpenedHistory = Value<'openHistory'>;
export type LearnRun = Value<'startLearning'>;
export type PastSprint = OpenedHistory['sprints'][number];
export type FinishedIssue = OpenedHistory['issues'][number];
