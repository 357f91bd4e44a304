import { stringify } from 'csv-stringify/browser/esm/sync';

import type { NumberStyle } from '../../../../src/estimation/hours';
import { leastChance, mostChance } from '../numbers/chance';
import { wholeSure } from '../numbers/sure';
import type { TakenOutPlan } from './take-out';
import { texts } from '../texts';

/**
 * The plan for a spreadsheet, by RFC 4180 with a byte order mark, without which Excel takes UTF-8 for the machine's own
 * code page. Hours and percents are plain numbers. Where decimals have a comma, spreadsheets expect semicolons between the
 * cells: with commas French Excel opens the whole file in one column.
 *
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV injection"). What is white
 * space to a spreadsheet is made one space first, so that nothing can hide a formula's sign behind it.
 */
export function csvText(plan: TakenOutPlan, { typed }: Pick<NumberStyle, 'typed'>): string {
  const withComma = typed(0.5).includes(',');
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
        finding.csv.chanceToHere,
        finding.csv.markBy[plan.drives],
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
        chanceCell(row.chanceToHere, plan.desired),
        row.mark === null ? '' : texts.marks[row.mark],
      ]),
    ],
    {
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
      delimiter: withComma ? ';' : ',',
      cast: { number: (number) => (withComma ? String(number).replace('.', ',') : String(number)) },
    },
  );
}

/** Invisible signs are only taken from the front: within a text they join emoji and letters. */
function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/^[\s\p{Cf}]+/u, '')
    .trimEnd();
}

/** In whole percents as on the page: more would be more than can be known, and so is what is beyond, which is no number. */
function chanceCell(chance: number | null, desired: number): number | string | null {
  if (chance === null) return null;
  if (chance < leastChance) return `< ${String(leastChance * 100)}`;
  if (chance > mostChance) return `> ${String(mostChance * 100)}`;
  return Math.round(wholeSure(chance, 'chance', desired) * 100);
}

/** Four decimals are far below a minute, and above the rounding errors of sums. */
function rounded(number: number | null): number | null {
  return number === null ? null : Math.round(number * 10_000) / 10_000;
}
