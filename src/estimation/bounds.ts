/** What an estimate, a confidence and a capacity may be (DESIGN.md §2). The page and the resolvers refuse the rest alike. */

/** Whole percent. */
export const leastConfidence = 1;
export const mostConfidence = 100;

/** Hours; an estimate is above 0. Fifty working years: more is a slip of the finger. */
export const mostEstimateHours = 100_000;

/** Hours; a capacity is 0 or more. */
export const mostCapacityHours = 1_000_000;

/** As many issues as a stored plan may order: its ids stay well below the 240 KiB of a stored value. */
export const mostIssuesInAPlan = 10_000;
