import { parse } from 'csv-parse/sync';
import fc from 'fast-check';

import { numberStyle } from '../../../src/estimation/hours';
import { csvText } from '../../../static/planner/src/export/csv-text';
import { aTakenOutPlan } from './a-taken-out-plan';

/** What a spreadsheet has in its cells, before it looks for formulas in them. */
const cellsOf = (csv: string): string[][] => parse(csv, { bom: true });

const english = numberStyle('en-GB');

/** What a spreadsheet has for the summary of the first issue. */
const summaryCell = (summary: string): string =>
  cellsOf(csvText(aTakenOutPlan({ summaries: [summary] }), english))[1]?.[2] ?? '';

/** The signs that a spreadsheet takes for the beginning of a formula (OWASP), and the wide forms that some fold into them. */
const formulaSigns = ['=', '+', '-', '@', '\uff1d', '\uff0b', '\uff0d', '\uff20'];

describe('the plan for a spreadsheet', () => {
  it('has a row for each issue, with plain numbers', () => {
    expect(cellsOf(csvText(aTakenOutPlan(), english))).toEqual([
      [
        'Section',
        'Key',
        'Summary',
        'Status',
        'Assignee',
        'Original estimate (h)',
        'Estimate from',
        'Confidence (%)',
        'Confidence from',
        'Optimistic (h)',
        'Pessimistic (h)',
        'Ratio to here (%)',
        'Chance to here (%)',
        'Mark by the ratio',
      ],
      [
        'Above the line',
        'WEB-1',
        'Issue 1',
        'To Do',
        'Jana Kovář',
        '8',
        'issue',
        '80',
        'team',
        '6.4',
        '10',
        '100',
        '> 95',
        'Committed',
      ],
      [
        'Above the line',
        'WEB-2',
        'Issue 2',
        'To Do',
        '',
        '12',
        'issue',
        '60',
        'team',
        '7.2',
        '20',
        '100',
        '91',
        'Committed',
      ],
      [
        'Above the line',
        'WEB-3',
        'Issue 3',
        'To Do',
        '',
        '6',
        'issue',
        '90',
        'team',
        '5.4',
        '6.6667',
        '73.5849',
        '63',
        'Stretch',
      ],
      [
        'Below the line',
        'WEB-4',
        'Issue 4',
        'To Do',
        '',
        '10',
        'issue',
        '50',
        'default',
        '5',
        '20',
        '24.4898',
        '< 5',
        '',
      ],
    ]);
  });

  it('leaves cells empty where there is no number', () => {
    const [, first] = cellsOf(csvText(aTakenOutPlan({ capacityHours: null }), english));
    expect(first?.slice(-3)).toEqual(['', '', '']);
  });

  it('begins with the mark by which Excel knows UTF-8, and ends its lines as RFC 4180 says', () => {
    const csv = csvText(aTakenOutPlan(), english);
    expect(csv.startsWith('\ufeffSection,Key,')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(6);
  });

  it('is in a form that the reader’s spreadsheet opens in columns: semicolons where decimals have a comma', () => {
    const csv = csvText(aTakenOutPlan(), numberStyle('fr-FR'));
    expect(csv.split('\r\n')[3]).toBe(
      'Above the line;WEB-3;Issue 3;To Do;;6;issue;90;team;5,4;6,6667;73,5849;63;Stretch',
    );
  });

  it.each([
    ['commas, and "quotes"', 'commas, and "quotes"'],
    ['two\nlines', 'two lines'],
    ['👩‍💻 keeps her laptop', '👩‍💻 keeps her laptop'],
    // A spreadsheet would show these as text, apostrophe and all; without it, it would work them out.
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("https://evil.example","Click")', '\'=HYPERLINK("https://evil.example","Click")'],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\uff1d1+1', "'\uff1d1+1"],
    ['\uff0b1', "'\uff0b1"],
    ['\uff0d1', "'\uff0d1"],
    ['\uff20SUM(A1)', "'\uff20SUM(A1)"],
    // Tabs and line ends at the front, which some programs skip before they look for the sign, are gone.
    ['\t=1+1', "'=1+1"],
    ['\r=1+1', "'=1+1"],
    ['\n=1+1', "'=1+1"],
    ['\tindented', 'indented'],
    ['\u200e\ufeff =1+1', "'=1+1"],
    ['"=1+1', '"=1+1'],
  ])('shows the summary %j as %j', (summary, cell) => {
    expect(summaryCell(summary)).toBe(cell);
  });

  it('has no cell that a spreadsheet would work out, whatever people write', () => {
    const nasty = fc.constantFrom(...formulaSigns, '\t', '\r', '\n', ' ', '"', ',', ';', '\u200e', 'a', '1');
    fc.assert(
      fc.property(fc.array(nasty, { maxLength: 6 }), (signs) => {
        const rows = cellsOf(csvText(aTakenOutPlan({ summaries: [signs.join('')] }), english));
        expect(rows.map((row) => row.length)).toEqual([14, 14, 14, 14, 14]);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[\s=+\-@\uff1d\uff0b\uff0d\uff20]/);
      }),
    );
  });
});
