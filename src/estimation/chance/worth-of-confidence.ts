import type { FinishedRow } from './finished-work';
import { priors } from './priors';

/** Half of P10–P90 of the standard normal distribution. */
const tenth = 1.2816;

/**
 * The spread of ln(actual) that a confidence claims, if O·C to O/C were an 80 % range: s(C) = −ln C / 1.2816. What is
 * added keeps "100 %" from meaning that nothing can go wrong.
 */
const claimedSpread = (confidence: number) => -Math.log(confidence) / tenth + priors.confidence.floor;

/** How much wider or narrower an issue's range is for its confidence, by what confidence has meant in this team. */
export interface WorthOfConfidence {
  /** 0: it has meant nothing; 1: the range is as wide as it claims, relative to the team's usual claim. */
  readonly exponent: number;
  /** Factor on the width of ln(actual); 1 at the team's usual confidence, never higher for a higher one. */
  widthOf(confidence: number): number;
}

/** Before anything is known of the team's own use of it. */
export const untriedConfidence: WorthOfConfidence = worthOf(
  Math.log(claimedSpread(priors.confidence.usual)),
  priors.confidence.exponent,
);

function worthOf(usual: number, exponent: number): WorthOfConfidence {
  return {
    exponent,
    widthOf: (confidence) => Math.exp(exponent * (Math.log(claimedSpread(confidence)) - usual)),
  };
}

/**
 * Learns what confidence is worth from how far off the finished tasks were: |residual| grows with the claimed spread to
 * the power of the exponent. One step of the regression of |residual| / mean |residual| on ln(spread), with a prior, so
 * that a team that always writes the same is believed at the prior and is not punished for it.
 *
 * @param residuals per row: log ratio less the expected one
 */
export function learnWorthOfConfidence(rows: readonly FinishedRow[], residuals: Float64Array): WorthOfConfidence {
  const { confidence: prior } = priors;
  const told = rows.flatMap(({ task: { confidence }, weight }, i) =>
    confidence === null || !(confidence > 0 && confidence <= 1)
      ? []
      : [{ claim: Math.log(claimedSpread(confidence)), off: Math.abs(residuals[i] ?? 0), weight: weight.team }],
  );
  const sum = (of: (each: (typeof told)[number]) => number) => told.reduce((before, each) => before + of(each), 0);
  const total = sum(({ weight }) => weight);
  const claims = sum(({ weight, claim }) => weight * claim);
  const off = sum((each) => each.weight * each.off);
  const ofPrior = prior.usualWorth * Math.log(claimedSpread(prior.usual));
  const usual = (ofPrior + claims) / (prior.usualWorth + total);
  if (!(off > 0)) return worthOf(usual, prior.exponent);
  const mean = claims / total;
  const moved = sum((each) => each.weight * (each.claim - mean) * ((each.off * total) / off - 1));
  const room = sum(({ weight, claim }) => weight * (claim - mean) ** 2);
  const slope = (prior.worth * prior.exponent + moved) / (prior.worth + room);
  return worthOf(usual, Math.min(prior.most, Math.max(0, slope)));
}
