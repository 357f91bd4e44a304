import { pageEvents } from './page-events';

/**
 * Loads the page again when the server says that something was built anew (`npm run dev`), or when another run of the
 * server answers than the one that the page came from.
 */
export function followReloads(): void {
  const events = pageEvents();
  let server: unknown;
  events.addEventListener('reload', () => {
    window.location.reload();
  });
  events.addEventListener('hello', (event) => {
    const here: unknown = event.data;
    if (server !== undefined && server !== here) window.location.reload();
    server = here;
  });
}
