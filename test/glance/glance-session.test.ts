import type { Answer, Payload, ProblemAnswer } from '../../src/contract';
import { type GlanceCalls, glanceSession, type GlanceValue } from '../../src/glance/glance-session';
import { aGlance } from './a-glance';

type Change = Payload<'setConfidence'> | Payload<'setEstimate'>;

const failure: ProblemAnswer = { code: 'jira.failed', message: 'Jira does not answer.' };

/** A glance over one issue that is stored here, and a clock that moves when it is told to. */
function open(stored: GlanceValue = aGlance()) {
  let issue = stored;
  let refusal: ProblemAnswer | undefined;
  let isDown = false;
  const sent: Change[] = [];
  const reads = { count: 0 };
  const refreshes = { count: 0 };
  let timer: (() => void) | undefined;

  const store = (payload: Change, different: Partial<GlanceValue>) => {
    sent.push(payload);
    if (refusal !== undefined) return Promise.resolve({ problem: refusal });
    issue = { ...issue, ...different };
    return Promise.resolve(undefined);
  };
  const calls: GlanceCalls = {
    refreshIssue: () => {
      refreshes.count += 1;
      return Promise.resolve();
    },
    openGlance: () => {
      reads.count += 1;
      return Promise.resolve<Answer<GlanceValue>>(isDown ? { problem: failure } : { value: issue });
    },
    setConfidence: async (payload) => {
      const { confidence } = payload;
      const refused = await store(
        payload,
        confidence === null ? { confidence: 80, confidenceSource: 'default' } : { confidence, confidenceSource: 'set' },
      );
      return refused ?? { value: { issueId: issue.issueId, confidence } };
    },
    setEstimate: async (payload) => {
      const { hours } = payload;
      const refused = await store(payload, { hours, ownHours: hours, hoursSource: 'set' });
      return refused ?? { value: { issueId: issue.issueId, hours, remainingHours: hours } };
    },
  };
  const session = glanceSession('10024', calls, (_milliseconds, act) => {
    timer = act;
    return () => {
      timer = undefined;
    };
  });
  session.open();
  return {
    session,
    sent,
    reads,
    refreshes,
    refuse: (problem: ProblemAnswer | undefined, now: Partial<GlanceValue> = {}) => {
      refusal = problem;
      issue = { ...issue, ...now };
    },
    goDown: (down: boolean) => {
      isDown = down;
    },
    becomeQuiet: () => timer?.(),
  };
}

/** Everything that has been answered has been worked on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('an open glance', () => {
  it('is there after one call', async () => {
    const { session, reads } = open();
    expect(session.state().glance).toBeNull();
    await settled();
    expect(session.state().glance?.key).toBe('WEB-24');
    expect(reads.count).toBe(1);
  });

  it('says why it cannot be opened, and opens when it is tried again', async () => {
    const { session, goDown } = open();
    goDown(true);
    session.open();
    await settled();
    expect(session.state().problem).toEqual({ of: 'opening', answer: failure });
    goDown(false);
    session.open();
    await settled();
    expect(session.state()).toMatchObject({ problem: null, glance: { key: 'WEB-24' } });
  });
});

describe('a confidence on the slider', () => {
  it('is saved once, when the slider has been left alone', async () => {
    const { session, sent, becomeQuiet } = open();
    await settled();
    for (const percent of [79, 78, 70]) session.moveConfidence(percent);
    expect(sent).toEqual([]);
    expect(session.state().chosen).toBe(70);
    becomeQuiet();
    expect(session.state().saving).toEqual({ of: 'confidence', state: 'saving' });
    await settled();
    expect(sent).toEqual([{ issueId: '10024', confidence: 70, seen: null }]);
    expect(session.state()).toMatchObject({
      saving: { of: 'confidence', state: 'saved' },
      chosen: undefined,
      glance: { confidence: 70 },
    });
  });

  it('leaves the slider itself alone, which has the focus', async () => {
    const { session, becomeQuiet } = open();
    await settled();
    session.moveConfidence(70);
    becomeQuiet();
    await settled();
    expect(session.state().versions.confidence).toBe(0);
  });

  it('is saved at once when the slider loses the focus', async () => {
    const { session, sent } = open();
    await settled();
    session.moveConfidence(70);
    session.settle();
    await settled();
    expect(sent).toHaveLength(1);
  });

  it('is not saved when it came back to where it was', async () => {
    const { session, sent, becomeQuiet } = open(aGlance({ confidence: 60, confidenceSource: 'set' }));
    await settled();
    session.moveConfidence(59);
    session.moveConfidence(60);
    becomeQuiet();
    await settled();
    expect(sent).toEqual([]);
    expect(session.state().chosen).toBeUndefined();
  });

  it('that is moved on while the last one is being saved, takes the place of that one', async () => {
    const { session, sent, becomeQuiet } = open(aGlance({ boardId: 7 }));
    await settled();
    session.moveConfidence(70);
    becomeQuiet();
    session.moveConfidence(60);
    becomeQuiet();
    await settled();
    expect(sent).toEqual([
      { issueId: '10024', confidence: 70, seen: null, boardId: 7 },
      { issueId: '10024', confidence: 60, seen: 70, boardId: 7 },
    ]);
    expect(session.state()).toMatchObject({ saving: { of: 'confidence', state: 'saved' }, glance: { confidence: 60 } });
  });
});

describe('a slider that moves on while the last place is being saved', () => {
  it('is not said to be saved, and stays where it is', async () => {
    const { session, becomeQuiet } = open();
    await settled();
    session.moveConfidence(70);
    becomeQuiet();
    session.moveConfidence(60);
    await settled();
    expect(session.state()).toMatchObject({ saving: null, chosen: 60, glance: { confidence: 70 } });
    becomeQuiet();
    await settled();
    expect(session.state()).toMatchObject({
      saving: { state: 'saved' },
      chosen: undefined,
      glance: { confidence: 60 },
    });
  });

  it('stays under the hand when that saving failed, and is saved when it is quiet', async () => {
    const { session, sent, refuse, becomeQuiet } = open();
    await settled();
    refuse(failure);
    session.moveConfidence(70);
    becomeQuiet();
    session.moveConfidence(60);
    await settled();
    expect(session.state()).toMatchObject({
      problem: { answer: failure },
      saving: null,
      chosen: 60,
      versions: { confidence: 0 },
    });
    refuse(undefined);
    becomeQuiet();
    await settled();
    expect(sent[1]).toEqual({ issueId: '10024', confidence: 60, seen: null });
    expect(session.state()).toMatchObject({ problem: null, saving: { state: 'saved' }, glance: { confidence: 60 } });
  });

  it('is put back when somebody else was quicker: theirs was not seen before', async () => {
    const { session, sent, refuse, becomeQuiet } = open();
    await settled();
    refuse({ code: 'issue.conflict', message: '', currentValue: 33 }, { confidence: 33, confidenceSource: 'set' });
    session.moveConfidence(70);
    becomeQuiet();
    session.moveConfidence(60);
    await settled();
    becomeQuiet();
    await settled();
    expect(sent).toHaveLength(1);
    expect(session.state()).toMatchObject({
      chosen: undefined,
      glance: { confidence: 33 },
      versions: { confidence: 1 },
    });
  });

  it('is left alone by an estimate that cannot be saved', async () => {
    const { session, refuse } = open();
    await settled();
    refuse(failure);
    session.setEstimate(5);
    session.moveConfidence(60);
    await settled();
    expect(session.state()).toMatchObject({ chosen: 60, problem: { of: 'estimate' }, versions: { confidence: 0 } });
  });
});

describe("Jira's page around the glance", () => {
  it('is refreshed once for what was saved in a row', async () => {
    const { session, refreshes } = open();
    await settled();
    session.setConfidence(70);
    session.setEstimate(5);
    await settled();
    expect(refreshes.count).toBe(1);
  });

  it('is left alone when nothing was saved', async () => {
    const { session, refuse, refreshes } = open();
    await settled();
    refuse(failure);
    session.setConfidence(70);
    await settled();
    expect(refreshes.count).toBe(0);
  });
});

describe('a confidence by its words, or the default', () => {
  it('is saved at once and moves the slider', async () => {
    const { session, sent } = open();
    await settled();
    session.setConfidence(50);
    await settled();
    expect(sent).toEqual([{ issueId: '10024', confidence: 50, seen: null }]);
    expect(session.state().versions.confidence).toBe(1);
  });

  it('takes the confidence away', async () => {
    const { session, sent } = open(aGlance({ confidence: 60, confidenceSource: 'set' }));
    await settled();
    session.setConfidence(null);
    await settled();
    expect(sent).toEqual([{ issueId: '10024', confidence: null, seen: 60 }]);
    expect(session.state().glance).toMatchObject({ confidence: 80, confidenceSource: 'default' });
  });
});

describe('what cannot be saved', () => {
  it('because somebody else was quicker, is replaced by what they set', async () => {
    const { session, refuse } = open();
    await settled();
    const conflict = { code: 'issue.conflict', message: 'Somebody else …', currentValue: 33 };
    refuse(conflict, { confidence: 33, confidenceSource: 'set' });
    session.setConfidence(90);
    await settled();
    expect(session.state()).toMatchObject({
      problem: { of: 'confidence', answer: conflict },
      chosen: undefined,
      saving: null,
      glance: { confidence: 33 },
    });
  });

  it('for another reason, leaves the old value and puts the control back', async () => {
    const { session, refuse } = open();
    await settled();
    const before = session.state().versions.confidence;
    refuse(failure);
    session.moveConfidence(70);
    session.settle();
    await settled();
    expect(session.state()).toMatchObject({
      problem: { answer: failure },
      chosen: undefined,
      glance: { confidence: 80 },
    });
    expect(session.state().versions.confidence).toBe(before + 1);
    refuse(undefined);
    session.setConfidence(70);
    await settled();
    expect(session.state()).toMatchObject({ problem: null, saving: { of: 'confidence', state: 'saved' } });
  });

  it('takes with it what was chosen on top of it, and nothing else', async () => {
    const { session, sent, refuse } = open();
    await settled();
    refuse(failure);
    session.setConfidence(70);
    session.setConfidence(60);
    session.setEstimate(5);
    await settled();
    expect(sent).toEqual([
      { issueId: '10024', confidence: 70, seen: null },
      { issueId: '10024', hours: 5, seen: 10 },
    ]);
  });
});

describe('an estimate', () => {
  it('is saved in the place of the one that was seen', async () => {
    const { session, sent } = open(aGlance({ hours: null, hoursSource: 'none', ownHours: null }));
    await settled();
    session.setEstimate(4.5);
    await settled();
    expect(sent).toEqual([{ issueId: '10024', hours: 4.5, seen: null }]);
    expect(session.state()).toMatchObject({
      saving: { of: 'estimate', state: 'saved' },
      glance: { hours: 4.5, hoursSource: 'set' },
    });
  });

  it('keeps its field when it was refused, and gives it up when somebody else was quicker', async () => {
    const { session, refuse } = open();
    await settled();
    refuse(failure);
    session.setEstimate(6);
    await settled();
    expect(session.state()).toMatchObject({ problem: { of: 'estimate' }, saving: null, versions: { estimate: 0 } });
    refuse({ code: 'issue.conflict', message: '', currentValue: 12 }, { hours: 12, ownHours: 12 });
    session.setEstimate(6);
    await settled();
    expect(session.state()).toMatchObject({ glance: { ownHours: 12 }, versions: { estimate: 1 } });
  });

  it('that was saved is shown even when it cannot be read back', async () => {
    const { session, goDown } = open();
    await settled();
    goDown(true);
    session.setEstimate(6);
    await settled();
    expect(session.state()).toMatchObject({
      saving: { of: 'estimate', state: 'saved' },
      problem: null,
      glance: { hours: 6, ownHours: 6 },
    });
  });
});
