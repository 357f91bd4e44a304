import type { LoadState } from '../../../../src/estimation/load';
import { texts } from '../texts';
import type { NamedLoad, TeamLoad } from './team-load';

/** Those who have too much, and those for whom it is tight, are always named, up to so many. */
const mostNames = 8;

/** '3 people fit · 1 tight · 1 too much: Lena Schulz · 2 issues unassigned': as little as can be said without hiding anybody. */
export function loadSummary({ without, people, unassigned }: TeamLoad, percent: (fraction: number) => string): string {
  const { load } = texts;
  const inState = (state: LoadState) => people.filter((person) => person.state === state);
  const [over, tight, fits, strangers] = [inState('over'), inState('tight'), inState('fits'), inState('unknown')];
  const few = (some: readonly NamedLoad[], words: (person: NamedLoad) => string): string => {
    const named = some.slice(0, mostNames).map(words).join(', ');
    return some.length > mostNames ? load.moreNames(named, some.length - mostNames) : named;
  };
  const nameOf = ({ name }: NamedLoad): string => name ?? load.someone;
  // Tight may be 95 % and may be 5 %.
  const tightWords = (person: NamedLoad): string => load.withRatio(nameOf(person), percent(person.ratio ?? 0));
  const parts = [
    ...(fits.length === 0 ? [] : [load.fit(fits.length)]),
    ...(tight.length === 0 ? [] : [load.tight(tight.length, few(tight, tightWords))]),
    ...(over.length === 0 ? [] : [load.over(over.length, few(over, nameOf))]),
    ...(strangers.length === 0
      ? []
      : [without === null ? load.strangers(strangers.length) : load.haveWork(strangers.length)]),
  ];
  return [
    ...(parts.length === 0 ? [load.nobody] : parts),
    ...(unassigned === null ? [] : [load.unassignedIssues(unassigned.issues)]),
  ].join(' · ');
}
