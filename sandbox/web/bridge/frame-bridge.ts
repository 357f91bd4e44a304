import { openWire } from './wire';

/**
 * The script that the sandbox puts first into every page of the app, as Forge puts its own: it gives `@forge/bridge`
 * the one function that it works through.
 */
const siteOrigin = document.currentScript?.dataset['siteOrigin'] ?? '';
let themed = false;

const wire = openWire({
  post: (message) => {
    window.parent.postMessage(message, siteOrigin);
  },
  answer: (name, payload) => {
    if (name !== 'theme') throw new Error(`The frame does not know ${name}.`);
    if (themed) wear(payload);
    return undefined;
  },
});

window.addEventListener('message', (event) => {
  if (event.source === window.parent && event.origin === siteOrigin) wire.receive(event.data);
});

async function callBridge(name: string, payload?: unknown): Promise<unknown> {
  if (name !== 'enableTheming') return wire.ask(name, payload);
  const [attributes] = await Promise.all([wire.ask(name, payload), themed ? undefined : linkThemes()]);
  themed = true;
  wear(attributes);
  return undefined;
}

/** A theme is a choice of attributes on `<html>`; the style sheet holds them all. */
function wear(attributes: unknown): void {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    document.documentElement.setAttribute(name, String(value));
  }
}

function linkThemes(): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = '/__forge__/theme.css';
    link.addEventListener('load', () => {
      resolve();
    });
    link.addEventListener('error', () => {
      reject(new Error('The themes could not be loaded.'));
    });
    document.head.append(link);
  });
}

/**
 * Escape closes the dialog that the frame stands in, as it does outside the frame, unless it means something to the
 * app at that moment: the app has taken it, a text is being edited, or a menu or dialog of the app is open.
 */
let takenByApp = false;
window.addEventListener(
  'keydown',
  ({ target }) => {
    takenByApp =
      (target instanceof HTMLElement && target.isContentEditable) ||
      (target instanceof Element &&
        target.matches('textarea, select, input:not([type=range], [type=checkbox], [type=radio])')) ||
      document.querySelector('[aria-haspopup][aria-expanded=true], [role=dialog], [role=alertdialog], dialog[open]') !==
        null;
  },
  { capture: true },
);
window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented && !takenByApp) void wire.ask('escape', undefined);
});

Object.defineProperty(globalThis, '__bridge', { value: Object.freeze({ callBridge }) });
