/**
 * Stands in for Atlassian's experiment client, which Atlaskit asks whether an unfinished feature is on.
 * In an app the answer is always no, or the default that the caller brings; the real client costs 33 kB to say so.
 * vite.config.ts puts this file in its place.
 */
const featureGates = {
  checkGate: (_gate: string): boolean => false,
  getExperimentValue: <Value>(_experiment: string, _parameter: string, ifNotRunning: Value): Value => ifNotRunning,
  initializeCalled: (): boolean => false,
  initializeCompleted: (): boolean => false,
};

export default featureGates;
