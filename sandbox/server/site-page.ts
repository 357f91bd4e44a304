import { type HttpAnswer, sentenceAnswer } from './http-answer';
import type { Origins } from './origins';
import { fileUnder } from './served-file';
import type { Session } from './session';
import { themeAttributes } from './theme-styles';
import { webFolder } from './web-folder';

/**
 * The one HTML page of the site. The theme's attributes are written into it, so that a person who works in the dark
 * never sees a white flash.
 */
export async function sitePage(root: string, session: Session, origins: Origins, status: number): Promise<HttpAnswer> {
  const shell = await fileUnder(webFolder(root), 'index.html');
  if (shell === undefined) {
    return sentenceAnswer("The sandbox's own pages are not built. Run npm start, which builds them.", 503);
  }
  return {
    status,
    headers: {
      'content-type': shell.contentType,
      'content-security-policy': [
        "default-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        `frame-src ${origins.resources}`,
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ].join('; '),
    },
    body: shell.bytes.toString('utf8').replace('<html', `<html ${themeAttributes(session.theme)}`),
  };
}
