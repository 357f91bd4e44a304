import { nearestStep, surestFirst } from '../../src/estimation/confidence-steps';

const steps = [
  { percent: 50, name: 'half known' },
  { percent: 90, name: 'sure' },
  { percent: 20, name: 'a guess' },
];

describe('The words for a confidence', () => {
  it.each([
    [100, 'sure'],
    [90, 'sure'],
    [71, 'sure'],
    [69, 'half known'],
    [36, 'half known'],
    [34, 'a guess'],
    [1, 'a guess'],
  ])('are those of the nearest step: %i %%', (percent, words) => {
    expect(nearestStep(steps, percent)?.name).toBe(words);
  });

  it.each([
    [70, 'half known'],
    [35, 'a guess'],
  ])('are the less sure ones halfway between two steps: %i %%', (percent, words) => {
    expect(nearestStep(steps, percent)?.name).toBe(words);
  });

  it('are none without steps', () => {
    expect(nearestStep([], 80)).toBeNull();
  });

  it('are offered surest first, and the order of the settings is left alone', () => {
    expect(surestFirst(steps).map(({ percent }) => percent)).toEqual([90, 50, 20]);
    expect(steps.map(({ percent }) => percent)).toEqual([50, 90, 20]);
  });
});
