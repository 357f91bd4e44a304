/** By code, what is said instead of the sentence that comes with a problem. That sentence is English, and says more. */
export const problems: Readonly<Record<string, string>> = {};

/** Likewise for why one issue is not moved. */
export const refusals: Readonly<Record<string, string>> = {};
