import { openingStage } from '../../../static/planner/src/states/opening-stage';

describe('opening the planner', () => {
  it.each([
    [0, 'quiet'],
    [249, 'quiet'],
    [250, 'opening'],
    [3_999, 'opening'],
    [4_000, 'slow'],
    [11_999, 'slow'],
    [12_000, 'verySlow'],
    [600_000, 'verySlow'],
  ])('looks after %p ms like %p', (elapsed, stage) => {
    expect(openingStage(elapsed)).toBe(stage);
  });
});
