import type { ApplyPreview } from '../../src/contract';
import { attemptOf, type Places, recordAfter, standing } from '../../src/planning/apply/apply-record';
import type { Applied, AppliedRecord } from '../../src/storage/applied';

const at = Date.UTC(2026, 10, 21, 9);
const named = (issueId: string) => ({ issueId, key: `WEB-${issueId}`, summary: '' });
const nothing: AppliedRecord = { last: null, attempt: null };

/** Sprint 24 is planned. */
function applying(revision: number, entering: string[], leaving: string[], more: Partial<ApplyState> = {}): ApplyState {
  const preview: ApplyPreview = {
    revision,
    below: 'nextSprint',
    nextSprint: { id: 25, name: 'Sprint 25' },
    in: entering.map(named),
    out: leaving.map((id) => ({ ...named(id), to: id === '2' ? 'backlog' : 'nextSprint' })),
    ranked: [],
    staying: [],
  };
  return {
    preview,
    sprintId: 24,
    sprintOrder: ['1', '2', '3'],
    dropped: new Set(['2']),
    record: nothing,
    places: new Map(),
    ...more,
  };
}
type ApplyState = Parameters<typeof attemptOf>[0];

/** Each issue on the board, in a sprint or (null) the backlog. */
const placed = (sprints: Record<string, number | null>): Places =>
  new Map(Object.entries(sprints).map(([id, sprintId]) => [id, { sprintId, onBoard: true }]));

function after(
  state: ApplyState,
  attempt: Applied,
  entered: string[],
  left: string[],
  more: object = {},
): AppliedRecord {
  return recordAfter(state.record, attempt, state.preview, {
    done: { in: new Set(entered), out: new Set(left), rank: new Set() },
    unsure: new Set(),
    left: 0,
    ...more,
  });
}

describe('what is kept of an apply', () => {
  it('is who was in the sprint and where the others go, and beside which issues of the backlog the new ones were', () => {
    const attempt = attemptOf(applying(4, ['8', '6', '9'], ['2', '3']), ['5', '6', '7', '8', '9'], 'ada', at);
    expect(attempt).toEqual({
      at: '2026-11-21T09:00:00.000Z',
      by: 'ada',
      revision: 4,
      // 8 and 9 were the last two: they go behind 7, the last that stays.
      in: [
        { issueId: '6', before: '7' },
        { issueId: '8', after: '7' },
        { issueId: '9', after: '7' },
      ],
      out: [
        { issueId: '2', to: null, dropped: true },
        { issueId: '3', to: 25, dropped: false },
      ],
      order: ['1', '2', '3'],
      unsure: ['6', '8', '9', '2', '3'],
      begun: false,
    });
  });

  it('grows when the same plan is applied once more, and keeps what was first', () => {
    const state = applying(4, ['6'], ['2']);
    const record = after(state, attemptOf(state, ['6', '7'], 'ada', at), ['6'], ['2']);
    expect(record).toMatchObject({ attempt: null, last: { unsure: [], begun: true } });
    const places = placed({ 6: 24, 2: null });
    const again = attemptOf(applying(4, [], ['3'], { record, places, sprintOrder: ['6', '1', '3'] }), [], 'noor', at);
    expect(again).toMatchObject({
      by: 'noor',
      in: [{ issueId: '6' }],
      out: [{ issueId: '2' }, { issueId: '3' }],
      order: ['1', '2', '3'],
    });
  });

  it('begins anew when another plan is applied, but not while the last one was cut off', () => {
    const state = applying(4, ['6'], ['2']);
    const attempt = attemptOf(state, ['6', '7'], 'ada', at);
    const cutOff = after(state, attempt, ['6'], [], { left: 1 });
    const finished = after(state, attempt, ['6'], ['2']);
    const other = { places: placed({ 6: 24, 2: 24 }), sprintOrder: ['6', '1'] };
    expect(attemptOf(applying(5, [], ['6'], { ...other, record: finished }), [], 'ada', at)).toMatchObject({
      in: [],
      out: [{ issueId: '6' }],
      order: ['6', '1'],
    });
    // 6 came from the backlog in the first place: it is not to be put into the sprint when all is taken back.
    expect(attemptOf(applying(5, [], ['6'], { ...other, record: cutOff }), [], 'ada', at)).toMatchObject({
      in: [{ issueId: '6' }],
      out: [],
      order: ['1', '2', '3'],
    });
  });

  it('does not name what Jira refused to move', () => {
    const state = applying(4, ['6'], ['2', '3']);
    expect(after(state, attemptOf(state, ['6'], 'ada', at), ['6'], ['3'])).toMatchObject({
      attempt: null,
      last: { in: [{ issueId: '6' }], out: [{ issueId: '3' }] },
    });
  });

  it('is what it was when nothing could be done', () => {
    const first = applying(3, ['5'], []);
    const record = after(first, attemptOf(first, ['5'], 'ada', at), ['5'], []);
    const state = applying(4, [], ['2'], { record, places: placed({ 5: 24 }) });
    expect(after(state, attemptOf(state, [], 'ada', at), [], [])).toEqual(record);
    expect(after(applying(4, [], ['2']), attemptOf(applying(4, [], ['2']), [], 'ada', at), [], [])).toEqual(nothing);
  });

  it('is the one before as long as nobody knows whether Jira did anything; where the issues are tells', () => {
    const first = applying(3, ['5'], []);
    const { last } = after(first, attemptOf(first, ['5'], 'ada', at), ['5'], []);
    const state = applying(4, ['6'], ['2'], { record: { last, attempt: null }, places: placed({ 5: 24 }) });
    const unsure = new Set(['6']);
    const record = after(state, attemptOf(state, ['6'], 'ada', at), [], [], { unsure, left: 1 });
    expect(record).toMatchObject({
      last,
      attempt: { in: [{ issueId: '6' }], out: [{ issueId: '2' }], unsure: ['6', '2'], begun: false },
    });
    const notDone = standing(record, placed({ 5: 24, 6: null, 2: 24 }), 24);
    expect(notDone).toMatchObject({ isAttempt: false, applied: { in: [{ issueId: '5' }] } });
    const done = standing(record, placed({ 5: 24, 6: 24, 2: 24 }), 24);
    expect(done).toMatchObject({ isAttempt: true, applied: { in: [{ issueId: '6' }], unsure: [] } });
    // Somebody from whom the issue is hidden cannot tell.
    expect(standing(record, placed({ 5: 24 }), 24)).toMatchObject({ isAttempt: false });
  });
});
