import type { Pace } from './planning/session';

/** The real clock, waiting and dice. Below the handlers they come in as arguments. */
export const pace: Pace = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds)),
  random: () => Math.random(),
};

/** A name that nothing else has. */
export const newId = (): string => crypto.randomUUID();
