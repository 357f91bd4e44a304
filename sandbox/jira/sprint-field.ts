import type { Site, SiteIssue } from '../site/site';

/** A field id that sites have; it is another one on each. */
export const sprintFieldId = 'customfield_10020';

/** The sprints of an issue as the Sprint field has them, closed ones first: `38, 40` (recorded: devlake); null is none. */
export function sprintsAsText(
  { sprintId, closedSprintIds }: SiteIssue,
  { sprints }: Pick<Site, 'sprints'>,
): { id: string | null; name: string | null } {
  const ids = [...closedSprintIds, ...(sprintId === null ? [] : [sprintId])];
  if (ids.length === 0) return { id: null, name: null };
  return { id: ids.join(', '), name: ids.map((id) => sprints.find((one) => one.id === id)?.name ?? '').join(', ') };
}
