import * as z from 'zod';

import type { Site, SiteUser } from '../site/site';
import type { HttpQuestion } from './http-question';

/** Who looks at the site, and how. Kept in a cookie, so that two browsers can be two people. */
export interface Session {
  /** undefined on a site without users. */
  user: SiteUser | undefined;
  theme: 'light' | 'dark';
  /** As Jira writes it for apps: en-GB. */
  locale: string;
}

const localeSchema = z.string().regex(/^[a-z]{2}-[A-Z]{2}$/, { error: 'The locale must look like en-GB.' });
const themeSchema = z.enum(['light', 'dark'], { error: "The theme must be 'light' or 'dark'." });

export const sessionChangeSchema = z.object({
  user: z.string({ error: 'The user must be an accountId.' }).optional(),
  theme: themeSchema.optional(),
  locale: localeSchema.optional(),
});

/** The session that the request's cookie stands for; whatever is missing or no longer true falls back. */
export function sessionOf(question: HttpQuestion, site: Site, port: number): Session {
  const kept = keptChoices(question, port);
  const user = site.users.find(({ accountId }) => accountId === kept.get('user')) ?? site.users[0];
  const theme = themeSchema.safeParse(kept.get('theme'));
  const locale = localeSchema.safeParse(kept.get('locale') ?? user?.locale.replace('_', '-'));
  return {
    user,
    theme: theme.success ? theme.data : 'light',
    locale: locale.success ? locale.data : 'en-GB',
  };
}

/** The `Set-Cookie` header that keeps these choices on top of the ones that the browser already sent. */
export function cookieOf(question: HttpQuestion, port: number, change: z.infer<typeof sessionChangeSchema>): string {
  const kept = keptChoices(question, port);
  for (const [name, value] of Object.entries(change)) if (value !== undefined) kept.set(name, value);
  return `${cookieName(port)}=${encodeURIComponent(kept.toString())}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict`;
}

/** Cookies do not know ports: two sandboxes side by side would otherwise share their user. */
function cookieName(port: number): string {
  return `sandbox-session-${String(port)}`;
}

function keptChoices(question: HttpQuestion, port: number): URLSearchParams {
  const pairs = (question.header('cookie') ?? '').split(/;\s*/).map((pair) => pair.split('='));
  const [, value = ''] = pairs.find(([name]) => name === cookieName(port)) ?? [];
  try {
    return new URLSearchParams(decodeURIComponent(value));
  } catch {
    return new URLSearchParams();
  }
}
