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

/** Density of the distribution. */
function studentDensity(t: number): number {
  return 8 / (3 * Math.PI * Math.sqrt(degreesOfFreedom) * (1 + (t * t) / degreesOfFreedom) ** 3);
}

/** Steps of Newton's method that are enough from the nearest of {@link studentPoints}, each of which doubles the digits. */
const newtonSteps = 4;

/**
 * @param p in (0, 1)
 * @returns t with P(T > t) = p
 */
export function studentUpperQuantile(p: number): number {
  if (p > 0.5) return -studentUpperQuantile(1 - p);
  // Beyond the table the leading term of the tail is near enough to start from.
  let t = p < (tails.at(-1) ?? 0) ? (tailFactor / p) ** (1 / degreesOfFreedom) : tableQuantile(p);
  for (let k = 0; k < newtonSteps; k += 1) t += (studentUpperTail(t) - p) / studentDensity(t);
  return t;
}

/** A distribution as points that carry its probability. */
export interface WeightedPoint {
  readonly at: number;
  readonly weight: number;
}

/** Points are an eighth apart where nearly all of the distribution is, and further apart with the tail, whose scale grows. */
const step = 1 / 8;
const body = 3;
const tailSteps = 10;
/** What lies below is put here, where it makes next to no hours. */
const lowest = -6;
/** So small a part of the tail has no points of its own. */
const negligible = 1e-7;

/**
 * What is left of the distribution above t, as points.
 *
 * @returns weights that sum to P(T > t)
 */
export function studentPointsAbove(t: number): WeightedPoint[] {
  const points: WeightedPoint[] = [];
  let edge = Math.max(t, lowest);
  let tail = studentUpperTail(t);
  const least = negligible * tail;
  while (tail > 0) {
    const next = edge + Math.max(step, (edge - body) / tailSteps);
    const rest = studentUpperTail(next);
    const above = rest > least ? rest : 0;
    points.push({ at: (edge + next) / 2, weight: tail - above });
    edge = next;
    tail = above;
  }
  return points;
}

/** The whole distribution as points. */
export const studentPoints: readonly WeightedPoint[] = studentPointsAbove(-Infinity);

const tails = studentPoints.map(({ at }) => studentUpperTail(at));

/** The last point of the table above which at least p lies. */
function tableQuantile(p: number): number {
  let low = 0;
  let high = tails.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tails[middle] ?? 0) >= p) low = middle;
    else high = middle - 1;
  }
  return studentPoints[low]?.at ?? 0;
}
