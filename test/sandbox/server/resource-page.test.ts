import { serveForTest, type ServedSandbox } from './served-sandbox';

async function appPage(permissions: Record<string, unknown>) {
  const sandbox: ServedSandbox = await serveForTest(permissions);
  try {
    const { text, headers } = await sandbox.ask('/resource/page/', { host: `127.0.0.1:${sandbox.port}` });
    const policy = headers['content-security-policy'];
    const directives = new Map(
      String(policy)
        .split('; ')
        .map((directive) => {
          const [name = '', ...sources] = directive.split(' ');
          return [name, sources] as const;
        }),
    );
    return { sandbox, text, directives };
  } finally {
    await sandbox.close();
  }
}

describe("the app's page", () => {
  it('has the bridge before every other script, and knows the one origin to talk to', async () => {
    const { sandbox, text } = await appPage({});
    expect(text).toContain(
      `<head><script src="/__forge__/bridge.js" data-site-origin="${sandbox.site}"></script><meta charset="utf-8">`,
    );
    expect(text).toContain('<script src="./app.js"></script>');
  });

  it('may be framed by the site and by nobody else here', async () => {
    const { sandbox, directives } = await appPage({});
    const ancestors = directives.get('frame-ancestors') ?? [];
    expect(ancestors).toContain(sandbox.site);
    expect(ancestors.filter((source) => /localhost|127\.0\.0\.1/.test(source))).toEqual([sandbox.site]);
  });

  it('runs its own scripts and the ones written into it, and evaluates no text', async () => {
    const { directives } = await appPage({ content: { styles: ['unsafe-inline'] } });
    const scripts = directives.get('script-src') ?? [];
    // sha256 of `window.early = 1`, base64: printf 'window.early = 1' | openssl dgst -sha256 -binary | base64
    expect(scripts).toEqual(
      expect.arrayContaining(["'self'", "'sha256-GvIZUQJWfzcX8W3j/99abOu8AONAu7PS0MLuXr5OCB8='"]),
    );
    expect(scripts).not.toContain("'unsafe-eval'");
    expect(scripts).not.toContain("'unsafe-inline'");
  });

  it('may set styles at run time only when manifest.yml says so', async () => {
    const { directives: silent } = await appPage({ scopes: [] });
    const { directives: declared } = await appPage({ content: { styles: ['unsafe-inline'] } });
    expect(silent.get('style-src')).toContain("'self'");
    expect(silent.get('style-src')).not.toContain("'unsafe-inline'");
    expect(declared.get('style-src')).toContain("'unsafe-inline'");
  });

  it('may fetch from a host outside only when manifest.yml names it', async () => {
    const { directives } = await appPage({ external: { fetch: { client: ['https://api.example.com'] } } });
    expect(directives.get('connect-src')).toContain('https://api.example.com');
  });

  it('is sandboxed, and reports to nobody', async () => {
    const { directives } = await appPage({});
    expect(directives.get('sandbox')).toEqual(expect.arrayContaining(['allow-scripts', 'allow-same-origin']));
    expect([...directives.keys()]).not.toContain('report-uri');
  });
});

describe("Forge's own files for the app's page", () => {
  let sandbox: ServedSandbox;
  beforeAll(async () => {
    sandbox = await serveForTest();
  });
  afterAll(() => sandbox.close());

  it('are the bridge and the themes, light and dark in one sheet', async () => {
    const host = `127.0.0.1:${sandbox.port}`;
    const bridge = await sandbox.ask('/__forge__/bridge.js', { host });
    const themes = await sandbox.ask('/__forge__/theme.css', { host });
    expect(bridge.text).toBe('/* bridge */');
    expect(themes.headers['content-type']).toBe('text/css; charset=utf-8');
    // One light and one dark theme: proposals for the next ones carry the same selectors and would win.
    expect(themes.text.match(/color-scheme: \w+/g)).toEqual(['color-scheme: light', 'color-scheme: dark']);
    expect(themes.text).toContain('--ds-space-100');
    expect(themes.text).toContain('--ds-font-body');
  });
});
