import type { Answer, Payload, Planner } from '../../../src/contract';
import { openPlanReader, waitToReadAgain } from '../../../static/planner/src/plan/plan-reader';
import {
  nextFlight,
  type PlannerEvent,
  plannerReducer,
  type PlannerState,
  startState,
} from '../../../static/planner/src/plan/planner-state';
import { plannerOf } from './planner-of';

const revision = (number: number): Planner => plannerOf(['1', '2', '3'], { mode: 'auto', count: 3 }, number);
const busy: Answer<Planner> = { problem: { code: 'jira.busy', message: 'Jira is busy.' } };
const denied: Answer<Planner> = { problem: { code: 'permission.denied', message: 'You may not see it.' } };
const moved: PlannerEvent = { type: 'planChanged', change: { moves: [{ issueId: '3', after: [] }] } };

/** A page with revision 5 of the plan, whose readings are answered when the test says so, in any order. */
function openPage(isVisible = true) {
  let state: PlannerState = startState({ planner: revision(5), changedIssues: [] });
  const readings: { asked: Payload<'openPlanner'>; answer: (answer: Answer<Planner>) => void }[] = [];
  const happened = (event: PlannerEvent): void => {
    state = plannerReducer(state, event);
    reader.pageChanged();
  };
  const reader = openPlanReader(
    {
      state: () => state,
      read: (asked) =>
        new Promise((answer) => {
          readings.push({ asked, answer });
        }),
      onRead: (planner, saves) => {
        happened({ type: 'refreshed', planner, saves });
      },
    },
    isVisible,
  );
  return {
    reader,
    readings,
    happened,
    send: () => {
      const flight = nextFlight(state);
      if (flight === null) throw new Error('nothing to send');
      happened({ type: 'sent', flight });
    },
    stored: () => state.stored,
    shown: () => state.stored.plan.revision,
    answer: async (reading: number, answer: Answer<Planner>): Promise<void> => {
      readings[reading]?.answer(answer);
      await jest.advanceTimersByTimeAsync(0);
    },
  };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('two readings of the plan that overlap', () => {
  it('leave the newer plan on the page when the older one comes last', async () => {
    const { reader, answer, shown, readings } = openPage();
    reader.refresh();
    reader.refresh();
    await answer(1, { value: revision(7) });
    await answer(0, { value: revision(6) });
    expect(shown()).toBe(7);
    await jest.advanceTimersByTimeAsync(600_000);
    expect(readings).toHaveLength(2);
  });

  it('leave what was asked for later also where the plan is the same: its issues may not be', async () => {
    const { reader, answer, stored } = openPage();
    const later = revision(6);
    reader.refresh();
    reader.refresh();
    await answer(1, { value: later });
    await answer(0, { value: revision(6) });
    expect(stored()).toBe(later);
  });

  it('both come to the page in turn, so that much news does not keep it old', async () => {
    const { reader, answer, shown } = openPage();
    reader.refresh();
    reader.refresh();
    await answer(0, { value: revision(6) });
    expect(shown()).toBe(6);
    await answer(1, { value: revision(7) });
    expect(shown()).toBe(7);
  });

  it('are read once more only where the newer one failed', async () => {
    const { reader, answer, readings } = openPage();
    reader.refresh();
    reader.refresh();
    await answer(0, busy);
    await answer(1, { value: revision(7) });
    await jest.advanceTimersByTimeAsync(600_000);
    expect(readings).toHaveLength(2);
  });
});

describe('a reading that is older than the page', () => {
  it('does not take a plan back that came with a refused save', async () => {
    const { reader, answer, happened, send, shown } = openPage();
    reader.refresh();
    happened(moved);
    send();
    happened({ type: 'conflicted', current: revision(7) });
    await answer(0, { value: revision(6) });
    expect(shown()).toBe(7);
  });

  it('is asked for again after some seconds: what made us ask is not on the page yet', async () => {
    const { reader, answer, shown, readings } = openPage();
    reader.refresh();
    await answer(0, { value: revision(4) });
    expect(shown()).toBe(5);
    await jest.advanceTimersByTimeAsync(5000);
    expect(readings).toHaveLength(2);
    await answer(1, { value: revision(6) });
    expect(shown()).toBe(6);
  });

  it('by a save of our own is asked for again at once, and not before that is saved', async () => {
    const { reader, answer, happened, send, shown, readings } = openPage();
    reader.refresh();
    happened(moved);
    send();
    await answer(0, { value: revision(6) });
    expect(readings).toHaveLength(1);
    happened({ type: 'planSaved', planner: revision(7) });
    expect(shown()).toBe(7);
    expect(readings).toHaveLength(2);
  });
});

describe('a plan that could not be read', () => {
  it('is read again until it comes, ever more slowly', async () => {
    const { reader, answer, shown, readings } = openPage();
    reader.refresh();
    for (const [failed, wait] of [5000, 10_000, 20_000, 40_000, 60_000, 60_000].entries()) {
      await answer(failed, busy);
      await jest.advanceTimersByTimeAsync(wait - 1);
      expect(readings).toHaveLength(failed + 1);
      await jest.advanceTimersByTimeAsync(1);
      expect(readings).toHaveLength(failed + 2);
    }
    await answer(6, { value: revision(6) });
    expect(shown()).toBe(6);
    reader.refresh();
    await answer(7, busy);
    await jest.advanceTimersByTimeAsync(5000);
    expect(readings).toHaveLength(9);
  });

  it('is not asked for again where that is of no use, until there is news', async () => {
    const { reader, answer, readings } = openPage();
    reader.refresh();
    await answer(0, denied);
    await jest.advanceTimersByTimeAsync(600_000);
    expect(readings).toHaveLength(1);
    reader.refresh();
    expect(readings).toHaveLength(2);
  });

  it('waits until somebody looks again', async () => {
    const { reader, answer, readings } = openPage();
    reader.refresh();
    await answer(0, busy);
    reader.show(false);
    await jest.advanceTimersByTimeAsync(600_000);
    expect(readings).toHaveLength(1);
    reader.show(true);
    expect(readings).toHaveLength(2);
    reader.show(false);
    reader.show(true);
    expect(readings).toHaveLength(2);
  });

  it('is read once where news come while it waits', async () => {
    const { reader, answer, readings } = openPage();
    reader.refresh();
    await answer(0, busy);
    await jest.advanceTimersByTimeAsync(3000);
    reader.refresh();
    await answer(1, { value: revision(6) });
    await jest.advanceTimersByTimeAsync(600_000);
    expect(readings).toHaveLength(2);
  });

  it('is not asked for, nor shown, by a page that is gone', async () => {
    const { reader, answer, shown, readings } = openPage();
    reader.refresh();
    reader.refresh();
    await answer(1, busy);
    reader.close();
    await answer(0, { value: revision(6) });
    await jest.advanceTimersByTimeAsync(600_000);
    expect(readings).toHaveLength(2);
    expect(shown()).toBe(5);
    expect(jest.getTimerCount()).toBe(0);
  });

  it.each<[string, number | null]>([
    ['jira.busy', 5000],
    ['jira.failed', 5000],
    ['storage.failed', 5000],
    ['bridge.failed', 5000],
    ['app.failed', 5000],
    ['permission.denied', null],
    ['board.unknown', null],
    ['sprint.too-large', null],
    ['jira.scope', null],
    ['storage.unreadable', null],
  ])('because of %s is read again after %p ms', (code, wait) => {
    expect(waitToReadAgain(1, code)).toBe(wait);
  });
});
