import type { Site } from '../../../sandbox/site/site';
import { smallIssue, smallJira, smallSite } from './small-site';

const path = '/rest/agile/1.0/issue/rank';

function ranks({ issues }: Site): string[] {
  return issues.map(({ key }) => key.replace('WEB-', '')).map(String);
}

describe('ranking issues', () => {
  // By hand, on the order 1 2 3 4 5.
  it.each([
    [{ issues: ['WEB-5'], rankBeforeIssue: 'WEB-1' }, '51234'],
    [{ issues: ['WEB-4', 'WEB-2'], rankBeforeIssue: 'WEB-1' }, '42135'],
    [{ issues: ['WEB-1', '10003'], rankAfterIssue: 'web-5' }, '24513'],
    [{ issues: ['WEB-2'], rankAfterIssue: 'WEB-1' }, '12345'],
    [{ issues: ['WEB-1'], rankAfterIssue: '10003', rankCustomFieldId: 10_019 }, '23145'],
  ])('%j', (body, expected) => {
    const { put, site, changes } = smallJira();
    expect(put(path, body)).toMatchObject({ status: 204, body: undefined, points: 1 });
    expect(ranks(site).join('')).toBe(expected);
    expect(changes()).toBe(1);
  });

  it('shows in every list of the board', () => {
    const { put, get } = smallJira();
    put(path, { issues: ['WEB-2'], rankBeforeIssue: 'WEB-1' });
    expect(get('/rest/software/1.0/board/1/sprint/5/issue').body).toMatchObject({
      issues: [{ key: 'WEB-2' }, { key: 'WEB-1' }],
    });
  });

  it('tells issue by issue when some cannot be ranked, and ranks the others', () => {
    const { put, site } = smallJira();
    const answer = put(path, { issues: ['WEB-4', 'WEB-99', '5', 'WEB-3'], rankBeforeIssue: 'WEB-1' });
    const errors = ['Issue does not exist or you do not have permission to see it.'];
    expect(answer.status).toBe(207);
    expect(answer.body).toEqual({
      entries: [
        { issueId: 10_004, issueKey: 'WEB-4', status: 200 },
        { issueKey: 'WEB-99', status: 404, errors },
        { issueId: 5, status: 404, errors },
        { issueId: 10_003, issueKey: 'WEB-3', status: 200 },
      ],
    });
    expect(ranks(site).join('')).toBe('43125');
  });

  it('is of 50 issues at the most', () => {
    const { put } = smallJira(smallSite({ issues: Array.from({ length: 60 }, (_, index) => smallIssue(index + 1)) }));
    const keys = (count: number) => Array.from({ length: count }, (_, index) => `WEB-${index + 1}`);
    expect(put(path, { issues: keys(51), rankAfterIssue: 'WEB-60' })).toMatchObject({
      status: 400,
      body: { errorMessages: ['At most 50 issues may be ranked at once.'] },
    });
    expect(put(path, { issues: keys(50), rankAfterIssue: 'WEB-60' }).status).toBe(204);
  });

  it.each([
    { issues: ['WEB-1'] },
    { issues: [], rankAfterIssue: 'WEB-1' },
    { issues: ['WEB-2'], rankAfterIssue: 'WEB-1', rankBeforeIssue: 'WEB-3' },
    { issues: ['WEB-2', 'WEB-1'], rankAfterIssue: 'WEB-1' },
    { issues: ['WEB-2'], rankAfterIssue: 'WEB-1', rankCustomFieldId: 1 },
    { issues: ['WEB-2'], rankAfterIssue: 1 },
  ])('cannot be asked with %j', (body) => {
    const { put, site, changes } = smallJira();
    expect(put(path, body).status).toBe(400);
    expect(ranks(site).join('')).toBe('12345');
    expect(changes()).toBe(0);
  });

  it('needs the permission to schedule issues, and to see the issue that they go beside', () => {
    const { put, site } = smallJira();
    const body = { issues: ['WEB-5'], rankBeforeIssue: 'WEB-1' };
    expect(put(path, body, 'viewer').status).toBe(403);
    // 400: the description has no 404 for this operation.
    expect(put(path, body, 'outsider').status).toBe(400);
    expect(put(path, { ...body, rankBeforeIssue: 'WEB-99' }).status).toBe(400);
    expect(ranks(site).join('')).toBe('12345');
  });
});
