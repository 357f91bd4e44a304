import { openFrameHistory } from '../../../sandbox/web/bridge/frame-history';

/** A history over an address that is only a text, and what the app heard. */
function opened(path = '/') {
  const address = { path, replaced: [] as boolean[] };
  const history = openFrameHistory({
    read: () => address.path,
    go: (to, { replace }) => {
      address.path = to;
      address.replaced.push(replace);
    },
  });
  const heard: string[] = [];
  const stop = history.listen(({ pathname, search, hash, state }, action) => {
    heard.push(`${action} ${pathname}${search}${hash}${state === undefined ? '' : ` ${JSON.stringify(state)}`}`);
  });
  return { address, history, heard, stop };
}

describe('the addresses of an app in its frame', () => {
  it('are where the app is, and where it goes', () => {
    const { address, history, heard } = opened('/team?who=ada');
    expect(history.location()).toEqual({ pathname: '/team', search: '?who=ada', hash: '', state: undefined });
    history.push('/settings?board=1#top', { from: 'team' });
    history.replace({ pathname: '/history', state: 7 });
    expect(address).toEqual({ path: '/history', replaced: [false, true] });
    expect(heard).toEqual(['PUSH /settings?board=1#top {"from":"team"}', 'REPLACE /history 7']);
  });

  it('may be relative, and never lead out of the app', () => {
    const { address, history } = opened('/settings/board');
    history.push('people');
    expect(address.path).toBe('/settings/people');
    history.push({ search: '?who=ada' });
    expect(address.path).toBe('/settings/people?who=ada');
    history.push('../../../..');
    expect(address.path).toBe('/');
    history.push('https://example.com/elsewhere');
    expect(address.path).toBe('/elsewhere');
  });

  it('are told when somebody else has changed them, and only then', () => {
    const { address, history, heard, stop } = opened();
    history.push('/team');
    history.moved();
    expect(heard).toEqual(['PUSH /team']);
    address.path = '/';
    history.moved();
    history.moved();
    expect(heard).toEqual(['PUSH /team', 'POP /']);
    stop();
    history.push('/history');
    expect(heard).toHaveLength(2);
  });
});
