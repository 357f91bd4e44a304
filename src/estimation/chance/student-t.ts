/**
 * Student's t distribution with 5 degrees of freedom: log ratios of actual to estimated effort have tails about so heavy.
 * For odd degrees of freedom it is elementary (Abramowitz & Stegun 26.7.3).
 */
export const degreesOfFreedom = 5;

/** Beyond this, 1 − P cancels and the leading term of the tail is exact to 0.1 %. */
const far = 100;
const tailFactor = 200 / (3 * Math.PI * Math.sqrt(degreesOfFreedom));

/** @returns P(T > t) */
export function studentUpperTail(t: number): number {
  if (t > far) return tailFactor / t ** degreesOfFreedom;
  const angle = Math.atan(t / Math.sqrt(degreesOfFreedom));
  const cosine = Math.cos(angle);
  return Math.max(0, 0.5 - (angle + Math.sin(angle) * cosine * (1 + (2 / 3) * cosine * cosine)) / Math.PI);
}

/** A distribution as points that carry its probability. */
export interface WeightedPoint {
  readonly at: number;
  readonly weight: number;
}

const step = 1 / 8;
const reach = 6;

/** The whole distribution as points an eighth apart; what lies beyond ±6 (0.2 %) is put there. */
export const studentPoints: readonly WeightedPoint[] = Array.from({ length: (2 * reach) / step + 1 }, (_, index) => {
  const at = index * step - reach;
  const below = index === 0 ? 1 : studentUpperTail(at - step / 2);
  const above = at === reach ? 0 : studentUpperTail(at + step / 2);
  return { at, weight: below - above };
});

/**
 * What is left of the distribution above t, as points. Far out the steps grow with t, because the tail's scale does.
 *
 * @returns weights that sum to P(T > t)
 */
export function studentPointsAbove(t: number): WeightedPoint[] {
  const width = Math.max(step, t / 40);
  const start = Math.max(t, -reach);
  const count = Math.ceil((Math.max(reach, start + 48 * width) - start) / width);
  let tail = studentUpperTail(t);
  return Array.from({ length: count }, (_, index) => {
    const next = index === count - 1 ? 0 : studentUpperTail(start + (index + 1) * width);
    const weight = tail - next;
    tail = next;
    return { at: start + (index + 0.5) * width, weight };
  });
}
