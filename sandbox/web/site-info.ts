import { createContext, useContext } from 'react';
import * as z from 'zod';

/** What a panel of the issue view says beside its name. */
export const statusSchema = z.object({
  type: z.literal('lozenge'),
  value: z.object({
    label: z.string(),
    type: z.enum(['default', 'inprogress', 'moved', 'new', 'removed', 'success']),
  }),
});

const moduleSchema = z.object({
  type: z.string(),
  key: z.string(),
  title: z.string(),
  viewportSize: z.string().optional(),
  resourceKey: z.string(),
  label: z.string().optional(),
  status: statusSchema.optional(),
  /** Whether the status of now can be asked for. */
  hasProperties: z.boolean(),
});

const siteSchema = z.object({
  name: z.string(),
  users: z.array(z.object({ accountId: z.string(), displayName: z.string(), role: z.string(), timeZone: z.string() })),
  /** accountId of who is logged in. */
  user: z.string().nullable(),
  theme: z.enum(['light', 'dark']),
  locale: z.string(),
  cloudId: z.string(),
  appId: z.string(),
  environmentId: z.string(),
  modules: z.array(moduleSchema),
  resourceOrigin: z.string(),
});

export type ModuleStatus = z.infer<typeof statusSchema>;
export type AppModule = z.infer<typeof moduleSchema>;
export type SiteInfo = z.infer<typeof siteSchema>;
export type SiteUser = SiteInfo['users'][number];

export async function readSite(): Promise<SiteInfo> {
  const response = await fetch('/sandbox/site');
  if (!response.ok) throw new Error(`The sandbox answered ${String(response.status)}.`);
  return siteSchema.parse(await response.json());
}

export interface SessionChange {
  /** accountId */
  user?: string;
  theme?: 'light' | 'dark';
  locale?: string;
}

/** Logs somebody else in, or changes how the site looks; kept in this browser. */
export async function changeSession(change: SessionChange): Promise<void> {
  const response = await fetch('/sandbox/session', { method: 'POST', body: JSON.stringify(change) });
  if (!response.ok) throw new Error(`The sandbox answered ${String(response.status)}.`);
}

export const SiteContext = createContext<SiteInfo | undefined>(undefined);

/** The site as the person who is logged in sees it. */
export function useSite(): SiteInfo {
  const site = useContext(SiteContext);
  if (site === undefined) throw new Error('There is no site around this part of the page.');
  return site;
}

export function loggedIn(site: SiteInfo): SiteUser | undefined {
  return site.users.find(({ accountId }) => accountId === site.user);
}
