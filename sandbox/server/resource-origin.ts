import path from 'node:path';

import { load } from 'cheerio';

import type { ForgeApp } from '../sandbox-types';
import { contentSecurityPolicy } from './content-security-policy';
import { type HttpAnswer, redirectAnswer, sentenceAnswer } from './http-answer';
import type { HttpQuestion } from './http-question';
import type { Origins } from './origins';
import { fileUnder } from './served-file';
import { themeStyles } from './theme-styles';
import { webFolder } from './web-folder';

/** What the origin of the app's files answers: the files, and the bridge that Forge puts into each page. */
export async function answerResource(
  question: HttpQuestion,
  app: ForgeApp,
  root: string,
  origins: Origins,
): Promise<HttpAnswer> {
  if (question.method !== 'GET' && question.method !== 'HEAD')
    return sentenceAnswer('Only files are served here.', 405);
  if (question.path === '/') return redirectAnswer(`${origins.site}/`);
  if (question.path === '/__forge__/theme.css') {
    return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: await themeStyles() };
  }
  if (question.path === '/__forge__/bridge.js') return bridgeAnswer(root);
  const [, resourceKey = '', name = ''] = /^\/resource\/([^/]+)\/(.*)$/s.exec(question.path) ?? [];
  const module = app.modules.find((candidate) => candidate.resourceKey === resourceKey);
  if (module === undefined) return sentenceAnswer('The app has no such resource.', 404);
  if (module.render === 'native') return nativeAnswer(root, resourceKey, name, app, origins);
  return fileAnswer(path.resolve(root, module.resourcePath), name === '' ? 'index.html' : name, app, origins);
}

/** UI Kit has no page of its own: around what was bundled of it, Forge puts one with nothing in it. */
async function nativeAnswer(
  root: string,
  resourceKey: string,
  name: string,
  app: ForgeApp,
  origins: Origins,
): Promise<HttpAnswer> {
  if (name !== '' && name !== 'index.html') return fileAnswer(path.join(root, 'dist', resourceKey), name, app, origins);
  const html = '<!doctype html><html><head></head><body><script src="./index.js"></script></body></html>';
  return htmlAnswer(html, app, origins);
}

async function bridgeAnswer(root: string): Promise<HttpAnswer> {
  const file = await fileUnder(webFolder(root), 'frame-bridge.js');
  if (file === undefined) return sentenceAnswer('The bridge is not built. Run npm start, which builds it.', 503);
  return { status: 200, headers: { 'content-type': file.contentType }, body: file.bytes };
}

async function fileAnswer(folder: string, name: string, app: ForgeApp, origins: Origins): Promise<HttpAnswer> {
  const file = await fileUnder(folder, name);
  if (file === undefined) {
    const reason = name === 'index.html' ? ` The app is not built: there is no ${name} in its folder.` : '';
    return sentenceAnswer(`The app has no file ${name}.${reason}`, 404);
  }
  const headers = { 'content-type': file.contentType };
  if (!file.contentType.startsWith('text/html')) return { status: 200, headers, body: file.bytes };
  return htmlAnswer(file.bytes.toString('utf8'), app, origins);
}

function htmlAnswer(html: string, app: ForgeApp, origins: Origins): HttpAnswer {
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(html, app.permissions, origins.site),
    },
    body: withBridge(html, origins),
  };
}

/** Before anything else: `@forge/bridge` takes the bridge from `globalThis` when it is imported. */
function withBridge(html: string, origins: Origins): string {
  const page = load(html);
  page('head').prepend(`<script src="/__forge__/bridge.js" data-site-origin="${origins.site}"></script>`);
  return page.html();
}
