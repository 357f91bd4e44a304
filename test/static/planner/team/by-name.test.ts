import { byName } from '../../../../static/planner/src/team/by-name';

describe('People in a list', () => {
  it('stand by name, and those who have none yet stay where they are at the end', () => {
    const people = [null, 'Noor', null, 'Ada'].map((name, place) => ({ name, place }));
    expect(byName(people).map(({ name, place }) => [name, place])).toEqual([
      ['Ada', 3],
      ['Noor', 1],
      [null, 0],
      [null, 2],
    ]);
  });
});
