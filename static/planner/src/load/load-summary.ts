import type { LoadState } from '../../../../src/estimation/load';
import { texts } from '../texts';
import type { TeamLoad } from './team-load';

/** Those who have too much are always named, up to so many. */
const mostNames = 8;

/** '3 people fit · 1 tight · 1 too much: Lena Schulz · 2 issues unassigned': as little as can be said without hiding anybody. */
export function loadSummary({ without, people, unassigned }: TeamLoad): string {
  const { load } = texts;
  const inState = (state: LoadState) => people.filter((person) => person.state === state);
  const [over, tight, fits, strangers] = [inState('over'), inState('tight'), inState('fits'), inState('unknown')];
  const names = over
    .slice(0, mostNames)
    .map(({ name }) => name ?? load.someone)
    .join(', ');
  const parts = [
    ...(fits.length === 0 ? [] : [load.fit(fits.length)]),
    ...(tight.length === 0 ? [] : [load.tight(tight.length)]),
    ...(over.length === 0
      ? []
      : [load.over(over.length, over.length > mostNames ? load.moreNames(names, over.length - mostNames) : names)]),
    ...(strangers.length === 0
      ? []
      : [without === null ? load.strangers(strangers.length) : load.haveWork(strangers.length)]),
  ];
  return [
    ...(parts.length === 0 ? [load.nobody] : parts),
    ...(unassigned === null ? [] : [load.unassignedIssues(unassigned.issues)]),
  ].join(' · ');
}
