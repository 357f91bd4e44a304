/** What is asked of a sprint's forecast here. */
export interface TotalEffort {
  /** That the total stays within so many hours: a fraction. */
  readonly chance: (capacity: number) => number;
  /** The hours that are enough with such a chance. */
  readonly quantile: (chance: number) => number;
}

export interface CurvePoint {
  readonly hours: number;
  /** How likely a total about there is, per hour: the slope of the chance. */
  readonly density: number;
}

const points = 80;

/**
 * The curve of the total effort from nothing to where it hardly goes on, with the capacity in sight. A sum that is known
 * exactly (all is done, say) has no curve.
 *
 * @param capacity hours
 */
export function effortCurve({ chance, quantile }: TotalEffort, capacity: number): CurvePoint[] {
  const most = quantile(0.95);
  if (most - quantile(0.05) < 1e-6) return [];
  const to = 1.1 * Math.max(most, capacity);
  const step = to / points;
  return Array.from({ length: points + 1 }, (_, index) => {
    const hours = index * step;
    const density = (chance(hours + step / 2) - chance(Math.max(0, hours - step / 2))) / step;
    return { hours, density: Math.max(0, density) };
  });
}
