import { load } from 'cheerio/slim';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { scriptFaults } from './deploy-check-script.mjs';

/** @typedef {import('./deploy-check-bench.mjs').SandboxCode['contentSecurityPolicy']} MakePolicy */

/**
 * What the policy lets a page do beyond loading its own files.
 *
 * @typedef {object} Allowed
 * @property {boolean} evaluation text may become code
 * @property {boolean} runtimeStyles styles that are no file
 * @property {(script: string) => boolean} inlineScript
 * @property {boolean} dataFonts
 */

/**
 * What in a built page would not work under the Content-Security-Policy that Forge sends with it, or from the place
 * where Forge serves it.
 *
 * @param {string} folder with index.html in it
 * @param {Record<string, unknown>} permissions of manifest.yml
 * @param {MakePolicy} makePolicy
 */
export function pageFaults(folder, permissions, makePolicy) {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return [`${folder} has no index.html.`];
  const html = readFileSync(index, 'utf8');
  const allowed = allowedBy(makePolicy(html, permissions, 'https://your-site.atlassian.net'));
  const faults = htmlFaults(html, folder, allowed);
  // The CLI looks for it too (@forge/cli-shared 9.8.0, text of hostedResources.malformedEntrypoint).
  if (!/<html[\s>]/i.test(html)) faults.push('index.html: There is no <html> element, and Forge wants one.');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, file);
    const kind = extname(file);
    const found =
      kind === '.js' || kind === '.mjs'
        ? scriptFaults(readFileSync(path, 'utf8'), allowed, (url) => urlFault(url, dirname(path)))
        : kind === '.css'
          ? styleFaults(readFileSync(path, 'utf8'), dirname(path), allowed)
          : [];
    faults.push(...found.map((fault) => `${file}: ${fault}`));
  }
  return faults;
}

/**
 * @param {string} policy
 * @returns {Allowed}
 */
export function allowedBy(policy) {
  const directives = new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
  const sources = (/** @type {string} */ name) => directives.get(name) ?? directives.get('default-src') ?? [];
  return {
    evaluation: sources('script-src').includes("'unsafe-eval'"),
    runtimeStyles: sources('style-src').includes("'unsafe-inline'"),
    inlineScript: (script) => {
      const hash = createHash('sha256').update(script).digest('base64');
      return sources('script-src').some((source) => source === `'sha256-${hash}'` || source === "'unsafe-inline'");
    },
    dataFonts: sources('font-src').includes('data:'),
  };
}

/** Attributes from which a browser loads something by itself, or by which it resolves what it loads. */
const loading = [
  ['[src]', 'src'],
  ['[poster]', 'poster'],
  ['object[data]', 'data'],
  ['link[href]', 'href'],
  ['base[href]', 'href'],
  ['form[action]', 'action'],
  ['image[href], use[href]', 'href'],
];

/**
 * @param {string} html
 * @param {string} folder
 * @param {Allowed} allowed
 */
function htmlFaults(html, folder, allowed) {
  const page = load(html);
  const faults = [];
  for (const element of page('*').toArray()) {
    const tag = (page(element).prop('tagName') ?? '').toLowerCase();
    for (const name of Object.keys(page(element).attr() ?? {})) {
      if (name.startsWith('on')) faults.push(`<${tag} ${name}="…"> is an inline handler, which is not run.`);
      if (name === 'style' && !allowed.runtimeStyles) faults.push(`<${tag} style="…"> is not applied.`);
    }
  }
  if (!allowed.runtimeStyles && page('style').length > 0) faults.push('A <style> element is not applied.');
  for (const element of page('script:not([src])').toArray()) {
    const script = page(element).text();
    if (!allowed.inlineScript(script)) faults.push('An inline <script> is not run: its hash is not in the policy.');
    faults.push(...scriptFaults(script, allowed, (url) => urlFault(url, folder)));
  }
  for (const [selector = '', attribute = ''] of loading) {
    for (const element of page(selector).toArray()) {
      const fault = urlFault(page(element).attr(attribute) ?? '', folder);
      if (fault !== undefined) faults.push(fault);
    }
  }
  for (const element of page('[srcset]').toArray()) {
    for (const candidate of (page(element).attr('srcset') ?? '').split(',')) {
      const fault = urlFault(candidate.trim().split(/\s/)[0] ?? '', folder);
      if (fault !== undefined) faults.push(fault);
    }
  }
  return faults.map((fault) => `index.html: ${fault}`);
}

/**
 * @param {string} css
 * @param {string} folder of the file
 * @param {Allowed} allowed
 */
function styleFaults(css, folder, allowed) {
  const style = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const imports = [...style.matchAll(/@import\s+["']([^"']*)["']/g)];
  const urls = [...style.matchAll(/url\(\s*["']?([^"')]*)["']?\s*\)/g)];
  const faults = [...imports, ...urls].flatMap(([, url = '']) => urlFault(url.trim(), folder) ?? []);
  const fonts = [...style.matchAll(/@font-face\s*\{[^}]*\}/g)];
  if (!allowed.dataFonts && fonts.some(([rule]) => /url\(\s*["']?data:/.test(rule))) {
    faults.push('A font is written into the style (data:), and that is not loaded.');
  }
  return faults;
}

/**
 * Why a resource cannot be loaded from this address, or undefined when it can.
 *
 * @param {string} url as it is written
 * @param {string} folder of the file in which it is written
 */
function urlFault(url, folder) {
  if (/^javascript:/i.test(url)) return 'A javascript: address is not run.';
  if (url === '' || /^(#|data:|blob:|about:)/i.test(url)) return undefined;
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) {
    return `${url} is on another host. Bring the file along, or declare the host in permissions.external (the app then loses the Runs on Atlassian badge).`;
  }
  if (url.startsWith('/'))
    return `${url} is not relative: Forge serves the page from a path that nobody knows beforehand.`;
  const file = join(folder, decodeURI(url.replace(/[?#].*$/, '')));
  return existsSync(file) ? undefined : `${url} is not there (${relative(process.cwd(), file)}).`;
}
