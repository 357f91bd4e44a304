import type { Conditions } from '../sandbox-types';

/** A good day: everything whole, at once and without a failure. */
export function noConditions(): Conditions {
  return {
    shortPages: false,
    delayMilliseconds: 0,
    queryLagMilliseconds: 0,
    listLagMilliseconds: 0,
    promptExpiry: false,
    realtimeOff: false,
    faults: [],
  };
}
