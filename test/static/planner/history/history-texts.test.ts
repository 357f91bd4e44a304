import { english } from '../../../../static/planner/src/texts/english';
import { french } from '../../../../static/planner/src/texts/french';

describe('The sentences of the history', () => {
  it('count issues and sprints as people do', () => {
    expect(english.history.learnt(214, '214', 26, '26')).toBe('Learnt from 214 finished issues of 26 sprints.');
    expect(english.history.learnt(1, '1', 1, '1')).toBe('Learnt from 1 finished issue of 1 sprint.');
    expect(english.history.progress('12', 26, '26', 148, '148')).toBe('12 of 26 sprints, 148 issues');
    expect(french.history.learnt(0, '0', 1, '1')).toBe('Appris de 0\u00a0ticket terminé dans 1\u00a0sprint.');
  });

  it('say how the chance did against the ratio, for better and for worse', () => {
    expect(english.history.againstRatio.better('0.13', '0.17')).toBe(
      'The chance was better than the ratio (0.13 against 0.17; lower is better).',
    );
    expect(english.history.againstRatio.worse('0.20', '0.17')).toContain('worse than the ratio');
  });

  it('say how often the ranges held', () => {
    expect(english.history.ranges('80%', '79%', 310, '310', '48%')).toBe(
      'An 80% range held 79% of 310 issues; O × C to O ÷ C held 48%.',
    );
    expect(english.history.behavedLike('80%', '62%')).toBe('Your 80% behaved like 62%');
  });

  it('say how many sprints were read with another setting than the present one', () => {
    expect(english.history.readOtherwise(3, '3', 26)).toMatch(/^3 sprints were read when this was set otherwise/);
    expect(english.history.readOtherwise(1, '1', 26)).toMatch(/^1 sprint was read/);
    expect(english.history.readOtherwise(26, '26', 26)).toMatch(/^This holds for sprints read from now on/);
    expect(french.history.readOtherwise(3, '3', 26)).toMatch(/^3\u00a0sprints ont été lus/);
  });
});
