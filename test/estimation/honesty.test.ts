import { brierScore, errorOfDifference, reliability } from '../../src/estimation/honesty';

describe('how honest a chance has been', () => {
  it('is the mean squared distance from what came: 0 for who knew, 0.25 for who always says fifty-fifty', () => {
    expect(
      brierScore([
        { said: 1, came: true },
        { said: 0, came: false },
      ]),
    ).toBe(0);
    expect(
      brierScore([
        { said: 0.5, came: true },
        { said: 0.5, came: false },
      ]),
    ).toBe(0.25);
    // (0.2² + 0.8²) ÷ 2.
    expect(
      brierScore([
        { said: 0.8, came: true },
        { said: 0.8, came: false },
      ]),
    ).toBeCloseTo(0.34);
    expect(brierScore([])).toBeNull();
  });

  it('shows by tenths what was said and how often it came', () => {
    const classes = reliability([
      { said: 0.62, came: true },
      { said: 0.68, came: false },
      { said: 1, came: true },
      { said: 0, came: false },
    ]);
    expect(classes).toHaveLength(10);
    expect(classes[6]).toMatchObject({ from: 0.6, to: 0.7, count: 2, came: 0.5 });
    expect(classes[6]?.said).toBeCloseTo(0.65);
    expect(classes[9]).toMatchObject({ count: 1, said: 1, came: 1 });
    expect(classes[0]).toMatchObject({ count: 1, said: 0, came: 0 });
    expect(classes[3]).toMatchObject({ count: 0, said: 0, came: 0 });
  });
});

describe('how uncertain it is which of two numbers was better', () => {
  const answers = (...said: number[]) => said.map((each) => ({ said: each, came: true }));

  it('is the standard error of their difference over the sprints', () => {
    // Each sprint's difference: 0.25 − 0 = 0.25, 0.25 − 0.25 = 0, 0 − 0.25 = −0.25: deviation 0.25, ÷ √3.
    const groups = [
      [answers(0.5, 0.5), answers(1, 1)],
      [answers(0.5), answers(0.5)],
      [answers(1), answers(0.5)],
    ] as const;
    expect(errorOfDifference(groups)).toBeCloseTo(0.25 / Math.sqrt(3), 12);
  });

  it('is nothing for numbers that always said the same, and not known from one sprint', () => {
    const same = [answers(0.3), answers(0.3)] as const;
    expect(errorOfDifference([same, same])).toBe(0);
    expect(errorOfDifference([same])).toBeNull();
  });
});
