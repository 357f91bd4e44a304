import * as z from 'zod';
import { oddSite } from '../../../sandbox/site/odd-site';
import { smallTeam } from '../../../sandbox/site/small-team';
import { smallJira } from './small-site';

const fieldsSchema = z.array(
  z.looseObject({
    id: z.string(),
    name: z.string(),
    schema: z.looseObject({ type: z.string(), custom: z.string().optional() }),
  }),
);
const numbersOf = (body: unknown) =>
  fieldsSchema
    .parse(body)
    .filter(({ schema: { type, custom } }) => type === 'number' && custom !== undefined)
    .map(({ id, name, schema }) => [id, name, schema.custom?.split(':')[1]]);

describe('the fields of a site', () => {
  it('hold two kinds of numbers in the small team, which only their names tell apart', () => {
    expect(numbersOf(smallJira(smallTeam()).get('/rest/api/3/field', 'noor').body)).toEqual([
      ['customfield_10028', 'Story Points', 'float'],
      ['customfield_10044', 'Confidence (%)', 'float'],
    ]);
  });

  it('hold the points of a team-managed project in the odd site', () => {
    expect(numbersOf(smallJira(oddSite()).get('/rest/api/3/field', 'zoe').body)).toEqual([
      ['customfield_10016', 'Story point estimate', 'jsw-story-points'],
    ]);
  });

  it('are Jira’s own for somebody who sees no project', () => {
    const { body } = smallJira(smallTeam()).get('/rest/api/3/field', 'outsider');
    expect(numbersOf(body)).toEqual([]);
    expect(fieldsSchema.parse(body).map(({ id }) => id)).toContain('timeoriginalestimate');
  });
});

describe('a number of an issue', () => {
  const path = '/rest/api/3/issue/WEB-30';
  const read = (jira: ReturnType<typeof smallJira>) => jira.get(`${path}?fields=customfield_10044`, 'noor').body;

  it('is read, set and emptied', () => {
    const jira = smallJira(smallTeam());
    expect(read(jira)).toMatchObject({ fields: { customfield_10044: 90 } });
    expect(jira.put(path, { fields: { customfield_10044: 62.5 } }, 'noor').status).toBe(204);
    expect(read(jira)).toMatchObject({ fields: { customfield_10044: 62.5 } });
    expect(jira.put(path, { fields: { customfield_10044: null } }, 'noor').status).toBe(204);
    expect(read(jira)).toMatchObject({ fields: { customfield_10044: null } });
  });

  it('is refused when it is none', () => {
    const jira = smallJira(smallTeam());
    expect(jira.put(path, { fields: { customfield_10044: '90' } }, 'noor')).toMatchObject({
      status: 400,
      body: { errors: { customfield_10044: 'Operation value must be a number' } },
    });
    expect(jira.put(path, { fields: { customfield_10044: 50 } }, 'vera').status).toBe(400);
    expect(read(jira)).toMatchObject({ fields: { customfield_10044: 90 } });
  });
});

describe('one issue of Jira Software', () => {
  it('has its sprints, with the board that they are of', () => {
    const jira = smallJira(smallTeam());
    expect(jira.get('/rest/agile/1.0/issue/WEB-20?fields=sprint,closedSprints', 'noor').body).toMatchObject({
      key: 'WEB-20',
      fields: { sprint: { id: 23, state: 'active', originBoardId: 1 }, closedSprints: [{ id: 22, originBoardId: 1 }] },
    });
    expect(jira.get('/rest/agile/1.0/issue/WEB-38?fields=sprint', 'noor').body).toMatchObject({
      fields: { sprint: null },
    });
    expect(jira.get('/rest/agile/1.0/issue/WEB-20', 'outsider').status).toBe(404);
  });
});

describe('the people of the small team', () => {
  const held = (accountId: string) =>
    smallJira(smallTeam()).get(
      '/rest/api/3/mypermissions?permissions=EDIT_ISSUES,MANAGE_SPRINTS_PERMISSION,DELETE_ISSUES,ADMINISTER',
      accountId,
    ).body;
  const permissions = (edit: boolean, sprints: boolean, all: boolean) => ({
    permissions: {
      EDIT_ISSUES: { havePermission: edit },
      MANAGE_SPRINTS_PERMISSION: { havePermission: sprints },
      DELETE_ISSUES: { havePermission: all },
      ADMINISTER: { havePermission: all },
    },
  });

  it('are an administrator, somebody who plans but does not manage sprints, and somebody who does', () => {
    expect(held('ada')).toMatchObject(permissions(true, true, true));
    expect(held('noor')).toMatchObject(permissions(true, false, false));
    expect(held('tomas')).toMatchObject(permissions(true, true, false));
    expect(held('vera')).toMatchObject(permissions(false, false, false));
  });
});
