/** What is typed into the field for the estimate, over what is stored. */
export interface EstimateDraft {
  /** The stored estimate as the field writes it, as it was last seen. */
  readonly stored: string;
  readonly typed: string;
  /** Goes up when the field is to begin anew with what is stored: UI Kit's fields keep their text. */
  readonly version: number;
}

/** @returns the hours, or null when it is no estimate */
export type ReadHours = (typed: string) => number | null;

export function draftOf(stored: string): EstimateDraft {
  return { stored, typed: stored, version: 0 };
}

/** The same hours as the stored ones, in whatever way they are written: there is nothing to save. */
export function isAsStored({ stored, typed }: Pick<EstimateDraft, 'stored' | 'typed'>, read: ReadHours): boolean {
  const hours = read(typed);
  return typed === stored || (hours !== null && hours === read(stored));
}

/**
 * The draft after a reading. A field that nobody typed into shows what is stored now, and so does one whose hours were
 * saved; what else is typed stays.
 */
export function followStored(draft: EstimateDraft, stored: string, read: ReadHours): EstimateDraft {
  if (stored === draft.stored) return draft;
  const { typed, version } = draft;
  if (typed === draft.stored || isAsStored({ stored, typed }, read))
    return { stored, typed: stored, version: version + 1 };
  return { ...draft, stored };
}
