import type { ServerResponse } from 'node:http';

/** Server-sent events that tell open pages to load themselves again, for `npm run dev`. */
export interface ReloadStream {
  /** Keeps the response open and speaks to it until the page goes away. */
  join(response: ServerResponse): void;
  /** Tells every open page; answers how many there were. */
  reload(): number;
  close(): void;
}

/**
 * @param serverId something that differs from one start of the server to the next: a page that comes back to another
 * server than the one that it knew loads itself again
 */
export function openReloadStream(serverId: string): ReloadStream {
  const pages = new Set<ServerResponse>();
  return {
    join: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(`retry: 300\nevent: hello\ndata: ${serverId}\n\n`);
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    reload: () => {
      for (const page of pages) page.write('event: reload\ndata: changed\n\n');
      return pages.size;
    },
    close: () => {
      for (const page of pages) page.end();
      pages.clear();
    },
  };
}
