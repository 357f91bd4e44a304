import { numberFields, readFields, sprintFieldId } from '../../src/jira/fields';
import { readStatuses } from '../../src/jira/statuses';
import { readTransitions } from '../../src/jira/transitions';
import { onAnswers, problemOf, session } from './recorded-answers';

const done = { id: '10002', name: 'Fertig', statusCategory: { id: 3, key: 'done', name: 'Erledigt' } };
const field = { schema: { type: 'string' }, operations: ['set'] };

describe('the transitions of an issue', () => {
  it('are asked for with the fields of their screens', async () => {
    const { asked } = await onAnswers([{ transitions: [] }], () => readTransitions(session, 'WEB-42'));
    expect(asked).toEqual([
      { method: 'GET', path: '/rest/api/3/issue/WEB-42/transitions?expand=transitions.fields', body: undefined },
    ]);
  });

  it('say what Jira requires on the way: a required field without a default, and no other', async () => {
    const transitions = [
      { id: '31', name: 'Fertig', to: done, hasScreen: false },
      {
        id: '41',
        name: 'Abschließen',
        to: done,
        hasScreen: true,
        fields: {
          resolution: { ...field, name: 'Lösung', required: true, hasDefaultValue: false },
          customfield_1: { ...field, name: 'Grund', required: true, hasDefaultValue: true },
          comment: { ...field, name: 'Kommentar', required: false, hasDefaultValue: false },
        },
      },
    ];
    const { result } = await onAnswers([{ transitions }], () => readTransitions(session, '10042'));
    const to = { id: '10002', name: 'Fertig', category: 'done' };
    expect(result).toEqual([
      { id: '31', name: 'Fertig', to, hasScreen: false, requiredFields: [] },
      { id: '41', name: 'Abschließen', to, hasScreen: true, requiredFields: ['Lösung'] },
    ]);
  });

  it('of an issue that is not there, or not for this user, are a problem with its name', async () => {
    const problem = await problemOf(onAnswers([{}], () => readTransitions(session, 'WEB-43'), 404));
    expect(problem.code).toBe('issue.unknown');
    expect(problem.message).toContain('WEB-43');
  });
});

describe('the statuses of a site', () => {
  it('are all in one answer, each with its category', async () => {
    const { result, asked } = await onAnswers([[done, { id: '1', name: 'Offen' }]], () => readStatuses(session));
    expect(asked.map(({ path }) => path)).toEqual(['/rest/api/3/status']);
    expect(result).toEqual([
      { id: '10002', name: 'Fertig', category: 'done' },
      { id: '1', name: 'Offen', category: 'undefined' },
    ]);
  });
});

describe('the fields of a site', () => {
  // Types as Jira names them (FORGE.md §4 for the points of both kinds of project).
  const answer = [
    { id: 'issuekey', name: 'Key', custom: false },
    { id: 'timespent', name: 'Time Spent', custom: false, schema: { type: 'number', system: 'timespent' } },
    {
      id: 'customfield_10016',
      name: 'Confidence',
      schema: { type: 'number', custom: 'com.pyxis.greenhopper.jira:jsw-story-points' },
    },
    {
      id: 'customfield_10027',
      name: 'Confidence',
      schema: { type: 'number', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:float' },
    },
    {
      id: 'customfield_10028',
      name: 'Confidence',
      schema: { type: 'option', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:select' },
    },
    { id: 'customfield_10031', name: 'Sprint', schema: { type: 'string', custom: 'com.example:text' } },
    {
      id: 'customfield_10107',
      name: 'Iteration',
      schema: { type: 'array', items: 'json', custom: 'com.pyxis.greenhopper.jira:gh-sprint' },
    },
  ];

  it('are told apart by type and id where names are the same', async () => {
    const { result, asked } = await onAnswers([answer], () => readFields(session));
    expect(asked.map(({ path }) => path)).toEqual(['/rest/api/3/field']);
    expect(result).toHaveLength(answer.length);
    expect(result[0]).toEqual({ id: 'issuekey', name: 'Key', type: null, custom: null });
    expect(numberFields(result).map(({ id }) => id)).toEqual(['customfield_10016', 'customfield_10027']);
    expect(sprintFieldId(result)).toBe('customfield_10107');
    expect(sprintFieldId(result.slice(0, 6))).toBeNull();
  });
});
