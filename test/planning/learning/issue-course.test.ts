import type { Change } from '../../../src/jira/changelog';
import type { StatusCategory } from '../../../src/jira/issues';
import { issueCourse } from '../../../src/planning/learning/issue-course';
import { issueOf } from '../issue-of';

const categories: Readonly<Record<string, StatusCategory>> = {
  '1': 'new',
  '2': 'indeterminate',
  '3': 'done',
  '4': 'done',
};
const categoryOf = (id: string): StatusCategory => categories[id] ?? 'undefined';

const moved = (at: string, from: string, to: string): Change => ({
  field: 'status',
  fieldId: 'status',
  at: `2026-${at}:00.000Z`,
  from: { id: from, name: '' },
  to: { id: to, name: '' },
});
const estimated = (at: string, from: number | null, to: number | null): Change => ({
  field: 'estimate',
  fieldId: 'timeoriginalestimate',
  at: `2026-${at}:00.000Z`,
  from,
  to,
});
const done = { status: { id: '3', name: 'Done', category: 'done' as const } };
const sprint = { startedAt: '2026-11-02T09:00:00.000Z', completedAt: '2026-11-13T16:00:00.000Z' };
const course = (issue: Parameters<typeof issueOf>[1], changes: Change[]): ReturnType<typeof issueCourse> =>
  issueCourse(issueOf('1', issue), changes, categoryOf, sprint);

describe('what an issue was estimated at', () => {
  it('is the estimate when work began, whatever was written into it afterwards', () => {
    const changes = [
      estimated('11-01T08:00', null, 8),
      moved('11-03T09:00', '1', '2'),
      estimated('11-05T17:00', 8, 20),
      moved('11-06T12:00', '2', '3'),
    ];
    expect(course({ ...done, originalHours: 20 }, changes)).toMatchObject({
      estimate: 8,
      beganAt: '2026-11-03T09:00:00.000Z',
      doneAt: '2026-11-06T12:00:00.000Z',
    });
  });

  it('is what stands there now when nobody changed it since', () => {
    expect(
      course({ ...done, originalHours: 5 }, [estimated('11-01T08:00', 3, 5), moved('11-03T09:00', '1', '2')]).estimate,
    ).toBe(5);
  });

  it('is none when it was written down only after work had begun', () => {
    const changes = [
      moved('11-03T09:00', '1', '2'),
      estimated('11-06T17:00', null, 12),
      moved('11-06T18:00', '2', '3'),
    ];
    expect(course({ ...done, originalHours: 12 }, changes).estimate).toBeNull();
  });

  it('is the one at the start of the sprint when the issue went to done at one stroke', () => {
    const changes = [estimated('11-04T10:00', 4, 6), moved('11-04T11:00', '1', '3')];
    expect(course({ ...done, originalHours: 6 }, changes)).toMatchObject({ estimate: 4, beganAt: null });
  });
});

describe('when an issue was done', () => {
  it('is the last time that it came there: one that was opened again was not done', () => {
    const changes = [
      moved('11-03T09:00', '1', '2'),
      moved('11-04T09:00', '2', '3'),
      moved('11-05T09:00', '3', '2'),
      moved('11-09T09:00', '2', '3'),
    ];
    expect(course(done, changes).doneAt).toBe('2026-11-09T09:00:00.000Z');
  });

  it('is when it came to the first of two statuses that both mean done', () => {
    expect(course(done, [moved('11-04T09:00', '2', '3'), moved('11-08T09:00', '3', '4')]).doneAt).toBe(
      '2026-11-04T09:00:00.000Z',
    );
  });

  it('stays when it was opened again, or done once more, after its sprint was completed', () => {
    const open = { status: { id: '2', name: 'In progress', category: 'indeterminate' as const } };
    const finished = [moved('11-03T09:00', '1', '2'), moved('11-06T12:00', '2', '3')];
    const reopened = [...finished, moved('11-17T09:00', '3', '2')];
    const as = { isDone: true, doneAt: '2026-11-06T12:00:00.000Z' };
    expect(course(done, finished)).toMatchObject(as);
    expect(course(open, reopened)).toMatchObject(as);
    expect(course(done, [...reopened, moved('11-19T09:00', '2', '3')])).toMatchObject(as);
  });

  it('is not in a sprint that was completed before', () => {
    const late = [moved('11-16T09:00', '1', '2'), moved('11-18T12:00', '2', '3')];
    expect(course(done, late)).toMatchObject({ isDone: false, doneAt: null });
    expect(course(done, [])).toMatchObject({ isDone: true, doneAt: null });
  });

  it('is never, for one that is open again', () => {
    const open = { status: { id: '2', name: 'In progress', category: 'indeterminate' as const } };
    expect(course(open, [moved('11-04T09:00', '2', '3'), moved('11-05T09:00', '3', '2')]).doneAt).toBeNull();
  });
});

describe('when an issue was in progress', () => {
  it('is each time between being taken up and being put down, also when it was opened again', () => {
    const changes = [
      moved('11-03T09:00', '1', '2'),
      moved('11-04T09:00', '2', '1'),
      moved('11-05T09:00', '1', '2'),
      moved('11-06T09:00', '2', '3'),
      moved('11-09T09:00', '3', '2'),
      moved('11-09T15:00', '2', '3'),
    ];
    expect(course(done, changes).inProgress.map(({ from, to }) => `${from.slice(5, 13)}–${to.slice(5, 13)}`)).toEqual([
      '11-03T09–11-04T09',
      '11-05T09–11-06T09',
      '11-09T09–11-09T15',
    ]);
  });

  it('lasts until its sprint was completed for one that still is, and has not begun for one that came back later', () => {
    const open = { status: { id: '2', name: 'In progress', category: 'indeterminate' as const } };
    expect(course(open, [moved('11-12T09:00', '1', '2')]).inProgress).toEqual([
      { from: '2026-11-12T09:00:00.000Z', to: sprint.completedAt },
    ]);
    expect(course(open, [moved('11-14T09:00', '1', '2')]).inProgress).toEqual([]);
  });
});
