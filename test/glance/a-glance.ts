import type { GlanceValue } from '../../src/glance/glance-session';

/** One issue as `openGlance` answers it: 10 h at the default of 80 %, in no sprint, and this user may edit it. */
export function aGlance(different: Partial<GlanceValue> = {}): GlanceValue {
  return {
    issueId: '10024',
    key: 'WEB-24',
    hours: 10,
    hoursSource: 'set',
    ownHours: 10,
    like: null,
    confidence: 80,
    confidenceSource: 'default',
    optimistic: 8,
    pessimistic: 12.5,
    defaults: { confidence: 80 },
    steps: null,
    changes: [],
    boardId: null,
    sprint: null,
    projectKey: 'WEB',
    timeTracking: { hoursPerDay: 8, daysPerWeek: 5, format: 'hours' },
    may: { edit: true },
    ...different,
  };
}
