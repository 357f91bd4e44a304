import { useCallback, useEffect, useState } from 'react';

export type Loaded<Value> =
  { state: 'loading' } | { state: 'ready'; value: Value } | { state: 'failed'; message: string };

/**
 * Runs `load` when the part of the page appears and whenever `load` is another function (keep it with useCallback).
 * The second value loads again, and leaves on screen what is there until the new data has come.
 */
export function useLoaded<Value>(load: () => Promise<Value>): [Loaded<Value>, () => void] {
  const [kept, setKept] = useState<{ load: () => Promise<Value>; loaded: Loaded<Value> }>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    const keep = (loaded: Loaded<Value>) => {
      if (wanted) setKept({ load, loaded });
    };
    load().then(
      (value) => {
        keep({ state: 'ready', value });
      },
      (error: unknown) => {
        keep({ state: 'failed', message: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [load, turn]);
  const again = useCallback(() => {
    setTurn((last) => last + 1);
  }, []);
  return [kept?.load === load ? kept.loaded : { state: 'loading' }, again];
}
