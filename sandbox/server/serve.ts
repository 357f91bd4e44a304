import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { openRealtime } from '../forge/realtime';
import type { Sandbox } from '../sandbox-types';
import { type HttpAnswer, jsonAnswer, sentenceAnswer } from './http-answer';
import { type HttpQuestion, questionOf, RequestRefused } from './http-question';
import { queryOf } from './inspect-page';
import { isFromSite, originOf, originsAt, type Origins } from './origins';
import { openPageStreams } from './page-streams';
import { answerResource } from './resource-origin';
import { saveSoon } from './save-soon';
import { answerSite, type SiteParts } from './site-origin';

export interface ServeOptions {
  /** 0 is any free one. */
  port: number;
  /** The app's folder: manifest.yml, dist/ and the resources' folders are found from here. */
  root: string;
}

/** A running server; `url` is the site's. */
export interface Served {
  url: string;
  /** Stops serving and saves. */
  close(): Promise<void>;
}

/** Milliseconds from a change to the state file: little is lost when the machine goes down. */
const saveWait = 250;

/**
 * Puts a sandbox on the network of this machine, and of no other: the site at `http://localhost:PORT`, the app's files
 * at `http://127.0.0.1:PORT`.
 *
 * @throws Error with a sentence when the port cannot be had
 */
export async function serveSandbox(sandbox: Sandbox, options: ServeOptions): Promise<Served> {
  const saving = saveSoon(
    () => sandbox.save(),
    saveWait,
    (sentence) => {
      console.error(sentence);
    },
  );
  const streams = openPageStreams(String(process.pid), (page) => {
    realtime.leave(page);
  });
  const realtime = openRealtime(sandbox.site, sandbox.conditions, Date.now, (page, subscription, payload) => {
    streams.tell(page, 'realtime', { subscription, payload });
  });
  const server = createServer();
  const port = await listen(server, options.port);
  const origins = originsAt(port);
  const parts: SiteParts = { sandbox, root: options.root, origins, saving, streams, realtime };
  server.on('request', (request, response) => {
    void respond(request, response, parts);
  });
  return {
    url: origins.site,
    close: async () => {
      streams.close();
      await new Promise<void>((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      });
      await saving.settle();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(new Error(portSentence(port, 'code' in error ? error.code : undefined, error.message)));
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve(address.port);
    });
  });
}

function portSentence(port: number, code: unknown, message: string): string {
  const name = String(port);
  if (code === 'EADDRINUSE') {
    return `Port ${name} is already in use. Stop what is running there, or choose another port with --port.`;
  }
  if (code === 'EACCES') return `Port ${name} may not be used by this account. Choose another port with --port.`;
  return `The sandbox cannot use port ${name} (${message}). Choose another port with --port.`;
}

async function respond(request: IncomingMessage, response: ServerResponse, parts: SiteParts): Promise<void> {
  try {
    const question = questionOf(request);
    const origin = originOf(question, parts.origins);
    if (asksForEvents(question, origin, parts.origins)) {
      parts.streams.join(response, queryOf(question).get('page') ?? '');
      return;
    }
    write(response, question, await answer(question, origin, parts));
  } catch (error) {
    write(response, undefined, answerToError(error));
  }
}

function asksForEvents(question: HttpQuestion, origin: 'site' | 'resources' | undefined, origins: Origins): boolean {
  return (
    origin === 'site' &&
    question.method === 'GET' &&
    question.path === '/sandbox/events' &&
    isFromSite(question, origins)
  );
}

function answer(
  question: HttpQuestion,
  origin: 'site' | 'resources' | undefined,
  parts: SiteParts,
): Promise<HttpAnswer> | HttpAnswer {
  switch (origin) {
    case 'site':
      return answerSite(question, parts);
    case 'resources':
      return answerResource(question, parts.sandbox.app, parts.root, parts.origins);
    case undefined:
      return sentenceAnswer(`This is the sandbox at ${parts.origins.site}, and no other host.`, 421);
  }
}

function answerToError(error: unknown): HttpAnswer {
  if (error instanceof RequestRefused) return jsonAnswer({ message: error.message }, error.status);
  console.error(error);
  return jsonAnswer({ message: 'The sandbox itself failed. What happened is on its console.' }, 500);
}

/** Nothing is cached: what is on the screen is what was built last. */
function write(
  response: ServerResponse,
  question: HttpQuestion | undefined,
  { status, headers, body }: HttpAnswer,
): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    ...headers,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  });
  response.end(question?.method === 'HEAD' ? undefined : body);
}
