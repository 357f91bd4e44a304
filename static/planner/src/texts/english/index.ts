import { apply } from './apply';
import { finding } from './finding';
import { firstRun } from './first-run';
import { issue } from './issue';
import { live } from './live';
import { page } from './page';
import { problems, refusals } from './problems';
import { settings } from './settings';
import { states } from './states';

/** Every sentence of the planner. The other languages have the same shape. */
export const english = { ...page, apply, finding, firstRun, issue, live, problems, refusals, settings, states };
