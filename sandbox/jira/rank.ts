import * as z from 'zod';
import type { Site, SiteIssue } from '../site/site';
import type { Call } from './operation';
import { refused } from './refuse';
import { issueFor } from './site-lookup';
import { workRefusalTable } from './work-limits';

/** The rank field that `ranking` in the configuration of every board names. */
const rankFieldId = 10_019;

/** The part of a body that says where issues go. */
export const rankShape = {
  rankBeforeIssue: z.string().optional(),
  rankAfterIssue: z.string().optional(),
  rankCustomFieldId: z.number().int().optional(),
};

type RankWish = z.output<z.ZodObject<typeof rankShape>>;

/** Where issues go: before or after another one. */
export interface Anchor {
  issue: SiteIssue;
  side: 'before' | 'after';
}

/**
 * @returns undefined when the body does not say where
 * @throws JiraRefusal when it says so twice, or by an issue or a field that is not there
 */
export function anchorOf({ site, person }: Call, wish: RankWish): Anchor | undefined {
  const { rankBeforeIssue, rankAfterIssue, rankCustomFieldId } = wish;
  if (rankCustomFieldId !== undefined && rankCustomFieldId !== rankFieldId) {
    throw refused(workRefusalTable.otherRankField, rankCustomFieldId);
  }
  if (rankBeforeIssue !== undefined && rankAfterIssue !== undefined) throw refused(workRefusalTable.twoAnchors);
  if (rankBeforeIssue !== undefined) return { issue: issueFor(site, person, rankBeforeIssue), side: 'before' };
  if (rankAfterIssue !== undefined) return { issue: issueFor(site, person, rankAfterIssue), side: 'after' };
  return undefined;
}

/**
 * Puts the issues beside the anchor, in their order. The rank is one for the whole site.
 * @throws JiraRefusal when the anchor is one of them
 */
export function placeBeside(site: Site, issues: readonly SiteIssue[], { issue: anchor, side }: Anchor): void {
  const moving = new Set(issues);
  if (moving.has(anchor)) throw refused(workRefusalTable.anchorAmongRanked, anchor.key);
  const staying = site.issues.filter((issue) => !moving.has(issue));
  const place = staying.indexOf(anchor) + (side === 'after' ? 1 : 0);
  staying.splice(place, 0, ...moving);
  site.issues.splice(0, site.issues.length, ...staying);
}
