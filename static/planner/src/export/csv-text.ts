import { stringify } from 'csv-stringify/browser/esm/sync';

import type { TakenOutPlan } from './take-out';
import { texts } from '../texts';

/**
 * The plan for a spreadsheet, by RFC 4180 with a byte order mark, without which Excel takes UTF-8 for the machine's own
 * code page. Hours and percents are plain numbers with a dot.
 *
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV injection"). What is white
 * space to a spreadsheet is made one space first, so that nothing can hide a formula's sign behind it.
 */
export function csvText(plan: TakenOutPlan): string {
  const { columns, finding } = texts;
  return stringify(
    [
      [
        finding.section,
        columns.key,
        columns.summary,
        columns.status,
        columns.assignee,
        finding.csv.estimate,
        finding.csv.estimateFrom,
        finding.csv.confidence,
        finding.csv.confidenceFrom,
        finding.csv.optimistic,
        finding.csv.pessimistic,
        finding.csv.ratioToHere,
      ],
      ...plan.rows.map((row) => [
        finding.sections[row.section],
        oneLine(row.key),
        oneLine(row.summary),
        oneLine(row.status),
        oneLine(row.assignee ?? ''),
        rounded(row.hours),
        finding.csv.hoursSource[row.hoursSource],
        row.confidence,
        finding.csv.confidenceSource[row.confidenceSource],
        rounded(row.optimistic),
        rounded(row.pessimistic),
        rounded(row.ratioToHere === null ? null : row.ratioToHere * 100),
      ]),
    ],
    { bom: true, escape_formulas: true, record_delimiter: 'windows' },
  );
}

/** Invisible signs are only taken from the front: within a text they join emoji and letters. */
function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/^[\s\p{Cf}]+/u, '')
    .trimEnd();
}

/** Four decimals are far below a minute, and above the rounding errors of sums. */
function rounded(number: number | null): number | null {
  return number === null ? null : Math.round(number * 10_000) / 10_000;
}
