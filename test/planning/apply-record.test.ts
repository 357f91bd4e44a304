import type { ApplyPreview } from '../../src/contract';
import { recordAfter, recordBefore } from '../../src/planning/apply/apply-record';
import type { CarriedOut } from '../../src/planning/apply/carry-out';

const at = Date.UTC(2026, 10, 21, 9);
const named = (issueId: string) => ({ issueId, key: `WEB-${issueId}`, summary: '' });

function applying(revision: number, entering: string[], leaving: string[], backlog: string[] = []) {
  const preview: ApplyPreview = {
    revision,
    below: 'backlog',
    nextSprint: null,
    in: entering.map(named),
    out: leaving.map((id) => ({ ...named(id), to: 'backlog' })),
    ranked: [],
    staying: [],
  };
  return { preview, sprintOrder: ['1', '2', '3'], backlog };
}

function carriedOut(entered: string[], left_: string[], left: number): CarriedOut {
  return { done: { in: new Set(entered), out: new Set(left_), rank: new Set() }, refused: [], left };
}

describe('what is kept of an apply', () => {
  it('is who was in the sprint, and beside which issues of the backlog the others were', () => {
    const record = recordBefore(null, applying(4, ['8', '6', '9'], ['2'], ['5', '6', '7', '8', '9']), 'ada', at);
    expect(record).toEqual({
      version: 1,
      at: '2026-11-21T09:00:00.000Z',
      by: 'ada',
      revision: 4,
      finished: false,
      // 8 and 9 were the last two: they go behind 7, the last that stays.
      in: [
        { issueId: '6', before: '7' },
        { issueId: '8', after: '7' },
        { issueId: '9', after: '7' },
      ],
      out: ['2'],
      order: ['1', '2', '3'],
    });
  });

  it('grows when the same plan is applied once more, and keeps what was first', () => {
    const first = recordBefore(null, applying(4, ['6'], ['2'], ['6', '7']), 'ada', at);
    const kept = recordAfter(null, first, carriedOut(['6'], ['2'], 0));
    const again = recordBefore(kept, { ...applying(4, [], ['3']), sprintOrder: ['6', '1', '3'] }, 'noor', at);
    expect(again).toMatchObject({ by: 'noor', in: [{ issueId: '6' }], out: ['2', '3'], order: ['1', '2', '3'] });
  });

  it('begins anew when another plan is applied, but not while the last one was cut off', () => {
    const first = recordBefore(null, applying(4, ['6'], ['2'], ['6', '7']), 'ada', at);
    const cutOff = recordAfter(null, first, carriedOut(['6'], [], 1));
    const finished = recordAfter(null, first, carriedOut(['6'], ['2'], 0));
    const other = { ...applying(5, [], ['6']), sprintOrder: ['6', '1'] };
    expect(recordBefore(finished, other, 'ada', at)).toMatchObject({ in: [], out: ['6'], order: ['6', '1'] });
    // 6 came from the backlog in the first place: it is not to be put into the sprint when all is taken back.
    expect(recordBefore(cutOff, other, 'ada', at)).toMatchObject({
      in: [{ issueId: '6' }],
      out: ['2'],
      order: ['1', '2', '3'],
    });
  });

  it('does not name what Jira refused to move', () => {
    const record = recordBefore(null, applying(4, ['6'], ['2', '3'], ['6']), 'ada', at);
    expect(recordAfter(null, record, carriedOut(['6'], ['3'], 0))).toMatchObject({
      finished: true,
      in: [{ issueId: '6' }],
      out: ['3'],
    });
  });

  it('is what it was when nothing could be done', () => {
    const stored = recordBefore(null, applying(3, ['5'], [], ['5']), 'ada', at);
    const record = recordBefore({ ...stored, finished: true }, applying(4, [], ['2']), 'ada', at);
    expect(recordAfter(stored, record, carriedOut([], [], 0))).toBe(stored);
    expect(recordAfter(null, record, carriedOut([], [], 0))).toBeNull();
  });
});
