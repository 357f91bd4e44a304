import { readChanges } from '../../src/jira/changelog';
import { readFields } from '../../src/jira/fields';
import { openJira } from '../../src/jira/session';
import { readStatuses } from '../../src/jira/statuses';
import { readWorklogs } from '../../src/jira/worklogs';

/** Calls beside the app's own, by name. */
export type ExtraCalls = Record<string, (payload: unknown) => unknown>;

const session = () => openJira({ now: () => 0, sleep: () => Promise.resolve(), random: () => 0.5 }, 20_000);

/** Pieces of the jira room that no resolver calls yet; what they ask Jira counts as the app's all the same. */
export const gates: ExtraCalls = {
  readChanges: async () => (await readChanges(session(), ['10022', '10023'], 'customfield_10020')).size,
  readFields: () => readFields(session()),
  readStatuses: () => readStatuses(session()),
  readWorklogs: async (payload) => (await readWorklogs(session(), String(named(payload, 'issueId')))).length,
};

function named(payload: unknown, name: string): unknown {
  return typeof payload === 'object' && payload !== null
    ? new Map<string, unknown>(Object.entries(payload)).get(name)
    : undefined;
}
