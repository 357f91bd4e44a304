/** What an estimate, a confidence and a capacity may be (DESIGN.md §2). The page and the resolvers refuse the rest alike. */

/** Whole percent. */
export const leastConfidence = 1;
export const mostConfidence = 100;

/** Hours; an estimate is above 0. Fifty working years: more is a slip of the finger. */
export const mostEstimateHours = 100_000;

/** Hours; a capacity is 0 or more. */
export const mostCapacityHours = 1_000_000;

/**
 * As many issues as one plan may have: its order stays well below the 240 KiB of a stored value, and the planner's answer
 * (500 to 1,600 bytes an issue, by script and length of its summary) below the 5 MB that Forge lets through.
 */
export const mostIssuesInAPlan = 3000;

/**
 * Of the backlog a thousand issues are read, and a thousand more each time that somebody asks, as each costs a point of
 * Jira's budget; as many as a plan may have at the most, because one answer holds no more.
 */
export const backlogStep = 1000;
export const mostBacklogIssues = mostIssuesInAPlan;
