/**
 * Stands in for Atlassian's feature-flag client, which Atlaskit asks about unreleased looks: every gate is closed.
 * The real one is 30 kB that would ask a server we do not have.
 */
const featureGates = {
  checkGate: () => false,
  getExperimentValue: <Value>(_experiment: string, _parameter: string, fallback: Value) => fallback,
  initializeCalled: () => false,
  initializeCompleted: () => false,
};

export default featureGates;
