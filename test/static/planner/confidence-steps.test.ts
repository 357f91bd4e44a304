import { readSteps, stepsOf } from '../../../static/planner/src/issue/confidence-steps';

const steps = [
  { percent: 50, name: 'half known' },
  { percent: 90, name: 'sure' },
  { percent: 20, name: 'a guess' },
];

describe('The steps of a board', () => {
  it('are the board’s own where it has some, and otherwise PlanPrism’s', () => {
    expect(stepsOf(steps)).toBe(steps);
    expect(stepsOf(null).map(({ percent }) => percent)).toEqual([90, 70, 50, 20]);
  });
});

describe('Steps that a team types', () => {
  const draft = (id: number, percent: string, name: string) => ({ id, percent, name });

  it('are read surest first, with the spaces around the words taken away', () => {
    expect(readSteps([draft(1, '20', ' a guess '), draft(2, '90 %', 'sure')])).toEqual({
      steps: [
        { percent: 90, name: 'sure' },
        { percent: 20, name: 'a guess' },
      ],
    });
  });

  it.each(['', '0', '101', '12.5', 'most'])('need a whole percentage from 1 to 100, not "%s"', (percent) => {
    expect(readSteps([draft(1, percent, 'sure')])).toEqual({ problems: new Map([[1, 'percent']]) });
  });

  it('need a percentage each of its own; the second of two is what is wrong', () => {
    expect(readSteps([draft(4, '50', 'one'), draft(5, '50', 'other')])).toEqual({
      problems: new Map([[5, 'samePercent']]),
    });
  });

  it('need words, 80 characters at the most', () => {
    expect(readSteps([draft(1, '90', '  '), draft(2, '50', 'x'.repeat(81)), draft(3, '20', 'x'.repeat(80))])).toEqual({
      problems: new Map([
        [1, 'noName'],
        [2, 'longName'],
      ]),
    });
  });
});
