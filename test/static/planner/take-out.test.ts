import { numberStyle } from '../../../src/estimation/hours';
import { markdownTable } from '../../../static/planner/src/export/take-out';
import { aTakenOutPlan } from './a-taken-out-plan';

const english = numberStyle('en-GB', { hoursPerDay: 8, daysPerWeek: 5, format: 'hours' });
const french = numberStyle('fr-FR', { hoursPerDay: 8, daysPerWeek: 5, format: 'hours' });

/** With plain spaces: which kind of space a locale puts before a unit is not what is tested here. */
const linesOf = (table: string): string[] => table.replace(/[\u00a0\u202f]/g, ' ').split('\n');

describe('the plan as a Markdown table', () => {
  it('says what it is about, has the issues in plan order, and the line among them', () => {
    expect(linesOf(markdownTable(aTakenOutPlan(), english))).toEqual([
      '**Sprint 24** · 30 Nov – 11 Dec 2026 · capacity 32 h · confidence ratio 74% · chance to finish 63% · line put by hand · above the line 26 h (OPT 19 h, PES 36.7 h) · all issues 36 h (OPT 24 h, PES 56.7 h)',
      '',
      '| Key | Summary | Status | Assignee | Original estimate | Confidence | Optimistic | Pessimistic | Ratio to here | Chance to here | Mark |',
      '| --- | --- | --- | --- | --: | --: | --: | --: | --: | --: | --- |',
      '| WEB-1 | Issue 1 | To Do | Jana Kovář | 8 h | 80% | 6.4 h | 10 h | 100% | \\> 95% | Committed |',
      '| WEB-2 | Issue 2 | To Do | Unassigned | 12 h | 60% | 7.2 h | 20 h | 100% | 91% | Committed |',
      '| WEB-3 | Issue 3 | To Do | Unassigned | 6 h | 90% | 5.4 h | 6.7 h | 74% | 63% | Stretch |',
      '|  | **Cutline: 3 of 4 issues above** |  |  |  |  |  |  |  |  |  |',
      '| WEB-4 | Issue 4 | To Do | Unassigned | 10 h | 50% (default) | 5 h | 20 h | 24% | \\< 5% |  |',
      '',
    ]);
  });

  it('has marks by the number that draws the line', () => {
    const byChance = markdownTable(aTakenOutPlan({ drives: 'chance', capacityHours: 25 }), english);
    // (25 − 13.6) ÷ 16.4 = 70 % by the ratio.
    expect(linesOf(byChance)[5]).toMatch(/\| 70% \| 91% \| Committed \|$/);
  });

  it('has the numbers as the reader writes them', () => {
    const [head] = linesOf(markdownTable(aTakenOutPlan(), french));
    expect(head).toContain('OPT 19 h, PES 36,7 h');
  });

  it.each([
    [0, 4],
    [4, 8],
  ])('has the line also when %p issues are above it', (count, at) => {
    const lines = linesOf(markdownTable(aTakenOutPlan({ count }), english));
    expect(lines.findIndex((line) => line.includes('Cutline'))).toBe(at);
    expect(lines.filter((line) => line.startsWith('| WEB-'))).toHaveLength(4);
  });

  it('says that there is no capacity rather than a ratio', () => {
    const lines = linesOf(markdownTable(aTakenOutPlan({ capacityHours: null }), english));
    expect(lines[0]).toContain('no capacity set · line put by hand · above the line');
    expect(lines[4]).toBe('| WEB-1 | Issue 1 | To Do | Jana Kovář | 8 h | 80% | 6.4 h | 10 h |  |  |  |');
  });

  it.each([
    ['a | b', 'a \\| b'],
    ['ends in a backslash \\', 'ends in a backslash \\\\'],
    ['one\r\nand two', 'one and two'],
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['[here](https://example.com)', '\\[here\\](https://example.com)'],
    ['**bold** `code` snake_case ~~gone~~', '\\*\\*bold\\*\\* \\`code\\` snake\\_case \\~\\~gone\\~\\~'],
    ['R&D writes &lt;', 'R&D writes \\&lt;'],
  ])('keeps the summary %j one cell that reads as it was written', (summary, cell) => {
    const lines = linesOf(markdownTable(aTakenOutPlan({ summaries: [summary] }), english));
    expect(lines[4]).toContain(`| WEB-1 | ${cell} | To Do |`);
  });
});
