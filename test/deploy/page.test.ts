import { removeProjects } from '../scripts/made-up-project';
import { type AppCopy, copyApp } from './app-copy';

/** A page with what is written into its head and body, and the files beside it. */
interface Page {
  head?: string;
  body?: string;
  files?: Record<string, string>;
  permissions?: Record<string, unknown>;
}

const atlaskitStyles = { content: { styles: ['unsafe-inline'] } };
const nothing: RegExp[] = [];

const cases: [what: string, page: Page, faults: RegExp[]][] = [
  [
    'a page with its own script, style, picture and chunk',
    {
      head: '<link rel="stylesheet" href="./a.css"><script type="module" src="a/entry.js?v=1"></script>',
      body: '<img src="data:image/png;base64,AA=="><a href="#top">top</a>',
      files: {
        'a.css': 'body { background: url("./a/p.png") } i { background: url(data:image/png;base64,AA==) }',
        'a/p.png': '',
        'a/entry.js': "import './chunk.js'; import('./chunk.js'); fetch(`./${name}.json`); fetch(address);",
        'a/chunk.js': "export const help = 'https://example.com/help';",
      },
    },
    nothing,
  ],
  ['an inline script, which Forge lets run by its hash', { head: '<script>window.early = 1</script>' }, nothing],
  [
    'an inline script that evaluates text',
    { head: "<script>eval('1 + 1')</script>" },
    [/index\.html: `eval\('1 \+ 1'\)`/],
  ],
  ['eval in a built file', { files: { 'b.js': "(0, eval)('1 + 1')" } }, [/^b\.js: .*eval/]],
  ['window.eval', { files: { 'b.js': "window.eval('1 + 1')" } }, [/^b\.js: .*eval/]],
  ['new Function', { files: { 'b.js': "const add = new Function('a', 'return a + 1')" } }, [/^b\.js: `new Function/]],
  ['a timer that is given text', { files: { 'b.js': "setTimeout('tick()', 10)" } }, [/^b\.js: `setTimeout/]],
  ['a timer that is given a function', { files: { 'b.js': 'setTimeout(() => tick(), 10)' } }, nothing],
  [
    'eval that manifest.yml declares',
    { files: { 'b.js': "eval('1')" }, permissions: { content: { scripts: ['unsafe-eval'] } } },
    nothing,
  ],
  [
    'code for engines without globalThis, which no browser of Jira reaches',
    {
      files: {
        'b.js':
          'try{regeneratorRuntime=n}catch{typeof globalThis==`object`?globalThis.x=n:Function(`r`,`regeneratorRuntime = r`)(n)}' +
          "const root = freeGlobal || freeSelf || Function('return this')();",
      },
    },
    nothing,
  ],
  [
    'the word eval in a sentence',
    { files: { 'b.js': "// eval('1')\nexport const hint = 'never call eval(text)';" } },
    nothing,
  ],
  ['an inline handler', { body: '<button onclick="plan()">Plan</button>' }, [/index\.html: <button onclick/]],
  ['a javascript: address', { body: '<iframe src="javascript:plan()"></iframe>' }, [/javascript: address/]],
  ['a style attribute', { body: '<p style="color: red">Red</p>' }, [/<p style/]],
  [
    'a style attribute that manifest.yml declares',
    { body: '<p style="color: red">Red</p>', permissions: atlaskitStyles },
    nothing,
  ],
  ['a style element', { head: '<style>p { color: red }</style>' }, [/<style> element/]],
  [
    'styles made at run time, as Atlaskit does',
    { files: { 'b.js': 'document.head.append(document.createElement(`style`))' } },
    [/^b\.js: .*permissions\.content\.styles/],
  ],
  [
    'styles made at run time, declared',
    { files: { 'b.js': 'document.head.append(document.createElement(`style`))' }, permissions: atlaskitStyles },
    nothing,
  ],
  [
    'a script of another host',
    { head: '<script src="https://cdn.example.com/a.js"></script>' },
    [/cdn\.example\.com.*another host/],
  ],
  [
    'a script of another host, by its protocol',
    { head: '<script src="//cdn.example.com/a.js"></script>' },
    [/another host/],
  ],
  [
    'a picture of another host',
    { body: '<img srcset="https://example.com/1.png 1x, https://example.com/2.png 2x">' },
    [/1\.png/, /2\.png/],
  ],
  [
    'a font of another host',
    { files: { 'b.css': '@import "https://fonts.example.com/f.css";' } },
    [/^b\.css: https:\/\/fonts/],
  ],
  [
    'a background of another host',
    { files: { 'b.css': 'i { background: url( https://example.com/1.png ) }' } },
    [/^b\.css: /],
  ],
  ['a host in a comment', { files: { 'b.css': '/* url(https://example.com/1.png) */' } }, nothing],
  [
    'a font written into the style',
    { files: { 'b.css': '@font-face { src: url(data:font/woff2;base64,AA==) }' } },
    [/A font/],
  ],
  [
    'fetching from another host',
    { files: { 'b.js': "fetch('https://example.com/forecast')" } },
    [/example\.com\/forecast/],
  ],
  [
    'fetching from another host with a path put together',
    { files: { 'b.js': 'fetch(`https://example.com/${id}`)' } },
    [/example\.com/],
  ],
  ['a socket to another host', { files: { 'b.js': "new WebSocket('wss://example.com')" } }, [/wss:/]],
  ['a module of another host', { files: { 'b.js': "import x from 'https://example.com/x.js'" } }, [/x\.js/]],
  ['a picture set by a script', { files: { 'b.js': "img.src = 'https://example.com/1.png'" } }, [/1\.png/]],
  [
    'an address that is not relative',
    { head: '<script src="/assets/a.js"></script>' },
    [/\/assets\/a\.js is not relative/],
  ],
  ['another base', { head: '<base href="/app/">' }, [/\/app\/ is not relative/]],
  ['a script that is not there', { head: '<script src="./gone.js"></script>' }, [/\.\/gone\.js is not there/]],
  ['a chunk that is not there', { files: { 'b.js': "import('./gone.js')" } }, [/^b\.js: \.\/gone\.js is not there/]],
];

let app: AppCopy;
let found: string[][];

beforeAll(() => {
  app = copyApp();
  for (const [at, [, { head = '', body = '', files = {} }]] of cases.entries()) {
    app.write(`pages/${at}/index.html`, `<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
    for (const [name, text] of Object.entries(files)) app.write(`pages/${at}/${name}`, text);
  }
  app.write('pages/empty/page.js', '');
  app.write('pages/part/index.html', '<p>Plan</p>');
  const permissions = cases.map(([, page]) => page.permissions ?? {});
  const { stdout, stderr } = app.run(`
    import { setUpBench } from './scripts/deploy-check-bench.mjs';
    import { pageFaults } from './scripts/deploy-check-page.mjs';
    const { bench, clear } = setUpBench();
    const { contentSecurityPolicy } = await bench.sandboxCode();
    const permissions = ${JSON.stringify(permissions)};
    const found = permissions.map((declared, at) => pageFaults('pages/' + at, declared, contentSecurityPolicy));
    for (const name of ['empty', 'part']) found.push(pageFaults('pages/' + name, {}, contentSecurityPolicy));
    console.log(JSON.stringify(found));
    clear();
  `);
  if (stdout === '') throw new Error(stderr);
  found = JSON.parse(stdout) as string[][];
}, 60_000);

afterAll(removeProjects);

describe("a built page under Forge's Content-Security-Policy", () => {
  it.each(cases.map(([what, , faults], at) => [what, at, faults] as const))('%s', (_what, at, faults) => {
    expect(found[at]).toEqual(faults.map((fault): unknown => expect.stringMatching(fault)));
  });

  it('must be there, and be a whole page', () => {
    expect(found.slice(-2)).toEqual([
      ['pages/empty has no index.html.'],
      ['index.html: There is no <html> element, and Forge wants one.'],
    ]);
  });
});
