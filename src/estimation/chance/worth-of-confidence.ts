import type { FinishedWork } from './finished-work';
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
 * @param residuals per task: log ratio less the expected one
 */
export function learnWorthOfConfidence(
  { count, confidences, recency: { team } }: FinishedWork,
  residuals: Float64Array,
): WorthOfConfidence {
  const { confidence: prior } = priors;
  const claims = confidences.map((confidence) => (confidence === 0 ? 0 : Math.log(claimedSpread(confidence))));
  const sum = (of: (claim: number, off: number) => number): number => {
    let all = 0;
    for (let i = 0; i < count; i += 1) {
      if (confidences[i] !== 0) all += (team[i] ?? 0) * of(claims[i] ?? 0, Math.abs(residuals[i] ?? 0));
    }
    return all;
  };
  const total = sum(() => 1);
  const claimed = sum((claim) => claim);
  const off = sum((_, each) => each);
  const ofPrior = prior.usualWorth * Math.log(claimedSpread(prior.usual));
  const usual = (ofPrior + claimed) / (prior.usualWorth + total);
  if (!(off > 0)) return worthOf(usual, prior.exponent);
  const mean = claimed / total;
  const moved = sum((claim, each) => (claim - mean) * ((each * total) / off - 1));
  const room = sum((claim) => (claim - mean) ** 2);
  const slope = (prior.worth * prior.exponent + moved) / (prior.worth + room);
  return worthOf(usual, Math.min(prior.most, Math.max(0, slope)));
}
