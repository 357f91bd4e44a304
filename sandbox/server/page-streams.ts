import type { ServerResponse } from 'node:http';

/** Server-sent events to the pages that are open: that they are to load themselves again, and what happens on a channel. */
export interface PageStreams {
  /** Keeps the response open and speaks to it until the page goes away. @param page what the page calls itself */
  join(response: ServerResponse, page: string): void;
  /** Tells every open page; answers how many there were. For `npm run dev`. */
  reload(): number;
  /** Tells one page; nothing happens when it is not open. */
  tell(page: string, event: string, data: unknown): void;
  close(): void;
}

/**
 * @param serverId something that differs from one start of the server to the next: a page that comes back to another
 * server than the one that it knew loads itself again
 * @param left called when a page has gone away
 */
export function openPageStreams(serverId: string, left: (page: string) => void): PageStreams {
  const streams = new Map<ServerResponse, string>();
  return {
    join: (response, page) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(`retry: 300\nevent: hello\ndata: ${serverId}\n\n`);
      streams.set(response, page);
      response.on('close', () => {
        streams.delete(response);
        left(page);
      });
    },
    reload: () => {
      for (const stream of streams.keys()) stream.write('event: reload\ndata: changed\n\n');
      return streams.size;
    },
    tell: (wanted, event, data) => {
      for (const [stream, page] of streams) {
        if (page === wanted) stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      }
    },
    close: () => {
      for (const stream of streams.keys()) stream.end();
      streams.clear();
    },
  };
}
