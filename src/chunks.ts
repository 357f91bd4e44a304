/** A list in pieces of at most `size`, in order. */
export function chunksOf<Thing>(list: readonly Thing[], size: number): Thing[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, piece) =>
    list.slice(piece * size, (piece + 1) * size),
  );
}
