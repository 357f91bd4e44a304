import type { Answer, Payload, ProblemAnswer, Value } from '../contract';

export type GlanceValue = Value<'openGlance'>;

/** The calls that the glance makes. None rejects. */
export interface GlanceCalls {
  /** Jira's page around the glance is to show what has been stored. */
  refreshIssue(): Promise<void>;
  openGlance(payload: Payload<'openGlance'>): Promise<Answer<GlanceValue>>;
  setConfidence(payload: Payload<'setConfidence'>): Promise<Answer<Value<'setConfidence'>>>;
  setEstimate(payload: Payload<'setEstimate'>): Promise<Answer<Value<'setEstimate'>>>;
}

export interface GlanceState {
  /** What was read last; null before that. */
  readonly glance: GlanceValue | null;
  /** What was chosen and is not stored yet; undefined: nothing. */
  readonly chosen: number | null | undefined;
  /** What is being saved, or was saved last; null when something has happened since. */
  readonly saving: { readonly of: 'confidence' | 'estimate'; readonly state: 'saving' | 'saved' } | null;
  /** Why the last reading or saving did not work, and what it was about. */
  readonly problem: { readonly of: 'opening' | 'confidence' | 'estimate'; readonly answer: ProblemAnswer } | null;
  /**
   * Go up whenever something else than the control itself decides what it shows: UI Kit's controls keep their value. For
   * the estimate that is a conflict alone: what was typed is not taken away for less.
   */
  readonly versions: { readonly confidence: number; readonly estimate: number };
}

/** The state of one open glance, and what people do to it. */
export interface GlanceSession {
  state(): GlanceState;
  /** @returns what ends it */
  subscribe(listener: () => void): () => void;
  /** Reads the issue, again when that failed. */
  open(): void;
  /** Takes a confidence from a control that is still moving: it is saved when that has been quiet for a while. */
  moveConfidence(percent: number): void;
  /** Saves what was moved at once. */
  settle(): void;
  /** Saves a confidence; null takes it away. */
  setConfidence(percent: number | null): void;
  /** Saves an estimate, in hours. */
  setEstimate(hours: number): void;
}

/** Milliseconds without a move: arrow keys that are held down, or a hand that is looking for a place, save once. */
const quietTime = 500;

type Attempt = { of: 'confidence'; value: number | null } | { of: 'estimate'; value: number };

/** @param after calls back after so many milliseconds; what it returns takes that back */
export function glanceSession(
  issueId: string,
  calls: GlanceCalls,
  after: (milliseconds: number, act: () => void) => () => void,
): GlanceSession {
  let state: GlanceState = {
    glance: null,
    chosen: undefined,
    saving: null,
    problem: null,
    versions: { confidence: 0, estimate: 0 },
  };
  const listeners = new Set<() => void>();
  let stopWaiting: (() => void) | undefined;
  /** One save at a time: each names the value that it takes the place of. */
  let waiting: Attempt[] = [];
  let isBusy = false;

  const change = (part: Partial<GlanceState>) => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };

  const replace = (control: keyof GlanceState['versions']) => {
    change({ versions: { ...state.versions, [control]: state.versions[control] + 1 } });
  };

  const read = async () => {
    const answer = await calls.openGlance({ issueId });
    if ('value' in answer) change({ glance: answer.value });
    return answer;
  };

  const send = ({ of, value }: Attempt, glance: GlanceValue) => {
    if (of === 'estimate') return calls.setEstimate({ issueId: glance.issueId, hours: value, seen: glance.ownHours });
    return calls.setConfidence({
      issueId: glance.issueId,
      confidence: value,
      seen: storedConfidence(glance),
      ...(glance.boardId === null ? {} : { boardId: glance.boardId }),
    });
  };

  const holdStill = () => {
    stopWaiting?.();
    stopWaiting = undefined;
  };

  /** A confidence that is still to be saved, or moving again, stays. */
  const forgetChosen = () => {
    const isWanted = stopWaiting !== undefined || waiting.some(({ of }) => of === 'confidence');
    if (!isWanted) change({ chosen: undefined });
  };

  const refuse = async ({ of }: Attempt, answer: ProblemAnswer) => {
    // What was chosen after it was chosen on top of it.
    waiting = waiting.filter((later) => later.of !== of);
    const isConflict = answer.code === 'issue.conflict';
    if (isConflict) {
      await read();
      // What a hand is moving would take the place of what somebody else set, before that was seen.
      if (of === 'confidence') holdStill();
    }
    forgetChosen();
    change({ problem: { of, answer }, ...(state.saving?.of === of ? { saving: null } : {}) });
    if (isConflict || (of === 'confidence' && stopWaiting === undefined)) replace(of);
  };

  const carryOut = async (attempt: Attempt, glance: GlanceValue) => {
    const answer = await send(attempt, glance);
    if ('problem' in answer) {
      await refuse(attempt, answer.problem);
      return;
    }
    // It is stored, whether or not that can be read back now.
    const again = await read();
    if ('problem' in again) change({ glance: withStored(glance, attempt) });
    forgetChosen();
    if (waiting.length > 0) return;
    const isMovedOn = attempt.of === 'confidence' && stopWaiting !== undefined;
    if (!isMovedOn) change({ saving: { of: attempt.of, state: 'saved' } });
    void calls.refreshIssue();
  };

  const work = async () => {
    if (isBusy) return;
    isBusy = true;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (state.glance === null) break;
      await carryOut(next, state.glance);
    }
    isBusy = false;
  };

  const save = (attempt: Attempt) => {
    waiting.push(attempt);
    change({ saving: { of: attempt.of, state: 'saving' }, problem: null });
    void work();
  };

  const settle = () => {
    if (stopWaiting === undefined) return;
    holdStill();
    const { chosen, glance } = state;
    if (chosen === undefined || glance === null) return;
    if (!isBusy && chosen === storedConfidence(glance)) change({ chosen: undefined });
    else save({ of: 'confidence', value: chosen });
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: () => {
      change({ problem: null });
      void read().then((answer) => {
        if ('problem' in answer) change({ problem: { of: 'opening', answer: answer.problem } });
      });
    },
    moveConfidence: (percent) => {
      holdStill();
      change({ chosen: percent, saving: null });
      stopWaiting = after(quietTime, settle);
    },
    settle,
    setConfidence: (percent) => {
      holdStill();
      change({ chosen: percent });
      replace('confidence');
      save({ of: 'confidence', value: percent });
    },
    setEstimate: (hours) => {
      save({ of: 'estimate', value: hours });
    },
  };
}

/** What is stored: null while the issue has the default. */
function storedConfidence({ confidence, confidenceSource }: GlanceValue): number | null {
  return confidenceSource === 'default' ? null : confidence;
}

/** What was read before, with what has been stored since. */
function withStored(glance: GlanceValue, { of, value }: Attempt): GlanceValue {
  if (of === 'estimate') return { ...glance, hours: value, ownHours: value, hoursSource: 'set' };
  if (value === null) return { ...glance, confidence: glance.defaults.confidence, confidenceSource: 'default' };
  return { ...glance, confidence: value, confidenceSource: glance.confidenceSource === 'field' ? 'field' : 'set' };
}
