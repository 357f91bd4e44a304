import { join, resolve } from 'node:path';

/** Apart from what opens them: a test in the browser only names one, and need not load the sandbox and the app for it. */
export const shared = resolve(__dirname, '../../shared');
export const csvSite = join(shared, 'data/sip-pc2-jira.csv');
export const devlakeSite = join(shared, 'jira/fixtures/devlake');
