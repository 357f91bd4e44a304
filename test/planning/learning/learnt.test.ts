import { learntFor } from '../../../src/planning/learning/learnt';

const calibration = {
  at: '2026-11-20T09:00:00.000Z',
  people: ['ada', 'noor', ''],
  types: ['Story'],
  projects: ['WEB'],
  sprints: [7],
  rows: [],
  capacities: [],
};
const assignedTo = (accountId: string) => ({ assignee: { accountId, name: 'Somebody' } });

describe('What the planner’s page learns from', () => {
  it('names nobody who is not on the plan, and keeps each in their place', () => {
    const people = (...items: Parameters<typeof learntFor>[1]) => learntFor(calibration, items, '2026-11-21').people;
    expect(people(assignedTo('noor'), { assignee: null })).toEqual(['', 'noor', '']);
    expect(people()).toEqual(['', '', '']);
  });
});
