import type { ProblemAnswer } from '../../../../src/contract';
import { changedFields, rebased } from './draft';

/** What was opened, what stands in the fields, and how saving it went. */
export interface SettingsDesk<Opened, Form> {
  readonly opened: Opened;
  readonly base: Form;
  readonly form: Form;
  /** Somebody tried to save: from then on what is wrong is said. */
  readonly checked: boolean;
  readonly busy: boolean;
  /** What was done last, until a field is changed. Refused: it was not sent, because something is wrong. */
  readonly last: 'saved' | 'refused' | 'discarded' | null;
  /** How often a press of a button came to an end. */
  readonly turns: number;
  readonly problem: ProblemAnswer | null;
  /** Somebody else saved first: theirs is in the fields, and this is what stood there. */
  readonly kept: Pick<SettingsDesk<Opened, Form>, 'base' | 'form'> | null;
}

/** What the fields of a form mean. */
export type Reading = { readonly change: object } | { readonly problems: ReadonlySet<unknown> };

export function openedDesk<Opened, Form>(opened: Opened, form: Form): SettingsDesk<Opened, Form> {
  return {
    opened,
    base: form,
    form,
    checked: false,
    busy: false,
    last: null,
    turns: 0,
    problem: null,
    kept: null,
  };
}

/** Nothing can be changed while it is being saved, or before it is decided whose values these are. */
export function isHeld({ busy, kept }: Pick<SettingsDesk<unknown, unknown>, 'busy' | 'kept'>): boolean {
  return busy || kept !== null;
}

/** Whether there is something to save, or to put right first. What an unchosen option hides is neither. */
export function isChanged<Form extends object>(base: Form, form: Form, reading: Reading): boolean {
  if (changedFields(base, form).length === 0) return false;
  return 'problems' in reading || Object.keys(reading.change).length > 0;
}

/** @param now what is stored since, and its form */
export function savedDesk<Opened, Form>(
  { turns }: SettingsDesk<Opened, Form>,
  now: Pick<SettingsDesk<Opened, Form>, 'opened' | 'form'>,
): SettingsDesk<Opened, Form> {
  return { ...openedDesk(now.opened, now.form), last: 'saved', turns: turns + 1 };
}

/**
 * Somebody else saved first.
 *
 * @param theirs what is stored, and its form
 * @param read what a form would change about theirs
 */
export function overtakenDesk<Opened, Form extends object>(
  { base, form, turns }: SettingsDesk<Opened, Form>,
  theirs: Pick<SettingsDesk<Opened, Form>, 'opened' | 'form'>,
  read: (base: Form, form: Form) => Reading,
): SettingsDesk<Opened, Form> {
  const mine = rebased(base, form, theirs.form);
  const next = { ...openedDesk(theirs.opened, theirs.form), turns: turns + 1 };
  // They saved the same: then there is nothing to decide.
  if (!isChanged(theirs.form, mine, read(theirs.form, mine))) return { ...next, last: 'saved' };
  return { ...next, kept: { base, form } };
}

/** Lays what was kept over what stands in the fields. */
export function withMine<Opened, Form extends object>(desk: SettingsDesk<Opened, Form>): SettingsDesk<Opened, Form> {
  const { kept, form, turns } = desk;
  if (kept === null) return desk;
  return { ...desk, form: rebased(kept.base, kept.form, form), kept: null, turns: turns + 1 };
}

/** Back to what is stored. What was kept is not in the fields, and stays. */
export function discardedDesk<Opened, Form>(desk: SettingsDesk<Opened, Form>): SettingsDesk<Opened, Form> {
  const { opened, base, kept, turns } = desk;
  return { ...openedDesk(opened, base), kept, last: 'discarded', turns: turns + 1 };
}
