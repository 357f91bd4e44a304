import type { Payload, Value } from '../../../../src/contract';
import { leastConfidence, mostCapacityHours, mostConfidence } from '../../../../src/estimation/bounds';
import { parseHours, parsePercent } from '../../../../src/estimation/hours';
import { changedFields } from './draft';

export type OpenedBoard = Value<'openBoardSettings'>;
type Settings = OpenedBoard['settings'];
export type BoardChange = Omit<Payload<'saveBoardSettings'>, 'boardId' | 'revision'>;
type SourceChange = Pick<BoardChange, 'confidenceSource' | 'estimateSource'>;

/** The settings of a board as they stand in the fields, right or wrong. */
export interface BoardForm {
  readonly capacityMode: Settings['capacityMode'];
  readonly capacity: string;
  /** Not its own: it follows the site. */
  readonly ownConfidence: boolean;
  readonly confidence: string;
  readonly ownDesired: boolean;
  readonly desired: string;
  /** null follows the site. */
  readonly steps: Settings['steps'];
  readonly kept: 'planprism' | 'field';
  /** '' while none is chosen. */
  readonly fieldId: string;
  readonly subtasks: Settings['subtasks'];
  readonly estimateSource: Settings['estimateSource'];
  readonly drives: Settings['drives'];
  readonly actualSource: Settings['actualSource'];
  readonly whoSeesOthers: Settings['whoSeesOthers'];
}

export type BoardProblem = 'capacity' | 'confidence' | 'desired' | 'fieldId';

/** @param typed hours as a field has them */
export function boardFormOf({ settings, own }: OpenedBoard, typed: (hours: number) => string): BoardForm {
  const { confidenceSource } = settings;
  return {
    capacityMode: settings.capacityMode,
    capacity: settings.capacityHours === null ? '' : typed(settings.capacityHours),
    ownConfidence: own.defaultConfidence,
    confidence: String(settings.defaultConfidence),
    ownDesired: own.desired,
    desired: String(settings.desired),
    steps: own.steps ? settings.steps : null,
    kept: confidenceSource.kind,
    fieldId: confidenceSource.kind === 'field' ? confidenceSource.fieldId : '',
    subtasks: settings.subtasks,
    estimateSource: settings.estimateSource,
    drives: settings.drives,
    actualSource: settings.actualSource,
    whoSeesOthers: settings.whoSeesOthers,
  };
}

/** What the fields mean: only what differs from `base`, or which of them are wrong. */
export function readBoardForm(
  base: BoardForm,
  form: BoardForm,
  workingTime: OpenedBoard['timeTracking'],
): { change: BoardChange } | { problems: ReadonlySet<BoardProblem> } {
  const capacity = parseHours(form.capacity, workingTime);
  const confidence = parsePercent(form.confidence);
  const desired = parsePercent(form.desired);
  const problems = new Set<BoardProblem>();
  if (form.capacityMode === 'board' && (capacity === null || capacity > mostCapacityHours)) problems.add('capacity');
  if (form.ownConfidence && (confidence === null || confidence < leastConfidence || confidence > mostConfidence))
    problems.add('confidence');
  if (form.ownDesired && (desired === null || desired > 100)) problems.add('desired');
  if (form.kept === 'field' && form.fieldId === '') problems.add('fieldId');
  if (problems.size > 0) return { problems };

  const changed = new Set(changedFields(base, form));
  const { capacityMode, steps, subtasks, drives, actualSource, whoSeesOthers } = form;
  return {
    change: {
      ...(changed.has('capacityMode') ? { capacityMode } : {}),
      ...(capacityMode === 'board' && changed.has('capacity') ? { capacityHours: capacity } : {}),
      ...(changed.has('ownConfidence') || (form.ownConfidence && changed.has('confidence'))
        ? { defaultConfidence: form.ownConfidence ? confidence : null }
        : {}),
      ...(changed.has('ownDesired') || (form.ownDesired && changed.has('desired'))
        ? { desired: form.ownDesired ? desired : null }
        : {}),
      ...(changed.has('steps') ? { steps } : {}),
      ...(changed.has('subtasks') ? { subtasks } : {}),
      ...(changed.has('drives') ? { drives } : {}),
      ...(changed.has('actualSource') ? { actualSource } : {}),
      ...(changed.has('whoSeesOthers') ? { whoSeesOthers } : {}),
      ...sourceChange(base, form),
    },
  };
}

/** Where the numbers come from, if that was changed: worth a look at what becomes of them before it is saved. */
export function sourceChange(base: BoardForm, form: BoardForm): SourceChange {
  const changed = new Set(changedFields(base, form));
  const { kept, fieldId, estimateSource } = form;
  const another = changed.has('kept') || (kept === 'field' && changed.has('fieldId'));
  return {
    ...(another && (kept === 'planprism' || fieldId !== '')
      ? { confidenceSource: kept === 'field' ? { kind: 'field', fieldId } : { kind: 'planprism' } }
      : {}),
    ...(changed.has('estimateSource') ? { estimateSource } : {}),
  };
}
