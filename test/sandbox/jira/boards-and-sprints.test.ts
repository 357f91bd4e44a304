import { smallIssue, smallJira, smallSite } from './small-site';

describe('boards', () => {
  it('are listed in pages of at most 50, whatever is asked for', () => {
    const boards = Array.from({ length: 53 }, (_, index) => ({
      id: index + 1,
      name: `Board ${index + 1}`,
      type: 'scrum' as const,
      projectKey: 'WEB',
    }));
    const { get } = smallJira(smallSite({ boards }));
    expect(get('/rest/agile/1.0/board?maxResults=1000').body).toMatchObject({
      maxResults: 50,
      startAt: 0,
      total: 53,
      isLast: false,
    });
    const second = get('/rest/agile/1.0/board?maxResults=1000&startAt=50');
    expect(second.body).toMatchObject({ maxResults: 50, startAt: 50, total: 53, isLast: true });
    expect(second.body).toHaveProperty('values.2.name', 'Board 53');
    expect(second.body).toHaveProperty('values.length', 3);
  });

  it('are found by type, by a part of the name and by project', () => {
    const { get } = smallJira();
    expect(get('/rest/agile/1.0/board?type=kanban').body).toMatchObject({ total: 1, values: [{ id: 2 }] });
    expect(get('/rest/agile/1.0/board?name=SUPP').body).toMatchObject({ total: 1, values: [{ id: 2 }] });
    expect(get('/rest/agile/1.0/board?projectKeyOrId=10000').body).toMatchObject({ total: 2 });
    expect(get('/rest/agile/1.0/board?projectKeyOrId=NO').body).toMatchObject({ total: 0, values: [] });
    expect(get('/rest/agile/1.0/board?type=waterfall').status).toBe(400);
  });

  it('tell where they live', () => {
    expect(smallJira().get('/rest/agile/1.0/board/1').body).toEqual({
      id: 1,
      self: 'https://your-domain.atlassian.net/rest/agile/1.0/board/1',
      name: 'WEB board',
      type: 'scrum',
      location: {
        projectId: 10000,
        displayName: 'Website (WEB)',
        projectName: 'Website',
        projectKey: 'WEB',
        projectTypeKey: 'software',
        name: 'Website (WEB)',
      },
    });
  });

  it('name the field that a scrum board estimates in, and none on a kanban board', () => {
    const { get } = smallJira();
    expect(get('/rest/agile/1.0/board/1/configuration').body).toHaveProperty('estimation', {
      type: 'field',
      field: { fieldId: 'timeoriginalestimate', displayName: 'Original Estimate' },
    });
    expect(get('/rest/agile/1.0/board/2/configuration').body).not.toHaveProperty('estimation');
  });

  it('have the finished statuses in their last column', () => {
    expect(smallJira().get('/rest/agile/1.0/board/1/configuration').body).toMatchObject({
      columnConfig: {
        columns: [
          { name: 'To Do', statuses: [{ id: '2' }] },
          { name: 'In Progress', statuses: [{ id: '4' }] },
          { name: 'Done', statuses: [{ id: '3' }] },
        ],
      },
    });
  });
});

describe('sprints of a board', () => {
  it('come closed first, then active, then future', () => {
    expect(smallJira().get('/rest/agile/1.0/board/1/sprint').body).toMatchObject({
      isLast: true,
      total: 3,
      values: [
        { id: 3, state: 'closed' },
        { id: 5, state: 'active' },
        { id: 6, state: 'future' },
      ],
    });
  });

  it('can be asked for by state', () => {
    const { get } = smallJira();
    expect(get('/rest/agile/1.0/board/1/sprint?state=future,active').body).toMatchObject({
      total: 2,
      values: [{ id: 5 }, { id: 6 }],
    });
    expect(get('/rest/agile/1.0/board/1/sprint?state=open').status).toBe(400);
  });

  it('have no keys for the dates of a sprint that was not planned yet', () => {
    expect(smallJira().get('/rest/agile/1.0/sprint/6').body).toEqual({
      id: 6,
      self: 'https://your-domain.atlassian.net/rest/agile/1.0/sprint/6',
      state: 'future',
      name: 'Sprint 3',
      originBoardId: 1,
    });
  });

  it('do not exist on a kanban board', () => {
    const answer = smallJira().get('/rest/agile/1.0/board/2/sprint');
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ errorMessages: ['The board does not support sprints'], errors: {} });
  });

  it('also show a sprint of another board that holds an issue of this project', () => {
    const site = smallSite();
    site.boards.push({ id: 9, name: 'Other', type: 'scrum', projectKey: 'OTHER' });
    site.sprints.push(
      { id: 70, name: 'Shared', state: 'active', originBoardId: 9 },
      { id: 71, name: 'Foreign', state: 'active', originBoardId: 9 },
    );
    site.issues.push(smallIssue(6, { sprintId: 70 }));
    expect(smallJira(site).get('/rest/agile/1.0/board/1/sprint?state=active').body).toMatchObject({
      total: 2,
      values: [{ id: 5 }, { id: 70 }],
    });
  });
});
