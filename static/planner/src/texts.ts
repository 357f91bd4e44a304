import type { ProblemAnswer } from '../../../src/contract';
import { first } from './texts/english/first';
import type { english as everySentence } from './texts/english/index';

export type Language = 'en' | 'fr';

/** The shape of a language: the keys of English, with any sentence in them. What another language lacks, tsc tells. */
export type Texts = InAnyWords<typeof everySentence>;

type InAnyWords<Part> = Part extends string
  ? string
  : Part extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof Part]: InAnyWords<Part[Key]> };

type TabTexts = Pick<Texts, 'history' | 'team' | 'teamImport'>;
let tabs: TabTexts | null = null;

/** What tab-texts.ts brings: as much again as half of the first page's sentences. */
export function bringTabs(brought: TabTexts): void {
  tabs = brought;
}

function ofTabs(): TabTexts {
  if (tabs === null) throw new Error('A tab says something without tab-texts.ts.');
  return tabs;
}

const english: Texts = {
  ...first,
  get history() {
    return ofTabs().history;
  },
  get team() {
    return ofTabs().team;
  },
  get teamImport() {
    return ofTabs().teamImport;
  },
};

/** Every sentence of the planner, in the reader's language. Read it while drawing, never once and for all. */
export let texts: Texts = english;

let wanted: Language = 'en';

/**
 * Makes `texts` the reader's language: French where it is asked for, English everywhere else, and where French cannot be
 * loaded. Called again before it is ready, it follows the later call.
 *
 * @param locale BCP 47, or with an underscore as Jira gives it
 * @returns the language that `texts` has now
 */
export async function speak(locale: string): Promise<Language> {
  const asked = /^fr(?![a-z])/i.test(locale) ? 'fr' : 'en';
  wanted = asked;
  const spoken = asked === 'fr' ? await readFrench() : english;
  if (wanted === asked) texts = spoken;
  return texts === english ? 'en' : 'fr';
}

async function readFrench(): Promise<Texts> {
  try {
    return (await import('./texts/french/index')).french;
  } catch {
    return english;
  }
}

/** What went wrong, for the reader. The sentence that comes with a problem is in English. */
export function problemText({ code, message }: Pick<ProblemAnswer, 'code' | 'message'>): string {
  return texts.problems[code] ?? message;
}

/** Why one issue is not moved, likewise. */
export function refusalText({ code, why }: { code: string; why: string }): string {
  return texts.refusals[code] ?? why;
}
