import { useCallback, useEffect, useState } from 'react';
import type * as z from 'zod';

import { askInspector, jsonOf } from './inspector-data';

export interface Watched<Value> {
  /** undefined until the first answer. */
  value: Value | undefined;
  /** Why the last try failed; what was known before stays. */
  trouble: string | undefined;
  /** Looks at once. */
  again(): void;
}

interface Seen<Value> {
  text: string;
  value: Value | undefined;
  trouble: string | undefined;
}

/** Milliseconds between two looks. */
const pause = 1000;

/**
 * Reads an address of the inspector again each second while the page is on the screen. Nothing is drawn anew unless the
 * answer differs. While another address is read for the first time, the answer of the last one stays.
 */
export function useWatched<Schema extends z.ZodType>(path: string, schema: Schema): Watched<z.output<Schema>> {
  const [seen, setSeen] = useState<Seen<z.output<Schema>>>({ text: '', value: undefined, trouble: undefined });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isWanted = true;
    let isLooking = false;
    let timer: number | undefined;
    const look = async () => {
      if (isLooking) return;
      isLooking = true;
      window.clearTimeout(timer);
      try {
        const text = await askInspector(path);
        if (!isWanted) return;
        setSeen((last) => {
          if (last.text === text && last.trouble === undefined) return last;
          return { text, value: schema.parse(jsonOf(text)), trouble: undefined };
        });
      } catch (error) {
        if (!isWanted) return;
        const trouble = error instanceof Error ? error.message : String(error);
        setSeen((last) => (last.trouble === trouble ? last : { ...last, trouble }));
      }
      isLooking = false;
      if (!document.hidden) timer = window.setTimeout(() => void look(), pause);
    };
    const lookWhenVisible = () => {
      if (!document.hidden) void look();
    };
    document.addEventListener('visibilitychange', lookWhenVisible);
    void look();
    return () => {
      isWanted = false;
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', lookWhenVisible);
    };
  }, [path, schema, turn]);
  const again = useCallback(() => {
    setTurn((last) => last + 1);
  }, []);
  return { value: seen.value, trouble: seen.trouble, again };
}
