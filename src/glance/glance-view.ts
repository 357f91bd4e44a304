import { mostEstimateHours } from '../estimation/bounds';
import { type ConfidenceStep, nearestStep, surestFirst } from '../estimation/confidence-steps';
import { type NumberStyle, numberStyle, parseHours, supportedLocale } from '../estimation/hours';
import { rangeOf } from '../estimation/range';
import type { GlanceState, GlanceValue } from './glance-session';
import { type BarWidths, barWidths } from './range-bar';
import type { GlanceTexts } from './texts';

/** Everything that an open glance shows, as sentences and numbers. */
export interface GlanceView {
  /** null without an estimate. */
  readonly range: { readonly text: string; readonly bar: BarWidths } | null;
  /** The estimate and where it is from. */
  readonly estimate: string;
  /** What the field for the estimate begins with; null: there is no field. */
  readonly estimateField: string | null;
  readonly percent: number;
  /** The percentage and its words. */
  readonly confidence: string;
  readonly steps: readonly { readonly percent: number; readonly label: string }[];
  /** The value of the step that it is on; '' while it is on the default, also where that is one: it can be chosen. */
  readonly ownStep: string;
  /** null: the issue is on the default. */
  readonly backToDefault: string | null;
  readonly whoSetIt: string;
  readonly earlier: readonly string[];
  /** What issues like this one took; null where nobody knows. */
  readonly like: string | null;
  readonly sprint: string;
  readonly mayEdit: boolean;
  /** Where the link to the planner leads; null: there is no board. */
  readonly planner: {
    readonly projectKey: string;
    readonly boardId: number;
    readonly sprintId: number | null;
    readonly text: string;
  } | null;
}

/** How the reader writes numbers and dates. */
export interface Reader {
  /** As Jira gives it: en-GB, or with an underscore. */
  readonly locale: string;
  readonly timeZone: string;
}

/** How many changes are shown below the last one. */
const mostEarlier = 4;

/** @param chosen the confidence that was chosen and is not stored yet; null is the default, undefined none */
export function glanceView(
  glance: GlanceValue,
  chosen: GlanceState['chosen'],
  texts: GlanceTexts,
  reader: Reader,
): GlanceView {
  const numbers = numberStyle(reader.locale, glance.timeTracking);
  const moment = momentStyle(reader);
  const shown = (percent: number) => numbers.percent(percent / 100);
  const steps = surestFirst(glance.steps ?? texts.steps);
  const isDefault = chosen === undefined ? glance.confidenceSource === 'default' : chosen === null;
  const percent = isDefault ? glance.defaults.confidence : (chosen ?? glance.confidence);
  const range = glance.hours === null ? null : rangeOf(glance.hours, percent / 100);
  const field = estimateField(glance, numbers.typed);
  const [last, ...earlier] = glance.changes;
  const changeText = ({ confidence, at, by }: GlanceValue['changes'][number]) => {
    const name = by.name ?? texts.somebody;
    return confidence === null
      ? texts.tookAway(name, moment(at))
      : texts.setConfidence(shown(confidence), name, moment(at));
  };
  return {
    range: range === null ? null : { text: numbers.range(range.optimistic, range.pessimistic), bar: barWidths(range) },
    estimate: estimateText(glance, field !== null, percent, texts, numbers),
    estimateField: field,
    percent,
    confidence: texts.confidence(shown(percent), wordsOf(steps, percent), isDefault),
    steps: steps.map((step) => ({ percent: step.percent, label: texts.step(shown(step.percent), step.name) })),
    ownStep: isDefault ? '' : String(percent),
    backToDefault: isDefault ? null : texts.backToDefault(shown(glance.defaults.confidence)),
    whoSetIt: whoSetIt(glance, last === undefined ? null : changeText(last), texts),
    earlier: earlier.slice(0, mostEarlier).map(changeText),
    like:
      glance.like === null
        ? null
        : texts.like(
            numbers.plain(glance.like.low),
            numbers.plain(glance.like.high),
            numbers.plain(glance.like.issues),
          ),
    sprint: sprintText(glance, texts, moment),
    mayEdit: glance.may.edit,
    planner:
      glance.boardId === null
        ? null
        : {
            projectKey: glance.projectKey,
            boardId: glance.boardId,
            sprintId: glance.sprint?.id ?? null,
            text: glance.sprint === null ? texts.openPlanner : texts.openSprint(glance.sprint.name),
          },
  };
}

/** Reads what was typed for the estimate; null when it is not an estimate. */
export function readEstimate(typed: string, { timeTracking }: GlanceValue): number | null {
  const hours = parseHours(typed, timeTracking);
  return hours === null || hours <= 0 || hours > mostEstimateHours ? null : hours;
}

/** What went wrong, for the reader. */
export function problemText(
  problem: NonNullable<GlanceState['problem']>,
  glance: GlanceValue | null,
  texts: GlanceTexts,
  { locale }: Reader,
): string {
  const { of, answer } = problem;
  if (answer.code !== 'issue.conflict' || answer.currentValue === undefined || glance === null) {
    return texts.problems[answer.code] ?? answer.message;
  }
  const numbers = numberStyle(locale, glance.timeTracking);
  const current = answer.currentValue;
  if (of === 'estimate') return texts.estimateConflict(current === null ? null : numbers.hours(current));
  return texts.confidenceConflict(current === null ? null : numbers.percent(current / 100));
}

/** What the issue counts with; where a field below says that it is the issue's own estimate, that is not said twice. */
function estimateText(
  { hours, hoursSource }: GlanceValue,
  hasField: boolean,
  percent: number,
  texts: GlanceTexts,
  numbers: NumberStyle,
): string {
  if (hours === null) return texts.noEstimate;
  const shown = numbers.hours(hours);
  if (hasField && hoursSource === 'set') return texts.estimateAt(shown, numbers.percent(percent / 100));
  return texts.estimate[hoursSource](shown);
}

/** A sum of sub-tasks and what remains are not this issue's to set here. */
function estimateField({ hoursSource, ownHours, may }: GlanceValue, typed: (hours: number) => string): string | null {
  if (!may.edit || hoursSource === 'subtasks' || hoursSource === 'remaining') return null;
  return ownHours === null ? '' : typed(ownHours);
}

function wordsOf(steps: readonly ConfidenceStep[], percent: number): string {
  return nearestStep(steps, percent)?.name ?? '';
}

function whoSetIt({ confidenceSource }: GlanceValue, last: string | null, texts: GlanceTexts): string {
  if (confidenceSource === 'field') return texts.fromField;
  return last ?? texts.nobodySetIt;
}

function sprintText({ sprint }: GlanceValue, texts: GlanceTexts, moment: (at: string) => string): string {
  if (sprint === null) return texts.noSprint;
  const { name, side, savedAt } = sprint;
  if (side === null || savedAt === null) return texts.notPlanned(name);
  return texts.side[side](name, moment(savedAt));
}

/** '21 Nov 2026, 10:15', where and when the reader is; the time zone is left to the browser where it is unknown. */
function momentStyle({ locale, timeZone }: Reader): (at: string) => string {
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  const tag = supportedLocale(locale);
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat(tag, { ...style, timeZone });
  } catch {
    format = new Intl.DateTimeFormat(tag, style);
  }
  return (at) => {
    const date = new Date(at);
    return Number.isNaN(date.getTime()) ? at : format.format(date);
  };
}
