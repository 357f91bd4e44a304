import { workOutPlan } from '../../../src/estimation/plan';
import type { Sure } from '../../../static/planner/src/numbers/sure';
import { takeOut, type TakenOutPlan } from '../../../static/planner/src/export/take-out';
import { anItem } from './an-item';

/**
 * The plan of DESIGN.md §2 with one more issue below the line, capacity 32 h:
 *
 *     8 h at 80 %:  6.4 – 10 h      down to here  6.4 – 10     fits: 100 %
 *    12 h at 60 %:  7.2 – 20 h                   13.6 – 30     fits: 100 %
 *     6 h at 90 %:  5.4 –  6.67 h                19   – 36.67  (32 − 19) ÷ 17.67 = 73.58 %
 *    10 h at 50 %:  5   – 20 h                   24   – 56.67  (32 − 24) ÷ 32.67 = 24.49 %
 *
 * The chances down to them are made up: 99, 91, 62.6 and 4 %.
 */
export function aTakenOutPlan(
  said: {
    summaries?: readonly string[];
    sprint?: string;
    capacityHours?: number | null;
    count?: number;
    drives?: Sure;
  } = {},
): TakenOutPlan {
  const capacityHours = said.capacityHours === undefined ? 32 : said.capacityHours;
  const items = [
    { hours: 8, confidence: 80, assignee: { accountId: 'a-jana', name: 'Jana Kovář' } },
    { hours: 12, confidence: 60 },
    { hours: 6, confidence: 90 },
    { hours: 10, confidence: 50, confidenceSource: 'default' as const },
  ].map((issue, index) =>
    anItem({
      ...issue,
      issueId: String(10_001 + index),
      key: `WEB-${String(index + 1)}`,
      summary: said.summaries?.[index] ?? `Issue ${String(index + 1)}`,
    }),
  );
  const outcome = workOutPlan({
    issues: items.map(({ hours, confidence }) => ({ hours, confidence: confidence / 100 })),
    capacity: capacityHours,
    desired: 0.8,
    policy: 'closest',
    cutline: { mode: 'manual', count: said.count ?? 3 },
    chances: capacityHours === null ? null : [0.99, 0.91, 0.626, 0.04],
    drives: said.drives ?? 'ratio',
  });
  const sprint = {
    id: 7,
    name: said.sprint ?? 'Sprint 24',
    state: 'future' as const,
    startDate: '2026-11-30T09:00:00.000Z',
    endDate: '2026-12-11T17:00:00.000Z',
  };
  return takeOut({ draft: { capacityHours, desired: 80, mode: 'manual' }, outcome, items }, sprint, 'en-GB');
}
