import type { PastSprint } from '../../../../static/planner/src/history/opened-history';
import { promisesOf } from '../../../../static/planner/src/history/promises';

const promise = (came: boolean | null): Pick<PastSprint, 'said'> => ({
  said: { capacityHours: 80, ratio: 0.5, chance: 0.8, promised: 12, takenOut: 0, done: 12, actual: 76, came },
});
const sprints = (kept: number, missed: number) => [
  ...Array.from({ length: kept }, () => promise(true)),
  ...Array.from({ length: missed }, () => promise(false)),
];

describe('The promises of past sprints', () => {
  it('are nothing where none was made, or none against a capacity', () => {
    expect(promisesOf([])).toBeNull();
    expect(promisesOf([{ said: null }, promise(null)])).toBeNull();
  });

  it('are only counted below ten sprints', () => {
    expect(promisesOf([...sprints(6, 3), { said: null }])).toEqual({ sprints: 9, came: 6, judged: null });
  });

  it('are held against both numbers from ten sprints on', () => {
    // (8 × 0.2² + 2 × 0.8²) ÷ 10 = 0.16, and 0.5² = 0.25 each time.
    const promises = promisesOf(sprints(8, 2));
    expect(promises).toMatchObject({ sprints: 10, came: 8, judged: { ratio: 0.5 } });
    expect(promises?.judged?.chance).toBeCloseTo(0.8);
    expect(promises?.judged?.chanceScore).toBeCloseTo(0.16);
    expect(promises?.judged?.ratioScore).toBeCloseTo(0.25);
    // The differences: 8 × −0.21 and 2 × 0.39; two standard errors of their mean, −0.09, are 0.16.
    expect(promises?.judged?.againstRatio).toBe('same');
    expect(promisesOf(sprints(20, 0))?.judged?.againstRatio).toBe('better');
  });
});
