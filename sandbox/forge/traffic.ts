import type { TrafficEntry } from '../sandbox-types';

/** Enough to see what a page did; older invocations are forgotten. */
const mostEntries = 200;

/** The list of the last invocations, newest last, and what adds one to it. */
export function openTraffic(): { traffic: TrafficEntry[]; ended: (entry: TrafficEntry) => void } {
  const traffic: TrafficEntry[] = [];
  return {
    traffic,
    ended(entry) {
      traffic.push(entry);
      if (traffic.length > mostEntries) traffic.shift();
    },
  };
}
