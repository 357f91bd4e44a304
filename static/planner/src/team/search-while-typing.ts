/**
 * Asks once for whoever types quickly: only when the typing has paused, and only what was typed last.
 *
 * @param pause milliseconds
 * @returns finds nothing for what was typed over meanwhile
 */
export function searchWhileTyping<Found>(
  search: (query: string) => Promise<Found[]>,
  pause: number,
): (query: string) => Promise<Found[]> {
  let last = 0;
  return async (query) => {
    last += 1;
    const own = last;
    if (query !== '') await new Promise((resolve) => setTimeout(resolve, pause));
    return own === last ? search(query) : [];
  };
}
