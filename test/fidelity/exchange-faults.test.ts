import type { JiraAnswer } from '../../sandbox/sandbox-types';
import { describedOperations, isDescriptionHere } from './description';
import { faultsOf } from './exchange-faults';

const answer = (body: unknown, status = 200): JiraAnswer => ({
  status,
  headers: {},
  body,
  points: 1,
  operationId: null,
});

const configuration = {
  attachmentsEnabled: true,
  issueLinkingEnabled: true,
  subTasksEnabled: true,
  timeTrackingConfiguration: {
    workingHoursPerDay: 8,
    workingDaysPerWeek: 5,
    timeFormat: 'pretty',
    defaultUnit: 'hour',
  },
  timeTrackingEnabled: true,
  unassignedIssuesAllowed: true,
  votingEnabled: true,
  watchingEnabled: true,
};
const sprint = {
  id: 37,
  self: 'https://your-domain.atlassian.net/rest/agile/1.0/sprint/37',
  state: 'closed',
  name: 'sprint 1',
  startDate: '2015-04-11T15:22:00.000+10:00',
  endDate: '2015-04-20T01:22:00.000+10:00',
  completeDate: '2015-04-20T11:04:00.000+10:00',
  originBoardId: 5,
  goal: 'sprint 1 goal',
};

const asked = { issueIdsOrKeys: ['1'] };

const found = (method: string, path: string, body: unknown, status?: number, sent?: unknown) =>
  faultsOf({
    request: { method, path, ...(sent === undefined ? {} : { body: JSON.stringify(sent) }) },
    answer: answer(body, status),
  }).map(({ kind, at }) => `${kind} ${at}`);

// Without the description operations.test.ts fails, and says why.
(isDescriptionHere ? describe : describe.skip)('the comparison with Atlassian’s description', () => {
  const path = '/rest/api/3/configuration';

  it('takes what is described by a schema, and what is described by an example', () => {
    expect(found('GET', path, configuration)).toEqual([]);
    expect(found('GET', '/rest/agile/1.0/sprint/37', sprint)).toEqual([]);
    expect(found('PUT', '/rest/api/3/issue/WEB-1', undefined, 204, { fields: { summary: 'a' } })).toEqual([]);
  });

  it('finds a field too many, at any depth', () => {
    expect(found('GET', path, { ...configuration, colour: 'red' })).toEqual(['field colour']);
    const deep = {
      ...configuration,
      timeTrackingConfiguration: { ...configuration.timeTrackingConfiguration, week: 7 },
    };
    expect(found('GET', path, deep)).toEqual(['field timeTrackingConfiguration.week']);
    expect(found('GET', '/rest/agile/1.0/sprint/37', { ...sprint, colour: 'red' })).toEqual(['field colour']);
  });

  it('finds a field too few: one that the schema requires, and one that the example has', () => {
    const { workingHoursPerDay: _, ...tooLittle } = configuration.timeTrackingConfiguration;
    expect(found('GET', path, { ...configuration, timeTrackingConfiguration: tooLittle })).toEqual([
      'missing field timeTrackingConfiguration.workingHoursPerDay',
    ]);
    const { votingEnabled: _votes, ...less } = configuration;
    expect(found('GET', path, less)).toEqual(['missing field votingEnabled']);
    const { state: _state, ...stateless } = sprint;
    expect(found('GET', '/rest/agile/1.0/sprint/37', stateless)).toEqual(['missing field state']);
  });

  it('finds a field too few that every object has by itself: toString', () => {
    const item = { field: 'status', fieldId: 'status', fieldtype: 'jira', fromString: 'To Do' };
    const log = { issueId: '1', changeHistories: [{ items: [item] }] };
    const at = 'issueChangeLogs.*.changeHistories.*.items.*.toString';
    expect(found('POST', '/rest/api/3/changelog/bulkfetch', { issueChangeLogs: [log] }, 200, asked)).toContain(
      `missing field ${at}`,
    );
  });

  it('finds a value of another type or outside of a list of values', () => {
    expect(found('GET', path, { ...configuration, votingEnabled: 'yes' })).toEqual(['value votingEnabled']);
    expect(found('GET', '/rest/agile/1.0/sprint/37', { ...sprint, id: '37' })).toEqual(['value id']);
    const monthly = { ...configuration.timeTrackingConfiguration, defaultUnit: 'month' };
    expect(found('GET', path, { ...configuration, timeTrackingConfiguration: monthly })).toEqual([
      'value timeTrackingConfiguration.defaultUnit',
    ]);
  });

  it('finds an operation, a status, a parameter and a body that are not described', () => {
    expect(found('GET', '/rest/api/3/nonsense', {})).toEqual(['operation ']);
    expect(found('GET', path, undefined, 418)).toEqual(['status 418']);
    expect(found('GET', `${path}?colour=red`, configuration)).toEqual(['parameter query colour']);
    expect(found('GET', '/rest/agile/1.0/sprint/first', sprint)).toEqual(['parameter value path sprintId']);
    expect(found('GET', '/rest/agile/1.0/board?startAt=first', undefined, 400)).toContain(
      'parameter value query startAt',
    );
    expect(found('GET', path, configuration, 200, {})).toEqual(['body ']);
    expect(found('PUT', '/rest/api/3/issue/WEB-1', undefined, 204)).toEqual(['body ']);
    expect(found('PUT', '/rest/api/3/issue/WEB-1', undefined, 204, { colour: 'red' })).toEqual(['field colour']);
    expect(found('PUT', '/rest/api/3/issue/WEB-1', undefined, 204, { fields: [] })).toEqual(['value fields']);
  });

  it('finds a refusal that has not the shape of Jira’s', () => {
    expect(found('GET', '/rest/agile/1.0/sprint/37', { errorMessages: ['No.'], errors: {} }, 404)).toEqual([]);
    expect(found('GET', '/rest/agile/1.0/sprint/37', { error: 'No.' }, 404)).toEqual(['field error']);
    expect(found('GET', '/rest/agile/1.0/sprint/37', { errorMessages: 'No.' }, 404)).toEqual(['value errorMessages']);
  });

  it('has the 81 operations', () => {
    expect(describedOperations()).toHaveLength(81);
  });
});
