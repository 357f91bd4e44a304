import { csvFileName } from '../../../static/planner/src/export/file-name';

// The 21st of November, in the time zone of whoever downloads.
const today = new Date(2026, 10, 21, 23, 59);

describe('the file that a plan is saved as', () => {
  it.each([
    ['Sprint 24', 'Sprint 24 plan 2026-11-21.csv'],
    ['Web/API: Q4 "final"?', 'Web-API- Q4 -final-- plan 2026-11-21.csv'],
    ['../../etc/passwd', '-..-etc-passwd plan 2026-11-21.csv'],
    ['  .hidden', 'hidden plan 2026-11-21.csv'],
    ['Größe 日本 👩‍💻', 'Größe 日本 👩‍💻 plan 2026-11-21.csv'],
    ['turned \u202egpj.exe', 'turned gpj.exe plan 2026-11-21.csv'],
    ['tab\tand\nline', 'tabandline plan 2026-11-21.csv'],
    ['', 'plan 2026-11-21.csv'],
  ])('of the sprint %j is %j', (sprint, name) => {
    expect(csvFileName(sprint, today)).toBe(name);
  });

  it('is short enough for every file system, also in letters of four bytes', () => {
    expect(Buffer.byteLength(csvFileName('𝔖'.repeat(300), today))).toBeLessThanOrEqual(255);
  });
});
