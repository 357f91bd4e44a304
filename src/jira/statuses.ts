import { route } from '@forge/api';
import * as z from 'zod';

import { type StatusCategory, statusCategory } from './issues';
import { ask, asWhom, type JiraSession } from './session';

/** A status of a workflow. Its name is in the user's language, and several statuses may have the same one. */
export interface Status {
  id: string;
  name: string;
  category: StatusCategory;
}

export const statusSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    statusCategory: z.object({ id: z.number().optional(), key: z.string().optional() }).optional(),
  })
  .transform(({ id, name, statusCategory: category }): Status => ({ id, name, category: statusCategory(category) }));

/** Every status of an active workflow that the user may see; team-managed projects have their own. */
export function readStatuses(session: JiraSession): Promise<Status[]> {
  return ask(
    session,
    'getStatuses',
    () => asWhom(session).requestJira(route`/rest/api/3/status`),
    z.array(statusSchema),
  );
}
