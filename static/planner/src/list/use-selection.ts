import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

/** Which issues are selected, to be moved or edited together. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Adds or takes away one; with `extend` everything from the last one chosen to this one. */
  choose: (id: string, extend: boolean) => void;
  clear: () => void;
}

/** @param shown the issues that can be chosen, from the top of the list; what is shown no more is selected no more */
export function useSelection(shown: readonly string[]): Selection {
  const [chosen, setChosen] = useState<{ ids: ReadonlySet<string>; last: string | null }>({
    ids: new Set(),
    last: null,
  });
  const ids = useMemo(() => {
    const there = new Set(shown);
    return new Set([...chosen.ids].filter((id) => there.has(id)));
  }, [chosen, shown]);
  // Rows are drawn again for a new function, not for a new list.
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  });
  const choose = useCallback((id: string, extend: boolean) => {
    const list = latest.current;
    setChosen(({ ids: before, last }) => {
      const next = new Set(before);
      const from = last === null ? -1 : list.indexOf(last);
      const to = list.indexOf(id);
      if (extend && from >= 0 && to >= 0) {
        for (const between of list.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(between);
      } else if (!next.delete(id)) {
        next.add(id);
      }
      return { ids: next, last: id };
    });
  }, []);
  const clear = useCallback(() => {
    setChosen({ ids: new Set(), last: null });
  }, []);
  return { ids, choose, clear };
}
