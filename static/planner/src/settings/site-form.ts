import type { Payload, Value } from '../../../../src/contract';
import { leastConfidence, mostConfidence, mostEstimateHours } from '../../../../src/estimation/bounds';
import { parseHours, parsePercent } from '../../../../src/estimation/hours';
import { changedFields } from './draft';

type Settings = Value<'saveSiteSettings'>;
export type SiteChange = Omit<Payload<'saveSiteSettings'>, 'revision'>;

/** The settings of the site as they stand in the fields, right or wrong. */
export interface SiteForm {
  readonly confidence: string;
  /** null: those that PlanPrism brings. */
  readonly steps: Settings['steps'];
  readonly withEstimate: boolean;
  readonly estimate: string;
  readonly policy: Settings['policy'];
  readonly whoMayPlan: Settings['whoMayPlan'];
}

export type SiteProblem = 'confidence' | 'estimate';

/** A day has other hours for other teams, and this is for all of them: only hours and minutes are taken. */
const noDays = { hoursPerDay: Number.NaN, daysPerWeek: Number.NaN };

/** @param typed hours as a field has them */
export function siteFormOf(settings: Settings, typed: (hours: number) => string): SiteForm {
  const { defaultConfidence, defaultEstimateHours, steps, policy, whoMayPlan } = settings;
  return {
    confidence: String(defaultConfidence),
    steps,
    withEstimate: defaultEstimateHours !== null,
    estimate: defaultEstimateHours === null ? '' : typed(defaultEstimateHours),
    policy,
    whoMayPlan,
  };
}

/** What the fields mean: only what differs from `base`, or which of them are wrong. */
export function readSiteForm(
  base: SiteForm,
  form: SiteForm,
): { change: SiteChange } | { problems: ReadonlySet<SiteProblem> } {
  const confidence = parsePercent(form.confidence);
  const estimate = parseHours(form.estimate, noDays);
  const problems = new Set<SiteProblem>();
  if (confidence === null || confidence < leastConfidence || confidence > mostConfidence) problems.add('confidence');
  if (form.withEstimate && (estimate === null || estimate <= 0 || estimate > mostEstimateHours))
    problems.add('estimate');
  if (problems.size > 0) return { problems };

  const changed = new Set(changedFields(base, form));
  const { steps, policy, whoMayPlan } = form;
  return {
    change: {
      ...(changed.has('confidence') ? { defaultConfidence: confidence } : {}),
      ...(changed.has('steps') ? { steps } : {}),
      ...(changed.has('withEstimate') || (form.withEstimate && changed.has('estimate'))
        ? { defaultEstimateHours: form.withEstimate ? estimate : null }
        : {}),
      ...(changed.has('policy') ? { policy } : {}),
      ...(changed.has('whoMayPlan') ? { whoMayPlan } : {}),
    },
  };
}
