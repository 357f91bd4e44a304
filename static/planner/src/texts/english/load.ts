const issues = (count: number): string => (count === 1 ? '1 issue' : `${String(count)} issues`);

/** Each person's work above the line against their own capacity, and where a sprint's capacity comes from. */
export const load = {
  title: 'Load per person, above the line',
  fit: (count: number) => (count === 1 ? '1 person fits' : `${String(count)} people fit`),
  tight: (count: number, names: string) => `${String(count)} tight: ${names}`,
  withRatio: (name: string, percent: string) => `${name} at ${percent}`,
  over: (count: number, names: string) => `${String(count)} too much: ${names}`,
  moreNames: (names: string, count: number) => `${names} and ${String(count)} more`,
  strangers: (count: number) => `${String(count)} not in the team`,
  haveWork: (count: number) => (count === 1 ? '1 person has work' : `${String(count)} people have work`),
  nobody: 'nobody has work yet',
  unassignedIssues: (count: number) => `${issues(count)} unassigned`,

  person: 'Person',
  planned: 'Optimistic to pessimistic',
  capacity: 'Capacity',
  ratio: 'Confidence ratio',
  state: 'State',
  states: {
    fits: 'Fits',
    tight: 'Tight',
    over: 'Too much',
    idle: 'Nothing planned',
    unknown: 'Not in the team',
  },
  stateHints: {
    fits: 'It fits even if everything takes its pessimistic time.',
    tight: 'It fits if it goes well.',
    over: 'It does not fit even if everything takes its optimistic time.',
    idle: 'Has no estimated work above the line.',
    unknown: 'Has work here, and no capacity on this board.',
  },
  someone: 'Somebody that Jira does not name',
  issueCount: issues,
  unestimated: (count: number) => `${String(count)} without an estimate`,

  byDepartment: 'By department',
  department: 'Department',
  noDepartment: 'No department',
  inside: 'Of its people',

  noTeam: 'Describe the team to see each person’s work against their own capacity: Team, beside Settings.',
  noDates: 'This sprint has no dates, so nobody’s capacity is known yet.',

  fromTeam: 'from the team’s people',
  fromPrevious: (sprint: string) => `as in ${sprint}`,
  fromPreviousOne: 'as in the sprint before',
  because: (source: string, reason: string) => `${source}: ${reason}`,
  changedSinceStart: (count: number) =>
    count === 1 ? '1 change since the sprint started' : `${String(count)} changes since the sprint started`,
};
