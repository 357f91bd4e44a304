import { normalCdf } from '../../../src/estimation/chance/normal';
import {
  studentPoints,
  studentPointsAbove,
  studentUpperQuantile,
  studentUpperTail,
} from '../../../src/estimation/chance/student-t';

// Numbers by SciPy 1.17: scipy.stats.t(5).cdf(x), .sf(x), .isf(p) and scipy.stats.norm.cdf(x); see student-t.py beside this.
describe('Student’s t with 5 degrees of freedom', () => {
  it.each([
    [-8, 0.0002464533302862221],
    [-2.5, 0.02724504967118813],
    [-1, 0.18160873382456144],
    [-0.1, 0.4621150705773302],
    [0, 0.5],
    [0.7, 0.7424255258425918],
    [1.5, 0.9030481598787634],
    [4, 0.9948382922595843],
  ])('P(T ≤ %d) is as SciPy says', (t, probability) => {
    expect(studentUpperTail(-t)).toBeCloseTo(probability, 12);
  });

  it.each([
    [5, 0.0020523579900266617],
    [40, 9.205981085886477e-8],
    [99, 9.968349285103282e-10],
    [101, 9.020091818933348e-10],
    [1000, 9.49006556598986e-15],
  ])('P(T > %d) keeps its digits far out', (t, probability) => {
    expect(studentUpperTail(t) / probability).toBeCloseTo(1, 2);
  });

  it.each([
    [0.999, -5.893429531356009],
    [0.8, -0.9195437802408271],
    [0.5, 0],
    [0.3, 0.5594296444693604],
    [0.1, 1.4758840488244813],
    [0.01, 3.364929998907218],
    [0.0001, 9.677566300882592],
    [1e-8, 62.4045061109673],
    [1e-12, 393.95695957760375],
  ])('lies with probability %d above what SciPy says', (probability, t) => {
    expect(Math.abs(studentUpperQuantile(probability) - t)).toBeLessThan(2e-3 * Math.max(1e-6, Math.abs(t)));
  });

  it('is the same in points, all of it or above any number', () => {
    const sum = (points: readonly { weight: number }[]) => points.reduce((total, { weight }) => total + weight, 0);
    expect(sum(studentPoints)).toBeCloseTo(1, 12);
    for (const t of [-800, -10, -3, 0, 2, 7, 50, 900])
      expect(sum(studentPointsAbove(t)) / studentUpperTail(t)).toBeCloseTo(1, 9);
    // Variance 5 ÷ 3; what is drawn in beyond ±6 costs a little of it.
    expect(studentPoints.reduce((total, { at, weight }) => total + weight * at ** 2, 0)).toBeCloseTo(5 / 3, 0);
    for (const t of [-800, -10]) {
      const mean = studentPointsAbove(t).reduce((total, { at, weight }) => total + weight * at, 0);
      expect(Math.abs(mean)).toBeLessThan(0.01);
    }
  });
});

describe('the normal distribution', () => {
  it.each([
    [-5, 2.866515718791933e-7],
    [-2.33, 0.009903075559164245],
    [-1, 0.15865525393145707],
    [-0.2, 0.42074029056089696],
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [1.96, 0.9750021048517795],
    [4, 0.9999683287581669],
  ])('P(Z ≤ %d) is as SciPy says', (z, probability) => {
    expect(Math.abs(normalCdf(z) - probability)).toBeLessThan(1e-7);
  });
});
