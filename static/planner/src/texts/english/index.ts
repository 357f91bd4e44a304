import { first } from './first';
import { tabs } from './tabs';

/** Every sentence of the planner. The other languages have the same shape. */
export const english = { ...first, ...tabs };
