/** What this page calls itself to the server. */
export const pageId: string = crypto.randomUUID();

let events: EventSource | undefined;

/** What the server tells this page. One stream for everything: a browser keeps six connections to a host, no more. */
export function pageEvents(): EventSource {
  events ??= new EventSource(`/sandbox/events?page=${pageId}`);
  return events;
}
