import type { PlannerItem } from '../../../../src/contract';

/** In place of an account id or a key: issues that have none. */
export const none = 'none';

/** A confidence up to this many percent counts as low: half of what was estimated, or twice as much. */
export const lowConfidencePercent = 50;

/** Which issues are shown. Kinds of condition hold together, choices within a kind one or the other; empty asks nothing. */
export interface Filter {
  readonly text: string;
  /** Account ids, or `none`. */
  readonly assignees: readonly string[];
  /** Keys of epics, or `none`. */
  readonly epics: readonly string[];
  readonly unestimated: boolean;
  readonly lowConfidence: boolean;
}

export const noFilter: Filter = { text: '', assignees: [], epics: [], unestimated: false, lowConfidence: false };

/** Does it ask for anything? Then issues may be hidden. */
export function isFiltering(filter: Filter): boolean {
  return (
    wordsOf(filter.text).length > 0 ||
    filter.assignees.length > 0 ||
    filter.epics.length > 0 ||
    filter.unestimated ||
    filter.lowConfidence
  );
}

/** Every word of the text must be in the key or the summary, whatever its case and accents. */
export function matches(item: PlannerItem, filter: Filter): boolean {
  return (
    (!filter.unestimated || isUnestimated(item)) &&
    (!filter.lowConfidence || isLowConfidence(item)) &&
    (filter.assignees.length === 0 || filter.assignees.includes(item.assignee?.accountId ?? none)) &&
    (filter.epics.length === 0 || filter.epics.includes(epicOf(item)?.key ?? none)) &&
    hasWords(item, wordsOf(filter.text))
  );
}

export function isUnestimated({ hours }: PlannerItem): boolean {
  return hours === null;
}

export function isLowConfidence({ confidence }: PlannerItem): boolean {
  return confidence <= lowConfidencePercent;
}

/** The parent of a sub-task is an issue, and which epic that one is in is not said with the sub-task. */
export function epicOf({ type, parent }: PlannerItem): PlannerItem['parent'] {
  return type.kind === 'subtask' ? null : parent;
}

function hasWords({ key, summary }: PlannerItem, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = folded(`${key} ${summary}`);
  return words.every((word) => text.includes(word));
}

function wordsOf(text: string): string[] {
  return folded(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Upper case, because only there 'ß' is 'SS' and both small sigmas are one letter. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase();
}
