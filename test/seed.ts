import fc from 'fast-check';

/**
 * The seed of every law (fast-check prints it when a law breaks, with the path to the smallest example). It is fixed, so
 * that a red run can be repeated; FC_SEED=… looks elsewhere.
 */
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_261_121) });
