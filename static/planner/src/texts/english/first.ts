import { apply } from './apply';
import { chance } from './chance';
import { finding } from './finding';
import { firstRun } from './first-run';
import { issue } from './issue';
import { live } from './live';
import { load } from './load';
import { page } from './page';
import { problems, refusals } from './problems';
import { settings } from './settings';
import { states } from './states';

/** The sentences that come with the first page. */
export const first = {
  ...page,
  apply,
  chance,
  finding,
  firstRun,
  issue,
  live,
  load,
  problems,
  refusals,
  settings,
  states,
};
