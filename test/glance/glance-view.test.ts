import type { GlanceValue } from '../../src/glance/glance-session';
import { glanceView, problemText, readEstimate } from '../../src/glance/glance-view';
import { textsFor } from '../../src/glance/texts';
import { aGlance } from './a-glance';

const london = { locale: 'en-GB', timeZone: 'Europe/London' };

/** With plain spaces: which kind of space a locale puts before a unit is not what is tested here. */
const plain = (text: string | undefined): string | undefined => text?.replace(/[\u00a0\u202f]/g, ' ');

const view = (different: Partial<GlanceValue> = {}, chosen?: number | null) =>
  glanceView(aGlance(different), chosen, textsFor('en'), london);

const ada = { accountId: 'ada', name: 'Ada Lindholm' };

describe('an issue at a glance', () => {
  it('has its estimate, its confidence in words and its range', () => {
    const { range, estimate, confidence } = view({ confidence: 50, confidenceSource: 'set' });
    expect(plain(range?.text)).toBe('5–20 h');
    expect(plain(estimate)).toBe('10 h at 50%');
    expect(confidence).toBe('50% (lots of uncertainty)');
  });

  it('says of the default that it is the default, and does not offer it', () => {
    expect(view()).toMatchObject({
      confidence: '80% (some open questions), the default',
      backToDefault: null,
      whoSetIt: 'Nobody has set a confidence for this issue.',
    });
    expect(view({ confidence: 90, confidenceSource: 'set' }).backToDefault).toBe('Back to the default (80%)');
  });

  it('follows the slider before anything is stored', () => {
    const { percent, confidence, range } = view({}, 50);
    expect(percent).toBe(50);
    expect(confidence).toBe('50% (lots of uncertainty)');
    expect(plain(range?.text)).toBe('5–20 h');
  });

  it('is back on the default as soon as that was chosen', () => {
    expect(view({ confidence: 20, confidenceSource: 'set' }, null)).toMatchObject({ percent: 80, backToDefault: null });
  });

  it("has the board's own steps, surest first", () => {
    const steps = [
      { percent: 30, name: 'no idea' },
      { percent: 95, name: 'done before' },
    ];
    expect(view({ steps }).steps).toEqual([
      { percent: 95, label: '95% done before' },
      { percent: 30, label: '30% no idea' },
    ]);
  });

  it('is on no step while it is on the default, so that the step can be chosen', () => {
    const defaults = { confidence: 70 };
    expect(view({ confidence: 70, defaults }).ownStep).toBe('');
    expect(view({ confidence: 70, defaults, confidenceSource: 'set' }).ownStep).toBe('70');
    expect(view({ confidence: 70, defaults }, 70).ownStep).toBe('70');
  });

  it('without an estimate has no range, and a field to set one', () => {
    expect(view({ hours: null, hoursSource: 'none', ownHours: null })).toMatchObject({
      range: null,
      estimate: 'No estimate yet',
      estimateField: '',
    });
  });

  it('on the default estimate says so, and its field is empty', () => {
    const { estimate, estimateField } = view({ hours: 4, hoursSource: 'default', ownHours: null });
    expect(plain(estimate)).toBe('4 h, the default: it has no estimate of its own');
    expect(estimateField).toBe('');
  });

  it.each(['subtasks', 'remaining'] as const)('has no field for hours that are not its own: %s', (hoursSource) => {
    expect(view({ hoursSource }).estimateField).toBeNull();
  });

  it('has no field for who may not edit it', () => {
    const { mayEdit, estimate, estimateField } = view({ may: { edit: false } });
    expect({ mayEdit, estimateField }).toEqual({ mayEdit: false, estimateField: null });
    expect(plain(estimate)).toBe('Original estimate 10 h');
  });

  it("says who set the confidence and when, in the reader's own time, and what it was before", () => {
    const changes = [
      { confidence: 70, at: '2026-11-20T23:30:00.000Z', by: ada },
      { confidence: null, at: '2026-11-19T09:00:00.000Z', by: { accountId: 'gone', name: null } },
    ];
    const glance = aGlance({ changes, confidence: 70, confidenceSource: 'set' });
    const { whoSetIt, earlier } = glanceView(glance, undefined, textsFor('en'), {
      locale: 'en-GB',
      timeZone: 'Europe/Amsterdam',
    });
    expect(whoSetIt).toBe('70% by Ada Lindholm, 21 Nov 2026, 00:30');
    expect(earlier).toEqual(['Back to the default by somebody, 19 Nov 2026, 10:00']);
  });

  it('shows four changes before the last one, and no more', () => {
    const changes = [90, 80, 70, 60, 50, 40].map((confidence) => ({ confidence, at: '2026-11-20T09:00:00Z', by: ada }));
    expect(view({ changes }).earlier).toHaveLength(4);
  });

  it('does not say who changed a Jira field: that is in the history of the issue', () => {
    const changes = [{ confidence: 70, at: '2026-11-20T09:00:00Z', by: ada }];
    expect(view({ changes, confidenceSource: 'field' }).whoSetIt).toBe(
      'From the Jira field that the board has chosen.',
    );
  });

  it.each([
    ['above', 'In Sprint 24, above the cutline, as planned on 20 Nov 2026, 09:00'],
    ['below', 'In Sprint 24, below the cutline, as planned on 20 Nov 2026, 09:00'],
    ['dropped', 'In Sprint 24, to leave it for the backlog, as planned on 20 Nov 2026, 09:00'],
  ] as const)('says where the last saved plan has it: %s', (side, sentence) => {
    const sprint = { id: 24, name: 'Sprint 24', side, savedAt: '2026-11-20T09:00:00.000Z' };
    expect(view({ sprint }).sprint).toBe(sentence);
  });

  it('says that it is in no sprint, or in one without a plan', () => {
    expect(view().sprint).toBe('In no open sprint');
    const sprint = { id: 24, name: 'Sprint 24', side: null, savedAt: null };
    expect(view({ sprint }).sprint).toBe('In Sprint 24. No saved plan has a place for it yet.');
  });

  it('leads to the planner of its board, and of its sprint when it is in one', () => {
    expect(view().planner).toBeNull();
    expect(view({ boardId: 7 }).planner).toMatchObject({ projectKey: 'WEB', boardId: 7, sprintId: null });
    const sprint = { id: 24, name: 'Sprint 24', side: null, savedAt: null };
    expect(view({ boardId: 7, sprint }).planner).toMatchObject({ sprintId: 24, text: 'Open Sprint 24 in the planner' });
  });

  it('does without a time zone that the browser does not know', () => {
    const changes = [{ confidence: 70, at: '2026-11-20T09:00:00Z', by: ada }];
    const nowhere = { locale: 'en-GB', timeZone: 'Mars/Olympus' };
    const { whoSetIt } = glanceView(aGlance({ changes }), undefined, textsFor('en'), nowhere);
    expect(whoSetIt).toContain('70% by Ada Lindholm, 20 Nov 2026');
  });
});

describe('an estimate that is typed', () => {
  it.each([
    ['6', 6],
    ['4h 30m', 4.5],
    ['1d', 8],
    ['1,5', 1.5],
  ])('is read as in the planner: %s', (typed, hours) => {
    expect(readEstimate(typed, aGlance())).toBe(hours);
  });

  it.each(['', '0', 'soon', '100001'])('is refused when it is none: "%s"', (typed) => {
    expect(readEstimate(typed, aGlance())).toBeNull();
  });
});

describe('what went wrong', () => {
  const conflict = (of: 'confidence' | 'estimate', currentValue: number | null) => ({
    of,
    answer: { code: 'issue.conflict', message: 'Somebody else was quicker.', currentValue },
  });
  const said = (problem: Parameters<typeof problemText>[0], locale = 'en') =>
    plain(problemText(problem, aGlance(), textsFor(locale), { locale, timeZone: 'UTC' }));

  it('when somebody else was quicker, is what they set', () => {
    expect(said(conflict('confidence', 60))).toContain('set the confidence to 60% since you saw it');
    expect(said(conflict('confidence', null))).toContain('taken the confidence away');
    expect(said(conflict('estimate', 12))).toContain('set the estimate to 12 h since you saw it');
    expect(said(conflict('estimate', null), 'fr')).toContain('a retiré l’estimation');
  });

  it('is the sentence that came with it, and French for who reads French', () => {
    const problem = { of: 'opening', answer: { code: 'jira.failed', message: 'Jira does not answer.' } } as const;
    expect(said(problem)).toBe('Jira does not answer.');
    expect(said(problem, 'fr-FR')).toContain('Jira ne répond pas');
    expect(said({ of: 'opening', answer: { code: 'new.code', message: 'Something new.' } }, 'fr')).toBe(
      'Something new.',
    );
  });
});
