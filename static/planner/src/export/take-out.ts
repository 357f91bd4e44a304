import type { PlannerItem, PlannerSprint } from '../../../../src/contract';
import type { NumberStyle } from '../../../../src/estimation/hours';
import type { HoursRange } from '../../../../src/estimation/range';
import { markOf, type RulerMark } from '../../../../src/estimation/ruler';
import { type Sure, sureText } from '../numbers/sure';
import type { PlanView } from '../plan/plan-view';
import { sprintDates } from '../numbers/sprint-dates';
import { texts } from '../texts';

/** One issue of the plan, as it leaves the page. */
export interface TakenOutRow {
  readonly section: 'above' | 'below';
  readonly key: string;
  readonly summary: string;
  readonly status: string;
  readonly assignee: string | null;
  /** Hours; null is unestimated. */
  readonly hours: number | null;
  readonly hoursSource: PlannerItem['hoursSource'];
  /** Whole percent. */
  readonly confidence: number;
  readonly confidenceSource: PlannerItem['confidenceSource'];
  readonly optimistic: number | null;
  readonly pessimistic: number | null;
  /** If the line were right below it: fractions; null without a capacity. */
  readonly ratioToHere: number | null;
  readonly chanceToHere: number | null;
  /** What it reaches of the number that draws the line. */
  readonly mark: RulerMark | null;
}

/** The plan as copied, downloaded and printed: the sprint without its backlog, as it stands on the page. */
export interface TakenOutPlan {
  readonly sprint: string;
  /** Empty when the sprint has none. */
  readonly dates: string;
  readonly capacityHours: number | null;
  /** Of what is above the line, and what is wanted: fractions; null without a capacity, or with nothing above. */
  readonly ratio: number | null;
  readonly chance: number | null;
  readonly desired: number;
  /** Which of the two the line and the marks go by. */
  readonly drives: Sure;
  /** Where somebody put it, the line goes by none. */
  readonly lineMode: 'auto' | 'manual';
  readonly above: HoursRange;
  readonly all: HoursRange;
  /** In plan order. */
  readonly rows: readonly TakenOutRow[];
}

type PlanOnPage = Pick<PlanView, 'outcome' | 'items'> & {
  readonly draft: Pick<PlanView['draft'], 'capacityHours' | 'desired' | 'mode'>;
};

/** @param locale for the dates */
export function takeOut({ draft, outcome, items }: PlanOnPage, sprint: PlannerSprint, locale: string): TakenOutPlan {
  const { drives } = outcome;
  const markAt = (index: number): RulerMark | null => {
    const sure = (drives === 'chance' ? outcome.chanceToHere : outcome.toHere)?.[index];
    return sure === undefined || items[index]?.hours === null ? null : markOf(sure);
  };
  return {
    sprint: sprint.name,
    dates: sprintDates(sprint, locale),
    capacityHours: draft.capacityHours,
    ratio: outcome.count === 0 ? null : outcome.ratio,
    chance: outcome.count === 0 ? null : outcome.chance,
    desired: draft.desired / 100,
    drives,
    lineMode: draft.mode,
    above: outcome.above,
    all: outcome.all,
    rows: items.map((item, index) => ({
      section: index < outcome.count ? 'above' : 'below',
      key: item.key,
      summary: item.summary,
      status: item.status.name,
      assignee: item.assignee?.name ?? null,
      hours: item.hours,
      hoursSource: item.hoursSource,
      confidence: item.confidence,
      confidenceSource: item.confidenceSource,
      optimistic: outcome.ranges[index]?.optimistic ?? null,
      pessimistic: outcome.ranges[index]?.pessimistic ?? null,
      ratioToHere: outcome.toHere?.[index] ?? null,
      chanceToHere: outcome.chanceToHere?.[index] ?? null,
      mark: markAt(index),
    })),
  };
}

/** The columns of the table that people read, in its order. */
export function columnNames(): readonly string[] {
  const { columns, finding } = texts;
  return [
    columns.key,
    columns.summary,
    columns.status,
    columns.assignee,
    columns.estimateLong,
    columns.confidenceLong,
    columns.optimistic,
    columns.pessimistic,
    finding.ratioToHere,
    finding.chanceToHere,
    finding.mark,
  ];
}

/** One issue in words and the reader's own numbers, in the order of the columns. A default is marked as one. */
export function rowInWords(
  row: TakenOutRow,
  { desired }: Pick<TakenOutPlan, 'desired'>,
  numbers: NumberStyle,
): readonly string[] {
  const defaulted = (shown: string, source: string): string =>
    source === 'default' ? texts.finding.defaulted(shown) : shown;
  const estimate = (hours: number): string =>
    row.hoursSource === 'default'
      ? defaulted(numbers.hours(hours), row.hoursSource)
      : `${numbers.hours(hours)}${texts.estimateSource[row.hoursSource]}`;
  return [
    row.key,
    row.summary,
    row.status,
    row.assignee ?? texts.unassigned,
    row.hours === null ? texts.noEstimate : estimate(row.hours),
    defaulted(numbers.percent(row.confidence / 100), row.confidenceSource),
    row.optimistic === null ? '' : numbers.rounded(row.optimistic),
    row.pessimistic === null ? '' : numbers.rounded(row.pessimistic),
    row.ratioToHere === null ? '' : sureText(row.ratioToHere, 'ratio', desired, numbers),
    row.chanceToHere === null ? '' : sureText(row.chanceToHere, 'chance', desired, numbers),
    row.mark === null ? '' : texts.marks[row.mark],
  ];
}

/**
 * Capacity, ratio and chance, which of them draws the line, and the sums of both sets, each by its name; what there is not is
 * left out.
 */
export function planInWords(plan: TakenOutPlan, numbers: NumberStyle): readonly string[] {
  const { finding } = texts;
  const sum = ({ optimistic, original, pessimistic }: HoursRange): [string, string, string] => [
    numbers.rounded(original),
    numbers.rounded(optimistic),
    numbers.rounded(pessimistic),
  ];
  return [
    ...(plan.dates === '' ? [] : [plan.dates]),
    plan.capacityHours === null ? finding.noCapacity : texts.capacityIs(numbers.capacity(plan.capacityHours)),
    ...(plan.ratio === null ? [] : [texts.sureIs.ratio(sureText(plan.ratio, 'ratio', plan.desired, numbers))]),
    ...(plan.chance === null ? [] : [texts.sureIs.chance(sureText(plan.chance, 'chance', plan.desired, numbers))]),
    ...(plan.lineMode === 'manual' ? [finding.linePut] : plan.chance === null ? [] : [finding.lineBy[plan.drives]]),
    finding.sumAbove(...sum(plan.above)),
    finding.sumAll(...sum(plan.all)),
  ];
}

/** The row of the line, for a table that is read: how much is above it. */
export function lineInWords({ rows }: TakenOutPlan): string {
  const above = rows.filter(({ section }) => section === 'above').length;
  return texts.finding.lineHere(above, rows.length);
}

/**
 * A table in GitHub-flavoured Markdown below a line that says what it is about.
 *
 * @param numbers the reader's, with their decimal sign
 */
export function markdownTable(plan: TakenOutPlan, numbers: NumberStyle): string {
  const columns = columnNames();
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const issues = (section: TakenOutRow['section']): string[] =>
    plan.rows
      .filter((issue) => issue.section === section)
      .map((issue) => row(rowInWords(issue, plan, numbers).map(asMarkdown)));
  return [
    [`**${asMarkdown(plan.sprint)}**`, ...planInWords(plan, numbers).map(asMarkdown)].join(' · '),
    '',
    row(columns.map(asMarkdown)),
    row(columns.map((_, index) => (isNumberColumn(index) ? '--:' : '---'))),
    ...issues('above'),
    row(columns.map((_, index) => (index === 1 ? `**${asMarkdown(lineInWords(plan))}**` : ''))),
    ...issues('below'),
    '',
  ].join('\n');
}

/** Whether a column is set to the right: all but key, summary, status, assignee and, at the end, the mark. */
export function isNumberColumn(index: number): boolean {
  return index > 3 && index < 10;
}

/** Nothing in a summary may end its cell or its row, become a tag or a link, or turn the rest of the table bold. */
function asMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\|`*_[\]<>~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&');
}
