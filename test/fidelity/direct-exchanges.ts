import { operations } from '../../sandbox/jira/operations';
import type { Actor } from '../../sandbox/sandbox-types';
import { csvSite, devlakeSite } from '../open-app';
import { changes, type DirectRequest, readings, refusedRequests } from './direct-requests';
import type { Exchange } from './exchange-faults';
import { history, refusedHistory } from './history-requests';
import { openRecordedApp } from './recorded-app';
import { properties, refusedProperties } from './property-requests';
import { refusedWork, work } from './work-requests';

/** A request that a test made by itself, with the status that it must be answered with. */
export interface DirectExchange extends Exchange {
  expected: number;
  /** Wrong on purpose, so only its answer must be as the description says. */
  isRefusal: boolean;
}

/** Asks for everything that the sandbox models, and makes every mistake that it turns down. */
export async function directExchanges(): Promise<DirectExchange[]> {
  const exchanges: DirectExchange[] = [];
  for (const site of [undefined, csvSite, devlakeSite, 'odd']) {
    const { sandbox } = await openRecordedApp({ site });
    const first = sandbox.site.users[0]?.accountId ?? '';
    const ask = ({ as = first, status, ...request }: DirectRequest, scopes: Actor['scopes'] = 'all') => {
      const answer = sandbox.jira.serve(request, { accountId: as, scopes });
      exchanges.push({ request, answer, expected: status, isRefusal: status >= 400 });
    };
    for (const request of readings(sandbox.site)) ask(request);
    if (site !== undefined) continue;
    for (const request of [
      ...changes,
      ...work,
      ...refusedRequests,
      ...refusedWork,
      ...refusedProperties,
      ...properties,
      ...refusedHistory,
      ...history,
    ])
      ask(request);
    for (const { method, path, scopes } of operations.filter((operation) => operation.scopes.length > 0)) {
      const request = { method, path: path.replace(/\{\w+\}/g, '1') };
      ask({ ...request, as: null, status: 401 });
      for (const missing of scopes)
        ask(
          { ...request, status: 401 },
          scopes.filter((scope) => scope !== missing),
        );
    }
    const { unmodelled } = sandbox.jira;
    if (unmodelled.length > 0) throw new Error(`The sandbox does not model ${unmodelled.join(', ')}.`);
  }
  return exchanges;
}
