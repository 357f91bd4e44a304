import { useState } from 'react';

const step = 100;

/** The first of many rows: a page with thousands of them would be slow to everybody. */
export function useMore<Row>(rows: readonly Row[]): { shown: readonly Row[]; hidden: number; more: () => void } {
  const [most, setMost] = useState(step);
  return {
    shown: rows.slice(0, most),
    hidden: Math.max(0, rows.length - most),
    more: () => {
      setMost(most + step);
    },
  };
}
