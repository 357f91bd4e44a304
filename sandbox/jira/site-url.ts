/** Atlassian's own placeholder of a site in its documentation: every link in an answer begins with it. */
export const siteUrl = 'https://your-domain.atlassian.net';
