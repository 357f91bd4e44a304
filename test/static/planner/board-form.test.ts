import {
  type BoardForm,
  boardFormOf,
  type OpenedBoard,
  readBoardForm,
  sourceChange,
} from '../../../static/planner/src/settings/board-form';
import { isChanged } from '../../../static/planner/src/settings/desk';

/** A board that has decided nothing itself. */
const opened: OpenedBoard = {
  board: { id: 1, name: 'WEB board', projectKey: 'WEB' },
  revision: 3,
  setUp: true,
  settings: {
    capacityMode: 'sprint',
    capacityHours: null,
    defaultConfidence: 80,
    desired: 80,
    subtasks: 'rollUp',
    steps: null,
    confidenceSource: { kind: 'planprism' },
    estimateSource: 'original',
    drives: 'ratio',
    actualSource: 'logged',
    whoSeesOthers: 'nobody',
  },
  site: { defaultConfidence: 80, desired: 80, steps: null },
  own: { defaultConfidence: false, desired: false, steps: false },
  fields: [{ id: 'customfield_10044', name: 'Confidence (%)' }],
  estimationField: null,
  timeTracking: { hoursPerDay: 7, daysPerWeek: 5, format: 'pretty' },
  may: { change: true },
};
const base = boardFormOf(opened, String);

function read(part: Partial<BoardForm>, from = base) {
  return readBoardForm(from, { ...from, ...part }, opened.timeTracking);
}

describe('The settings of a board', () => {
  it('send nothing when nothing was changed', () => {
    expect(read({})).toEqual({ change: {} });
  });

  it('send only what was changed', () => {
    expect(read({ subtasks: 'parentOnly', estimateSource: 'remaining' })).toEqual({
      change: { subtasks: 'parentOnly', estimateSource: 'remaining' },
    });
  });

  it('send what the chance is learnt from and who sees it, and only that', () => {
    expect(read({ drives: 'chance', actualSource: 'inProgress', whoSeesOthers: 'planners' })).toEqual({
      change: { drives: 'chance', actualSource: 'inProgress', whoSeesOthers: 'planners' },
    });
    expect(read({ drives: 'chance' })).toEqual({ change: { drives: 'chance' } });
  });

  it('take the capacity of every sprint in hours or in the site’s own days of 7 h', () => {
    expect(read({ capacityMode: 'board', capacity: '20d' })).toEqual({
      change: { capacityMode: 'board', capacityHours: 140 },
    });
  });

  it('want a capacity when it is the same for every sprint', () => {
    expect(read({ capacityMode: 'board', capacity: '' })).toEqual({ problems: new Set(['capacity']) });
    expect(read({ capacityMode: 'board', capacity: 'a lot' })).toEqual({ problems: new Set(['capacity']) });
  });

  it('do not look at a capacity that is typed for each sprint', () => {
    expect(read({ capacity: 'a lot' })).toEqual({ change: {} });
  });

  it('make a percentage the board’s own even when it is the one that holds already', () => {
    expect(read({ ownConfidence: true, ownDesired: true })).toEqual({ change: { defaultConfidence: 80, desired: 80 } });
  });

  it('follow the site again without looking at what stood in the field', () => {
    const own = { ...base, ownConfidence: true, confidence: '60' };
    expect(read({ ownConfidence: false, confidence: 'x' }, own)).toEqual({ change: { defaultConfidence: null } });
  });

  it.each([
    [{ ownConfidence: true, confidence: '0' }, 'confidence'],
    [{ ownConfidence: true, confidence: '101' }, 'confidence'],
    [{ ownConfidence: true, confidence: '' }, 'confidence'],
    [{ ownDesired: true, desired: '101' }, 'desired'],
    [{ kept: 'field' as const }, 'fieldId'],
  ])('refuse %p', (part, problem) => {
    expect(read(part)).toEqual({ problems: new Set([problem]) });
  });

  it('take a desired confidence of 0 %, which an issue’s own cannot be', () => {
    expect(read({ ownDesired: true, desired: '0 %' })).toEqual({ change: { desired: 0 } });
  });

  it('name the field that keeps the confidences, and another one when it is changed', () => {
    expect(read({ kept: 'field', fieldId: 'customfield_10044' })).toEqual({
      change: { confidenceSource: { kind: 'field', fieldId: 'customfield_10044' } },
    });
    const field: BoardForm = { ...base, kept: 'field', fieldId: 'customfield_10044' };
    expect(read({ fieldId: 'customfield_2' }, field)).toEqual({
      change: { confidenceSource: { kind: 'field', fieldId: 'customfield_2' } },
    });
    expect(read({ kept: 'planprism' }, field)).toEqual({ change: { confidenceSource: { kind: 'planprism' } } });
  });

  it('take the board’s own steps for its own only when they are', () => {
    const steps = [{ percent: 50, name: 'half' }];
    expect(boardFormOf({ ...opened, settings: { ...opened.settings, steps } }, String).steps).toBeNull();
    const own = { ...opened, settings: { ...opened.settings, steps }, own: { ...opened.own, steps: true } };
    expect(boardFormOf(own, String).steps).toEqual(steps);
    expect(read({ steps })).toEqual({ change: { steps } });
  });
});

describe('What is previewed', () => {
  it('is another source of confidences or estimates, even while another field is wrong', () => {
    const form: BoardForm = { ...base, capacityMode: 'board', capacity: '', estimateSource: 'remaining' };
    expect(sourceChange(base, form)).toEqual({ estimateSource: 'remaining' });
  });

  it('is nothing while no field is chosen, or when only defaults change', () => {
    expect(sourceChange(base, { ...base, kept: 'field' })).toEqual({});
    expect(sourceChange(base, { ...base, ownConfidence: true, confidence: '50' })).toEqual({});
  });

  it('have nothing to save when a choice was taken back, whatever was typed under it', () => {
    const tried: Partial<BoardForm>[] = [
      { kept: 'planprism', fieldId: 'customfield_10044' },
      { ownConfidence: false, confidence: 'x' },
      { ownDesired: false, desired: '50' },
      { capacityMode: 'sprint', capacity: 'a lot' },
    ];
    for (const part of tried) expect(isChanged(base, { ...base, ...part }, read(part))).toBe(false);
    expect(isChanged(base, { ...base, subtasks: 'parentOnly' }, read({ subtasks: 'parentOnly' }))).toBe(true);
  });
});
