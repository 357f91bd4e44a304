import { apply } from './apply';
import { finding } from './finding';
import { issue } from './issue';
import { live } from './live';
import { page } from './page';
import { problems, refusals } from './problems';
import { states } from './states';

/** Every sentence of the planner. The other languages have the same shape. */
export const english = { ...page, apply, finding, issue, live, problems, refusals, states };
