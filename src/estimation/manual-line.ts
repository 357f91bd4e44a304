/**
 * A line that a person dropped stays below the issue that it was dropped under. The anchor names that issue and, behind
 * it, the ones above, nearest first: when the issue leaves the sprint, the line falls back to the next that is still there.
 */
export type LineAnchor = readonly string[];

/** More issues than leave a sprint between two plannings; keeps the stored plan small. */
const anchorsKept = 50;

/** The anchor of a line below the first `count` issues of `order`; empty when it is above all. */
export function anchorLine(order: readonly string[], count: number): string[] {
  return order.slice(Math.max(0, count - anchorsKept), count).reverse();
}

/** How many issues of `order` are above a line with this anchor. 0 when none of its issues is there any more. */
export function countAboveAnchor(order: readonly string[], anchor: LineAnchor): number {
  const places = new Map(order.map((id, index) => [id, index]));
  for (const id of anchor) {
    const place = places.get(id);
    if (place !== undefined) return place + 1;
  }
  return 0;
}
