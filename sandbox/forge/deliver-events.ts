import { clearInterval, setInterval } from 'node:timers';
import type { Sandbox } from '../sandbox-types';

/** Forge delivers most events within seconds. */
const lookEvery = 1000;

/**
 * Delivers the app's events while a site is served, and keeps what they did.
 * @param tell one line for people, when the sandbox itself failed
 */
export function deliverEvents(
  { events, save }: Pick<Sandbox, 'events' | 'save'>,
  tell: (line: string) => void,
): { stop(): Promise<void> } {
  let delivering = Promise.resolve();
  let isBusy = false;
  const deliver = async (): Promise<void> => {
    const delivered = await events.deliver();
    if (delivered.length > 0) await save();
  };
  const looking = setInterval(() => {
    if (isBusy || events.pending.length === 0) return;
    isBusy = true;
    delivering = deliver()
      .catch((error: unknown) => {
        tell(`The app's events could not be delivered: ${error instanceof Error ? error.message : String(error)}`);
      })
      .finally(() => {
        isBusy = false;
      });
  }, lookEvery);
  looking.unref();
  return {
    stop() {
      clearInterval(looking);
      return delivering;
    },
  };
}
