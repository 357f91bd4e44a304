import type { FinishedTask } from '../../src/estimation/chance/finished-task';
import { type PastSprint, replay } from '../../src/estimation/replay';

const task = (end: string, actual: number): FinishedTask => ({
  estimate: 8,
  actual,
  confidence: null,
  assignee: 'ada',
  type: 'Story',
  project: 'WEB',
  sprint: end,
  start: null,
  end,
});
/** Five issues of 8 h that took so many hours each. */
const sprint = (start: string, end: string, actual: number): PastSprint => ({
  id: Date.parse(start) / 86_400_000,
  start,
  end,
  capacity: null,
  worked: null,
  finishedAll: false,
  tasks: Array.from({ length: 5 }, () => task(end, actual)),
});
const first = sprint('2026-01-05', '2026-01-16', 8);
const second = sprint('2026-01-19', '2026-01-30', 8);
const played = (...sprints: PastSprint[]): ReturnType<typeof replay> =>
  replay(
    sprints,
    sprints.flatMap(({ tasks }) => tasks),
    0.8,
  );

describe('past sprints asked again', () => {
  it('knew nothing of what came later: another end of the last sprint changes nothing that was said', () => {
    const said = (actual: number): number[] =>
      played(first, second, sprint('2026-02-02', '2026-02-13', actual)).chance.classes.map(({ count }) => count);
    expect(said(40)).toEqual(said(8));
  });

  it('score both numbers on the same questions, and leave out sprints of which too little was finished', () => {
    const small = { ...sprint('2026-02-02', '2026-02-13', 8), tasks: [task('2026-02-13', 8)] };
    const { sprints, chance, ratio, ranges, p80 } = played(first, second, small);
    expect({ sprints, asked: [chance.asked, ratio.asked] }).toEqual({ sprints: 2, asked: [12, 12] });
    // All took exactly what was estimated: every range holds.
    expect(ranges).toEqual({ issues: 10, held: 10, optimisticPessimistic: 10 });
    expect(p80).toEqual({ sprints: 2, held: 2 });
  });

  it('are each told what would have been said of them, from what was finished before they began', () => {
    const small = { ...sprint('2026-02-02', '2026-02-13', 8), tasks: [task('2026-02-13', 8)] };
    const { saidThen } = played(small, second, first);
    // Five issues of 8 h, and then one.
    expect(saidThen.map(({ known, capacity, actual }) => [known, capacity, actual])).toEqual([
      [0, 40, 40],
      [5, 40, 40],
      [10, 8, 8],
    ]);
    // One's own past narrows what was said.
    const widths = saidThen.map(({ low, high }) => high / low);
    expect(widths[1]).toBeLessThan(widths[0] ?? 0);
  });

  it('are told the chance for the estimates of what was finished, whatever was promised for other issues, too', () => {
    const toldOf = (capacity: number | null) => played(first, { ...second, capacity }).saidThen[1];
    expect(toldOf(110)).toEqual(toldOf(null));
    expect(toldOf(110)?.capacity).toBe(40);
  });

  it('were told by what the team had made of its capacities before, and not of its own', () => {
    const third = { ...sprint('2026-02-02', '2026-02-13', 8), capacity: 60, worked: 60 };
    const chanceOf = (habit: Partial<PastSprint>, own: Partial<PastSprint> = {}) =>
      played({ ...first, ...habit }, { ...second, ...habit }, { ...third, ...own }).saidThen[2]?.chance ?? NaN;
    const asPlanned = chanceOf({ capacity: 60, worked: 60 });
    expect(chanceOf({ capacity: 60, worked: 30 })).toBeLessThan(asPlanned);
    expect(chanceOf({ capacity: 60, worked: 60 }, { worked: 30 })).toBe(asPlanned);
    // A promise without hours that were worked, or hours without a promise, is no habit.
    expect(chanceOf({ capacity: 60, worked: null })).toBe(chanceOf({ capacity: null, worked: 30 }));
  });

  it('hold the chance against what the team makes of a capacity, as it is meant', () => {
    // Of 60 h that were promised 30 were worked: of six capacities for 40 h of work, 28 to 64 h, none is enough (32 h).
    const halves = { capacity: 60, worked: 30 };
    const came = (part: Partial<PastSprint>) =>
      played({ ...first, ...part }).chance.classes.reduce((sum, { count, came: share }) => sum + count * share, 0);
    expect(came(halves)).toBeCloseTo(0);
    // Taken as hours that were worked, those of 40, 46, 54 and 64 h are.
    expect(came({})).toBeCloseTo(4);
  });

  it('are not scored by a habit where nobody knows what the team made of their own capacity', () => {
    const counts = (part: Partial<PastSprint>) =>
      played({ ...first, ...part }, second).chance.classes.map(({ count }) => count);
    expect(counts({ capacity: 60, worked: 30 })).toEqual(counts({}));
  });

  it('were told nothing of the sprint itself: had it taken twice as long, the same would have been said', () => {
    const [, then] = played(first, second).saidThen;
    const [, longer] = played(first, sprint('2026-01-19', '2026-01-30', 16)).saidThen;
    expect(longer).toEqual({ ...then, actual: 80 });
  });

  it('say so when there is nothing to ask', () => {
    expect(played()).toMatchObject({ sprints: 0, baseRate: null, chance: { brier: null } });
  });
});
