import type { Conditions } from '../sandbox-types';
import type { Site, SiteIssue } from '../site/site';

/** What Jira's lists of issues do not know yet. */
export interface ListLag {
  /** To be called before a change may happen. @returns what to call when it did */
  beforeChange(): () => void;
  /** The site as the lists show it: as it was `listLagMilliseconds` ago, but for the issues that are reconciled. */
  asListed(reconciled: readonly string[]): Site;
}

/** Changes to the issues themselves are known at once by whoever reads an issue by its id; only lists are behind. */
export function openListLag(
  site: Site,
  now: () => number,
  conditions: Pick<Conditions, 'listLagMilliseconds'>,
): ListLag {
  let changes: { at: number; before: SiteIssue[] }[] = [];
  const unseen = () => changes.filter(({ at }) => now() - at < conditions.listLagMilliseconds);
  return {
    beforeChange() {
      if (conditions.listLagMilliseconds === 0) return () => undefined;
      const before = structuredClone(site.issues);
      return () => {
        changes = [...unseen(), { at: now(), before }];
      };
    },
    asListed(reconciled) {
      const first = unseen()[0];
      return first === undefined
        ? site
        : { ...site, issues: reconcile(first.before, site.issues, new Set(reconciled)) };
    },
  };
}

/** These issues as they are now, each behind the same issue as now, as far as that one is in the list. */
function reconcile(
  before: readonly SiteIssue[],
  after: readonly SiteIssue[],
  reconciled: ReadonlySet<string>,
): SiteIssue[] {
  const issues = before.filter(({ id }) => !reconciled.has(id));
  for (const [rank, issue] of after.entries()) {
    if (!reconciled.has(issue.id)) continue;
    const ids = new Map(issues.map(({ id }, place) => [id, place]));
    const behind = after.slice(0, rank).findLast(({ id }) => ids.has(id));
    issues.splice(behind === undefined ? 0 : (ids.get(behind.id) ?? 0) + 1, 0, issue);
  }
  return issues;
}
