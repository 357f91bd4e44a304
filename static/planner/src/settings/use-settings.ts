import { useCallback, useEffect, useState } from 'react';

import type { Answer, ProblemAnswer } from '../../../../src/contract';
import { useLeaving } from '../leaving';
import {
  discardedDesk,
  isChanged,
  isHeld,
  openedDesk,
  overtakenDesk,
  type Reading,
  savedDesk,
  type SettingsDesk,
  withMine,
} from './desk';

/** How one kind of settings is opened, shown and saved. The same functions each time. */
export interface SettingsKind<Opened, Form> {
  readonly open: () => Promise<Answer<Opened>>;
  readonly formOf: (opened: Opened) => Form;
  /** What the fields mean against what is stored. */
  readonly read: (opened: Opened, base: Form, form: Form) => Reading;
  /**
   * Sends what differs; null when a field is wrong, and then nothing is sent.
   *
   * @returns what was opened, with what is known of it after the save
   */
  readonly save: (opened: Opened, base: Form, form: Form) => Promise<Answer<Opened>> | null;
}

type Step<Opened, Form> =
  { step: 'opening' } | { step: 'failed'; problem: ProblemAnswer } | { step: 'open'; desk: SettingsDesk<Opened, Form> };

export interface SettingsActs<Opened, Form> {
  readonly state: Step<Opened, Form>;
  /** There is something to save, or to put right first. */
  readonly changed: boolean;
  change(part: Partial<Form>): void;
  save(): void;
  discard(): void;
  applyKept(): void;
  dropKept(): void;
  again(): void;
}

/** Opens settings, holds what is typed until it is saved or discarded, and says so to whoever wants to leave. */
export function useSettings<Opened, Form extends object>(kind: SettingsKind<Opened, Form>): SettingsActs<Opened, Form> {
  const { open, formOf } = kind;
  const [state, setState] = useState<Step<Opened, Form>>({ step: 'opening' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    setState({ step: 'opening' });
    void open().then((answer) => {
      if (!current) return;
      setState(
        'value' in answer
          ? { step: 'open', desk: openedDesk(answer.value, formOf(answer.value)) }
          : { step: 'failed', problem: answer.problem },
      );
    });
    return () => {
      current = false;
    };
  }, [open, formOf, attempt]);

  const desk = state.step === 'open' ? state.desk : null;
  const changed = desk !== null && isChanged(desk.base, desk.form, kind.read(desk.opened, desk.base, desk.form));
  const unsaved = changed || (desk !== null && desk.kept !== null);
  useLeaving(desk?.busy === true ? 'saving' : unsaved ? 'unsaved' : 'saved');

  const put = useCallback((next: SettingsDesk<Opened, Form>): void => {
    setState({ step: 'open', desk: next });
  }, []);
  const save = async (from: SettingsDesk<Opened, Form>): Promise<void> => {
    const sent = kind.save(from.opened, from.base, from.form);
    if (sent === null) {
      put({ ...from, checked: true, last: 'refused' });
      return;
    }
    put({ ...from, busy: true, problem: null, last: null });
    const answer = await sent;
    if ('problem' in answer && answer.problem.code !== 'settings.conflict') {
      put({ ...from, busy: false, problem: answer.problem, last: null, turns: from.turns + 1 });
      return;
    }
    const again = await open();
    const now = 'value' in again ? { opened: again.value, form: formOf(again.value) } : null;
    if ('value' in answer) put(savedDesk(from, now ?? { opened: answer.value, form: from.form }));
    else if (now !== null) put(overtakenDesk(from, now, (base, form) => kind.read(now.opened, base, form)));
    else put({ ...from, busy: false, problem: answer.problem, last: null, turns: from.turns + 1 });
  };

  return {
    state,
    changed,
    change: (part) => {
      if (desk !== null && !isHeld(desk)) put({ ...desk, form: { ...desk.form, ...part }, last: null });
    },
    save: () => {
      if (desk !== null && changed && !isHeld(desk)) void save(desk);
    },
    discard: () => {
      if (desk !== null && !desk.busy) put(discardedDesk(desk));
    },
    applyKept: () => {
      if (desk !== null) put(withMine(desk));
    },
    dropKept: () => {
      if (desk !== null) put({ ...desk, kept: null, turns: desk.turns + 1 });
    },
    again: () => {
      setAttempt(attempt + 1);
    },
  };
}
