import { installation } from '../forge/forge-runtime';
import type { Realtime } from '../forge/realtime';
import type { Sandbox } from '../sandbox-types';
import { type HttpAnswer, jsonAnswer, redirectAnswer, sentenceAnswer } from './http-answer';
import type { HttpQuestion } from './http-question';
import { answerInspector } from './inspect-gate';
import { answerInvoke } from './invoke-gate';
import { answerJira } from './jira-gate';
import { isFromSite, type Origins } from './origins';
import type { PageStreams } from './page-streams';
import { answerProperties } from './properties-gate';
import { readJson } from './read-json';
import { answerRealtime } from './realtime-gate';
import type { SaveSoon } from './save-soon';
import { fileUnder } from './served-file';
import { cookieOf, type Session, sessionChangeSchema, sessionOf } from './session';
import { sitePage } from './site-page';
import { themeStyles } from './theme-styles';
import { webFolder } from './web-folder';

export interface SiteParts {
  sandbox: Sandbox;
  root: string;
  origins: Origins;
  saving: SaveSoon;
  streams: PageStreams;
  realtime: Realtime;
}

/** What the site's origin answers: Jira's pages, Jira's operations, and the sandbox's own few under /sandbox/. */
export async function answerSite(question: HttpQuestion, parts: SiteParts): Promise<HttpAnswer> {
  const { sandbox, root, origins, saving } = parts;
  const { method, path } = question;
  const isRest = path.startsWith('/rest/');
  const isOwn = path.startsWith('/sandbox/');
  const reads = method === 'GET' || method === 'HEAD';
  if ((isOwn || !reads) && !isFromSite(question, origins)) {
    return sentenceAnswer('Only pages of this site may ask that.', 403);
  }
  const session = sessionOf(question, sandbox.site, origins.port);
  if (isRest) {
    const answer = await answerJira(question, sandbox.jira, sandbox.site, session);
    if (!reads) saving.changed();
    return answer;
  }
  if (isOwn) return answerOwn(question, session, parts);
  if (!reads) return sentenceAnswer('There is nothing to change at this address.', 405);
  if (path === '/') {
    const [board] = sandbox.site.boards;
    return redirectAnswer(board === undefined ? '/jira/boards' : `/jira/boards/${String(board.id)}/backlog`);
  }
  if (path !== '/index.html') {
    const file = await fileUnder(webFolder(root), path);
    if (file !== undefined) return { status: 200, headers: { 'content-type': file.contentType }, body: file.bytes };
  }
  const isPage = path.startsWith('/jira/') || path.startsWith('/browse/');
  return sitePage(root, session, origins, isPage ? 200 : 404);
}

async function answerOwn(question: HttpQuestion, session: Session, parts: SiteParts): Promise<HttpAnswer> {
  const { sandbox, origins, saving, streams, realtime } = parts;
  switch (`${question.method} ${question.path}`) {
    case 'GET /sandbox/site':
      return jsonAnswer(describeSite(sandbox, session, origins));
    case 'GET /sandbox/theme.css':
      return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: await themeStyles() };
    case 'POST /sandbox/session': {
      const change = await readJson(question, sessionChangeSchema);
      if (change.user !== undefined && !sandbox.site.users.some(({ accountId }) => accountId === change.user)) {
        return jsonAnswer({ message: `The site has no user ${change.user}.` }, 400);
      }
      return jsonAnswer(undefined, 204, { 'set-cookie': cookieOf(question, origins.port, change) });
    }
    case 'POST /sandbox/invoke': {
      const answer = await answerInvoke(question, sandbox, session);
      saving.changed();
      return answer;
    }
    case 'POST /sandbox/uninstall': {
      const gone = await sandbox.uninstall();
      saving.changed();
      return jsonAnswer(gone);
    }
    case 'POST /sandbox/properties':
      return answerProperties(question, sandbox, session);
    case 'GET /sandbox/reload':
    case 'POST /sandbox/reload':
      return jsonAnswer({ pages: streams.reload() });
    case 'GET /sandbox/inspector':
      return sitePage(parts.root, session, origins, 200);
    default:
      return (
        (await answerRealtime(question, realtime)) ??
        (await answerInspector(question, sandbox)) ??
        noSuchAddress(question)
      );
  }
}

function noSuchAddress({ method, path }: HttpQuestion): HttpAnswer {
  return jsonAnswer({ message: `The sandbox has no ${method} ${path}.` }, 404);
}

/** All that the site's page must know before it can draw itself. */
function describeSite({ app, site }: Sandbox, session: Session, origins: Origins) {
  return {
    name: site.name,
    users: site.users.map(({ accountId, displayName, role, timeZone }) => ({ accountId, displayName, role, timeZone })),
    user: session.user?.accountId ?? null,
    theme: session.theme,
    locale: session.locale,
    cloudId: installation.cloudId,
    // ari:cloud:ecosystem::app/ID: only the id is in addresses.
    appId: app.id.split('/').at(-1) ?? '',
    environmentId: installation.environmentId,
    modules: app.modules.map(
      ({ type, key, title, viewportSize, resourceKey, label, status, propertiesFunctionKey }) => ({
        type,
        key,
        title,
        viewportSize,
        resourceKey,
        label,
        status,
        hasProperties: propertiesFunctionKey !== undefined,
      }),
    ),
    resourceOrigin: origins.resources,
  };
}
