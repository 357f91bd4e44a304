import { useState } from 'react';

/** So many rows come with each step. */
export const rowsAtOnce = 50;

/** The first of many rows: a page with thousands of them would be slow to everybody. */
export function useMore<Row>(rows: readonly Row[]): { shown: readonly Row[]; hidden: number; more: () => void } {
  const [most, setMost] = useState(rowsAtOnce);
  return {
    shown: rows.slice(0, most),
    hidden: Math.max(0, rows.length - most),
    more: () => {
      setMost(most + rowsAtOnce);
    },
  };
}
