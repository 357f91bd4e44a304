import type { HttpQuestion } from './http-question';

/**
 * One port, two origins, as in Jira Cloud: the site, and another host that holds nothing but the app's files.
 * Browsers keep `localhost` and `127.0.0.1` apart, so the app's frame cannot reach into the site's page.
 */
export interface Origins {
  port: number;
  site: string;
  resources: string;
}

export function originsAt(port: number): Origins {
  return { port, site: `http://localhost:${String(port)}`, resources: `http://127.0.0.1:${String(port)}` };
}

/**
 * Which origin a request is for. Any other name is nobody's: a page that points its own host name at 127.0.0.1
 * (DNS rebinding) must get nothing.
 */
export function originOf(question: HttpQuestion, { port }: Origins): 'site' | 'resources' | undefined {
  switch (question.header('host')) {
    case `localhost:${String(port)}`:
      return 'site';
    case `127.0.0.1:${String(port)}`:
      return 'resources';
    default:
      return undefined;
  }
}

/**
 * Whether the site's own page sent this, or something that is no browser page at all (curl, a test, jira.js).
 * Cookies alone do not tell: every page on localhost, whatever its port, is the same site to a browser.
 */
export function isFromSite(question: HttpQuestion, { site }: Origins): boolean {
  const origin = question.header('origin');
  const fetchSite = question.header('sec-fetch-site');
  return (
    (origin === undefined || origin === site) &&
    (fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none')
  );
}
