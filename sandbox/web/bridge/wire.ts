/**
 * One end of the talk between the site's page and the app's frame. Both ends can ask and answer. What is sent is cloned
 * by the browser; functions cannot be cloned, so they stay where they are and travel as a number to call them by.
 */
export interface Wire {
  /** Asks the other end. Rejects with the other end's message when that fails there. */
  ask(name: string, payload: unknown): Promise<unknown>;
  /** Takes in what the other end has posted; anything that is not of this talk is ignored. */
  receive(data: unknown): void;
  /** Nothing will come any more: everything still asked is rejected. */
  cut(): void;
}

export interface WireEnd {
  post(message: unknown): void;
  /** What this end answers; what it throws is what the other end's `ask` rejects with. */
  answer(name: string, payload: unknown): unknown;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const mark = 'forge-bridge';
const functionKey = '__bridgeFunction';

export function openWire(end: WireEnd): Wire {
  const pending = new Map<number, Pending>();
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  let asked = 0;

  const send = (message: Record<string, unknown>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      asked += 1;
      const id = asked;
      pending.set(id, { resolve, reject });
      try {
        end.post({ mark, id, ...message });
      } catch (error) {
        pending.delete(id);
        reject(toError(error));
      }
    });

  const pack = (value: unknown): unknown => {
    if (isFunction(value)) {
      const handle = functions.size + 1;
      functions.set(handle, value);
      return { [functionKey]: handle };
    }
    return eachInside(value, pack);
  };

  const unpack = (value: unknown): unknown => {
    const handle = isRecord(value) ? value[functionKey] : undefined;
    if (typeof handle !== 'number') return eachInside(value, unpack);
    return (...args: unknown[]) => send({ kind: 'apply', handle, payload: pack(args) });
  };

  const work = (message: Record<string, unknown>): unknown => {
    const payload = unpack(message['payload']);
    if (message['kind'] === 'ask') return end.answer(String(message['name']), payload);
    const called = functions.get(Number(message['handle']));
    if (called === undefined) throw new Error('The function that was called is not there any more.');
    const args: unknown[] = Array.isArray(payload) ? payload : [];
    return called(...args);
  };

  const reply = async (message: Record<string, unknown>): Promise<void> => {
    const answer = { mark, kind: 'answer', id: message['id'] };
    try {
      end.post({ ...answer, value: pack(await work(message)) });
    } catch (error) {
      end.post({ ...answer, failure: toError(error).message });
    }
  };

  const settle = (message: Record<string, unknown>): void => {
    const waiting = pending.get(Number(message['id']));
    pending.delete(Number(message['id']));
    if (typeof message['failure'] === 'string') waiting?.reject(new Error(message['failure']));
    else waiting?.resolve(unpack(message['value']));
  };

  return {
    ask: (name, payload) => send({ kind: 'ask', name, payload: pack(payload) }),
    receive: (data) => {
      if (!isRecord(data) || data['mark'] !== mark) return;
      if (data['kind'] === 'answer') settle(data);
      else void reply(data);
    },
    cut: () => {
      for (const { reject } of pending.values()) reject(new Error('The other side is gone.'));
      pending.clear();
    },
  };
}

function eachInside(value: unknown, change: (inside: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, change(inside)]));
}

/**
 * Whether it is a plain object, of whichever window. Only these and lists are looked into: what else can be cloned
 * (dates, blobs) is left to the browser.
 */
function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
