import type { IncomingMessage } from 'node:http';

/** One request, taken apart without believing it. */
export interface HttpQuestion {
  /** Upper case. */
  method: string;
  /** Path and query as they were sent. */
  target: string;
  /** The path alone, with its %-escapes undone. It may still hold `..`. */
  path: string;
  header(name: string): string | undefined;
  /** @throws RequestRefused above {@link mostBodyBytes} */
  readBody(): Promise<string>;
}

/** A request that cannot be served as it stands; the message is for whoever sent it. */
export class RequestRefused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Above Forge's own 500 KB for one invocation, so that it is the sandbox's Forge that refuses and not this server. */
export const mostBodyBytes = 6_000_000;

/** @throws RequestRefused when the path's escapes make no sense */
export function questionOf(request: IncomingMessage): HttpQuestion {
  const target = request.url ?? '/';
  return {
    method: (request.method ?? 'GET').toUpperCase(),
    target,
    path: decodedPath(target),
    header: (name) => {
      const value = request.headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    readBody: () => readBody(request),
  };
}

function decodedPath(target: string): string {
  const [path = '/'] = target.split(/[?#]/, 1);
  try {
    return decodeURIComponent(path);
  } catch {
    throw new RequestRefused(400, 'The address has a % that is no escape.');
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > mostBodyBytes) throw new RequestRefused(413, 'The request is larger than 6 MB.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
