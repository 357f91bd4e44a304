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

const step = 1 / 8;

/**
 * So far out, in scales, the distribution ends: what lies beyond (0.2 %) is put there. That the tail of a Student t goes on
 * for ever is a matter of form, no team lets one issue grow a hundredfold, and among two hundred issues it would be seen.
 */
const reach = 6;

/** The whole distribution as points. */
export const studentPoints: readonly WeightedPoint[] = Array.from({ length: (2 * reach) / step + 1 }, (_, index) => {
  const at = index * step - reach;
  const below = index === 0 ? 1 : studentUpperTail(at - step / 2);
  const above = at === reach ? 0 : studentUpperTail(at + step / 2);
  return { at, weight: below - above };
});

/**
 * What is left of the distribution above t, as points. Of what has gone beyond where it ends, as far again is left; the
 * steps grow with t there, because the tail's scale does.
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
