import fc from 'fast-check';

import type { EstimatedIssue } from '../../src/estimation/plan';

/** Estimates as Jira keeps them: whole seconds, from one minute to 10,000 h; now and then none. */
export const hours = fc.integer({ min: 60, max: 36_000_000 }).map((seconds) => seconds / 3600);
/** Whole percents, as people set them. */
export const confidence = fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100);
export const issue: fc.Arbitrary<EstimatedIssue> = fc.record({
  hours: fc.option(hours, { freq: 8, nil: null }),
  confidence,
});
export const issues = fc.array(issue, { maxLength: 40 });
export const capacity = fc.integer({ min: 0, max: 400_000 }).map((tenths) => tenths / 10);
export const desired = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
