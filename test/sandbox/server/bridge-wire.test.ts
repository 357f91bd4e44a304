import { openWire, type Wire } from '../../../sandbox/web/bridge/wire';

type Called = (...args: unknown[]) => unknown;

/** The function of that name in what came over the wire. */
function functionIn(value: unknown, name: string): Called {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  if (!isCalled(found)) throw new Error(`There is no function ${name}.`);
  return found;
}

function isCalled(value: unknown): value is Called {
  return typeof value === 'function';
}

/** Two ends of a wire; what they post goes through the browser's cloning, as it does between two windows. */
function connect(
  hostAnswers: (name: string, payload: unknown) => unknown,
  frameAnswers: (name: string, payload: unknown) => unknown = () => undefined,
): { frame: Wire; host: Wire; posted: unknown[] } {
  const posted: unknown[] = [];
  const to = (other: () => Wire) => (message: unknown) => {
    const cloned: unknown = structuredClone(message);
    posted.push(cloned);
    queueMicrotask(() => {
      other().receive(cloned);
    });
  };
  const frame: Wire = openWire({ post: to(() => host), answer: frameAnswers });
  const host: Wire = openWire({ post: to(() => frame), answer: hostAnswers });
  return { frame, host, posted };
}

describe('the bridge between frame and page', () => {
  it('carries a call and its answer', async () => {
    const { frame } = connect((name, payload) => ({ name, payload }));
    await expect(frame.ask('invoke', { functionKey: 'openPlanner', payload: { boardId: 7 } })).resolves.toEqual({
      name: 'invoke',
      payload: { functionKey: 'openPlanner', payload: { boardId: 7 } },
    });
  });

  it('keeps answers apart that come in another order', async () => {
    const waiting: (() => void)[] = [];
    const { frame } = connect(
      (name) =>
        new Promise((resolve) => {
          waiting.push(() => {
            resolve(name);
          });
        }),
    );
    const answers = Promise.all([frame.ask('first', 1), frame.ask('second', 2)]);
    await new Promise(setImmediate);
    waiting.reverse().forEach((answer) => {
      answer();
    });
    await expect(answers).resolves.toEqual(['first', 'second']);
  });

  it("brings the page's refusal into the frame as an error with its words", async () => {
    const { frame } = connect(() => {
      throw new Error('There was an error invoking the function - it broke');
    });
    await expect(frame.ask('invoke', {})).rejects.toThrow('There was an error invoking the function - it broke');
  });

  it('lets the page call a function that the frame has sent, again and again', async () => {
    const heard: unknown[] = [];
    let listener: Called | undefined;
    const { frame } = connect((_name, payload) => {
      listener = functionIn(payload, 'callback');
      return { unsubscribe: () => 'unsubscribed' };
    });
    const subscription = await frame.ask('on', {
      event: 'saved',
      callback: (event: unknown) => {
        heard.push(event);
        return `heard ${heard.length}`;
      },
    });
    await expect(listener?.({ revision: 1 })).resolves.toBe('heard 1');
    await expect(listener?.({ revision: 2 })).resolves.toBe('heard 2');
    expect(heard).toEqual([{ revision: 1 }, { revision: 2 }]);
    await expect(functionIn(subscription, 'unsubscribe')()).resolves.toBe('unsubscribed');
  });

  it('says so when something cannot be sent', async () => {
    const { frame } = connect(() => undefined);
    await expect(frame.ask('emit', { payload: Symbol('no') })).rejects.toThrow(/could not be cloned/);
    const { frame: asking } = connect(() => Symbol('no'));
    await expect(asking.ask('getContext', undefined)).rejects.toThrow(/could not be cloned/);
  });

  it('is deaf to what is not of this talk', async () => {
    const { frame, posted } = connect((name) => name);
    frame.receive('hello');
    frame.receive({ kind: 'ask', id: 1, name: 'theme' });
    frame.receive(null);
    await expect(frame.ask('getContext', undefined)).resolves.toBe('getContext');
    expect(posted).toHaveLength(2);
  });

  it('leaves nobody waiting when the frame is gone', async () => {
    const { host } = connect(
      () => undefined,
      () => new Promise(() => undefined),
    );
    const goodbye = host.ask('goodbye', undefined);
    host.cut();
    await expect(goodbye).rejects.toThrow('The other side is gone.');
  });
});
