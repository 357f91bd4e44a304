import { apply } from './apply';
import { chance } from './chance';
import { finding } from './finding';
import { firstRun } from './first-run';
import { history } from './history';
import { teamImport } from './import';
import { issue } from './issue';
import { live } from './live';
import { load } from './load';
import { page } from './page';
import { problems, refusals } from './problems';
import { settings } from './settings';
import { states } from './states';
import { team } from './team';

/** Every sentence of the planner. The other languages have the same shape. */
export const english = {
  ...page,
  apply,
  chance,
  finding,
  firstRun,
  history,
  issue,
  live,
  load,
  problems,
  refusals,
  settings,
  states,
  team,
  teamImport,
};
