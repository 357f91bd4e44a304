import { operations } from '../../sandbox/jira/operations';
import { play, scenarios } from './app-scenarios';
import { beyondTheDescription, isBeyond, isUndescribed, undescribed } from './beyond-the-description';
import { describedOperations, findDescribed, isDescriptionHere } from './description';
import { type DirectExchange, directExchanges } from './direct-exchanges';
import { answerFaults, type Exchange, type Fault, faultsOf, nameOf } from './exchange-faults';
import { sourceFault } from './source-fault';

// Sandboxes are opened by the dozen, and a busy machine takes its time.
jest.setTimeout(60_000);

/** Faults against the description, without what goes beyond it on purpose. */
function unlisted(faults: readonly Fault[]): string[] {
  const left = faults.filter(
    (fault) => !isUndescribed(fault) && !beyondTheDescription.some((beyond) => isBeyond(beyond, fault)),
  );
  return [...new Set(left.map(({ operation, kind, at, found }) => `${operation}: ${kind} ${at}: ${found}`))];
}

const directFaults = (exchange: DirectExchange): Fault[] =>
  exchange.isRefusal ? answerFaults(exchange) : faultsOf(exchange);

/** What was asked and answered in each of the scenarios. */
const played: Exchange[][] = [];
const direct: DirectExchange[] = [];

if (!isDescriptionHere) {
  it('NOTHING WAS CHECKED against Atlassian’s description: it is not here', () => {
    throw new Error(
      "../shared/jira/operations.json is missing beside this folder (DESIGN.md §7): whether the sandbox is like Jira was not checked. Put Atlassian's description there and run the tests again.",
    );
  });
} else {
  beforeAll(async () => {
    for (const scenario of scenarios) played.push((await play(scenario)).exchanges);
    direct.push(...(await directExchanges()));
  });

  describe('what the app asks Jira, and what the sandbox answers, is what Atlassian describes', () => {
    it.each(scenarios.map(({ name }, place) => [name, place] as const))('when %s', (_name, place) => {
      const exchanges = played[place] ?? [];
      expect(exchanges.length).toBeGreaterThan(20);
      expect(unlisted(exchanges.flatMap(faultsOf))).toEqual([]);
    });

    it('on each path that the app knows', () => {
      const asked = played.flat().map(({ request: { method, path } }) => {
        const found = findDescribed(method, path.split('?')[0] ?? '');
        return found === undefined ? path : nameOf(found.operation);
      });
      expect([...new Set(asked)].sort()).toEqual([
        'DELETE /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}',
        'GET /rest/agile/1.0/board',
        'GET /rest/agile/1.0/board/{boardId}',
        'GET /rest/agile/1.0/board/{boardId}/configuration',
        'GET /rest/agile/1.0/board/{boardId}/sprint',
        'GET /rest/agile/1.0/issue/{issueIdOrKey}',
        'GET /rest/agile/1.0/sprint/{sprintId}',
        'GET /rest/api/3/configuration',
        'GET /rest/api/3/field',
        'GET /rest/api/3/issue/{issueIdOrKey}',
        'GET /rest/api/3/issue/{issueIdOrKey}/transitions',
        'GET /rest/api/3/issue/{issueIdOrKey}/worklog',
        'GET /rest/api/3/mypermissions',
        'GET /rest/api/3/status',
        'GET /rest/api/3/user/assignable/search',
        'GET /rest/api/3/user/bulk',
        'GET /rest/software/1.0/board/{boardId}/backlog',
        'GET /rest/software/1.0/board/{boardId}/issue',
        'GET /rest/software/1.0/board/{boardId}/sprint/{sprintId}/issue',
        'POST /rest/agile/1.0/backlog/issue',
        'POST /rest/agile/1.0/sprint/{sprintId}/issue',
        'POST /rest/api/3/changelog/bulkfetch',
        'POST /rest/api/3/issue/bulkfetch',
        'POST /rest/api/3/issue/{issueIdOrKey}/transitions',
        'PUT /rest/agile/1.0/issue/rank',
        'PUT /rest/api/3/issue/{issueIdOrKey}',
        'PUT /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}',
      ]);
    });
  });

  describe('what the sandbox models is what Atlassian describes', () => {
    const named = operations
      .filter((operation) => !undescribed.some((one) => one.operation === nameOf(operation)))
      .map((operation) => {
        const described = describedOperations().find(
          ({ method, path }) => method === operation.method && path === operation.path,
        );
        const hasSchema = Object.values(described?.responses ?? {}).some(({ schema }) => schema !== undefined);
        const name = `${nameOf(operation)}${hasSchema ? '' : ' (of its answers the description has only an example)'}`;
        return [name, operation, described] as const;
      });

    it.each(named)('%s: its name, its scopes and its parameters', (_name, operation, described) => {
      expect(described?.operationId).toBe(operation.operationId);
      expect(described?.deprecated).toBe(false);
      expect(described?.scopes.fromSecurity[0]?.OAuth2).toEqual(operation.scopes);
      const names = described?.parameters.map(({ name }) => name) ?? [];
      const other = operation.parameters
        .filter((name) => !names.includes(name))
        .map((name): Fault => ({ operation: nameOf(operation), kind: 'parameter', at: `query ${name}`, found: '' }));
      expect(unlisted(other)).toEqual([]);
    });

    it.each(named)('%s: what it takes and what it answers', (_name, operation) => {
      const own = direct.filter(({ answer, request }) =>
        isOf(operation, answer.operationId, request.method, request.path),
      );
      expect(own.filter(({ answer, expected }) => answer.status !== expected)).toEqual([]);
      expect(own.some(({ expected }) => expected < 400)).toBe(true);
      expect(unlisted(own.flatMap(directFaults))).toEqual([]);
    });

    it.each(undescribed.map(({ operation, source }) => [operation, source] as const))(
      '%s, which the description at hand leaves out: a source says that it is there, and it answers',
      (name, source) => {
        const operation = operations.find((one) => nameOf(one) === name);
        expect(describedOperations().map(nameOf)).not.toContain(name);
        expect(sourceFault(source, new Date().toISOString().slice(0, 10))).toBeUndefined();
        const own = direct.filter(({ answer }) => answer.operationId === operation?.operationId);
        expect(own.filter(({ answer, expected }) => answer.status !== expected)).toEqual([]);
        expect(new Set(own.map(({ expected }) => expected < 400))).toEqual(new Set([true, false]));
      },
    );

    it.each(named.filter(([, operation]) => operation.scopes.length > 0))('%s: how it refuses', (_name, operation) => {
      const own = direct.filter(({ answer, request }) =>
        isOf(operation, answer.operationId, request.method, request.path),
      );
      const statuses = new Set(own.filter(({ isRefusal }) => isRefusal).map(({ answer }) => answer.status));
      const always = ['configuration', 'field', 'myself', 'status'].some(
        (last) => operation.path === `/rest/api/3/${last}`,
      );
      expect(statuses).toContain(401);
      expect([400, 403, 404].some((status) => statuses.has(status))).toBe(!always);
    });
  });

  describe('what goes beyond the description', () => {
    it('has a source that says so', () => {
      const today = new Date().toISOString().slice(0, 10);
      expect(beyondTheDescription.flatMap(({ source }) => sourceFault(source, today) ?? [])).toEqual([]);
    });

    it('is in what the sandbox answers or takes, every bit of it', () => {
      const faults = [
        ...played.flat().flatMap(faultsOf),
        ...direct.flatMap(directFaults),
        ...operations.flatMap((operation): Fault[] =>
          operation.parameters.map((name) => ({
            operation: nameOf(operation),
            kind: 'parameter',
            at: `query ${name}`,
            found: '',
          })),
        ),
      ];
      const unused = beyondTheDescription.flatMap((beyond) =>
        beyond.at.flatMap((at) =>
          faults.some((fault) => fault.at === at && isBeyond(beyond, fault)) ? [] : [`${beyond.operation}: ${at}`],
        ),
      );
      expect(unused).toEqual([]);
    });
  });
}

function isOf(
  operation: { operationId: string; method: string; path: string },
  answered: string | null,
  method: string,
  path: string,
): boolean {
  const found = findDescribed(method, path.split('?')[0] ?? '');
  return answered === operation.operationId && found !== undefined && nameOf(found.operation) === nameOf(operation);
}
