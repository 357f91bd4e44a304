import { useCallback, useEffect, useState } from 'react';

import type { Answer, ProblemAnswer } from '../../../../src/contract';
import { useLeaving } from '../leaving';
import { changedFields, rebased } from './draft';

/** How one kind of settings is read, shown and saved. The same functions each time. */
export interface SettingsKind<Opened, Form> {
  readonly read: () => Promise<Answer<Opened>>;
  readonly formOf: (opened: Opened) => Form;
  /** Sends what differs; null when a field is wrong, and then nothing is sent. */
  readonly save: (opened: Opened, form: Form) => Promise<Answer<unknown>> | null;
}

/** What was opened, what stands in the fields, and how saving it went. */
export interface SettingsDesk<Opened, Form> {
  readonly opened: Opened;
  readonly base: Form;
  readonly form: Form;
  readonly changed: boolean;
  /** Somebody tried to save: from then on what is wrong is said. */
  readonly checked: boolean;
  /** The last thing that happened was that it was not sent, because something is wrong. */
  readonly refused: boolean;
  readonly busy: boolean;
  /** The last thing that happened was a save that went well. */
  readonly saved: boolean;
  readonly problem: ProblemAnswer | null;
  /** Somebody else saved first: theirs is in the fields, and this person's own can be laid over it. */
  readonly kept: Form | null;
}

type Step<Opened, Form> =
  { step: 'opening' } | { step: 'failed'; problem: ProblemAnswer } | { step: 'open'; desk: SettingsDesk<Opened, Form> };

export interface SettingsActs<Opened, Form> {
  readonly state: Step<Opened, Form>;
  change(part: Partial<Form>): void;
  save(): void;
  discard(): void;
  applyKept(): void;
  dropKept(): void;
  again(): void;
}

/** Reads settings, holds what is typed until it is saved or discarded, and says so to whoever wants to leave. */
export function useSettings<Opened, Form extends object>({
  read,
  formOf,
  save: send,
}: SettingsKind<Opened, Form>): SettingsActs<Opened, Form> {
  const [state, setState] = useState<Step<Opened, Form>>({ step: 'opening' });
  const [attempt, setAttempt] = useState(0);

  const fresh = useCallback(
    (opened: Opened): SettingsDesk<Opened, Form> => {
      const form = formOf(opened);
      return {
        opened,
        base: form,
        form,
        changed: false,
        checked: false,
        refused: false,
        busy: false,
        saved: false,
        problem: null,
        kept: null,
      };
    },
    [formOf],
  );
  useEffect(() => {
    let current = true;
    setState({ step: 'opening' });
    void read().then((answer) => {
      if (!current) return;
      setState(
        'value' in answer ? { step: 'open', desk: fresh(answer.value) } : { step: 'failed', problem: answer.problem },
      );
    });
    return () => {
      current = false;
    };
  }, [read, fresh, attempt]);

  const desk = state.step === 'open' ? state.desk : null;
  useLeaving(desk !== null && (desk.changed || desk.kept !== null) ? 'unsaved' : 'saved');

  const put = (next: SettingsDesk<Opened, Form>): void => {
    setState({ step: 'open', desk: { ...next, changed: changedFields(next.base, next.form).length > 0 } });
  };
  const save = async (from: SettingsDesk<Opened, Form>): Promise<void> => {
    const sent = send(from.opened, from.form);
    if (sent === null) {
      put({ ...from, checked: true, refused: true, saved: false });
      return;
    }
    put({ ...from, busy: true, problem: null, refused: false, saved: false });
    const answer = await sent;
    if ('problem' in answer && answer.problem.code !== 'settings.conflict') {
      put({ ...from, busy: false, problem: answer.problem });
      return;
    }
    const now = await read();
    if ('value' in now) {
      const theirs = fresh(now.value);
      put(
        'value' in answer
          ? { ...theirs, saved: true }
          : { ...theirs, kept: rebased(from.base, from.form, theirs.form) },
      );
    } else if ('value' in answer) setState({ step: 'failed', problem: now.problem });
    else put({ ...from, busy: false, problem: answer.problem });
  };

  return {
    state,
    change: (part) => {
      if (desk !== null && !desk.busy) put({ ...desk, form: { ...desk.form, ...part }, refused: false, saved: false });
    },
    save: () => {
      if (desk !== null && !desk.busy) void save(desk);
    },
    discard: () => {
      if (desk !== null && !desk.busy) put(fresh(desk.opened));
    },
    applyKept: () => {
      if (desk?.kept != null) put({ ...desk, form: desk.kept, kept: null });
    },
    dropKept: () => {
      if (desk !== null) put({ ...desk, kept: null });
    },
    again: () => {
      setAttempt(attempt + 1);
    },
  };
}
