import { createForgeHost, type Handler } from '../../../sandbox/forge/host';
import { installation } from '../../../sandbox/forge/forge-runtime';
import { readApp } from '../../../sandbox/forge/app-manifest';
import { createKvs } from '../../../sandbox/forge/kvs';
import { createJira } from '../../../sandbox/jira/jira';
import { siteUrl } from '../../../sandbox/jira/site-url';
import { smallSite } from '../jira/small-site';

const manifest = (panel = '') => `
app: { id: 'ari:cloud:ecosystem::app/1' }
modules:
  jira:issueContext:
    - { key: panel, title: Plan, label: Range, resource: glance, render: native, dynamicProperties: { function: status }${panel} }
  function:
    - { key: status, handler: index.status }
resources:
  - { key: glance, path: src/glance.tsx }
`;

const extension = { type: 'jira:issueContext', issue: { id: '10024', key: 'WEB-24' } };

/** Asks the panel's function, as the person with this account. */
async function ask(handler: Handler) {
  const app = readApp(manifest());
  const now = () => 0;
  const host = createForgeHost({
    app,
    jira: createJira(smallSite(), now, () => undefined),
    kvs: createKvs({ values: {}, entities: {} }, app, now, () => undefined),
    now,
    siteUrl,
    loadHandler: (name) =>
      name === 'index.status' ? Promise.resolve(handler) : Promise.reject(new Error(`There is no ${name}.`)),
  });
  return host.askProperties({ functionKey: 'status', moduleKey: 'panel', extension, accountId: 'member' });
}

describe('the dynamic properties of a panel', () => {
  it('are what its function answers to the issue and the site, as the person who looks', async () => {
    const { body } = await ask((event, context) => ({ event, context }));
    expect(body).toMatchObject({
      event: { cloudId: installation.cloudId, extension },
      context: { principal: { accountId: 'member' } },
    });
  });

  it('are none when the function fails', async () => {
    const { body, error } = await ask(() => Promise.reject(new Error('Jira does not answer.')));
    expect({ body, error }).toEqual({ body: undefined, error: 'Jira does not answer.' });
  });
});

describe('a panel in manifest.yml', () => {
  it('is UI Kit, has a name, and a function for what changes', () => {
    const status = ', status: { type: lozenge, value: { label: Estimate, type: default } }';
    expect(readApp(manifest(status)).modules).toEqual([
      expect.objectContaining({
        render: 'native',
        label: 'Range',
        resourcePath: 'src/glance.tsx',
        status: { type: 'lozenge', value: { label: 'Estimate', type: 'default' } },
        propertiesFunctionKey: 'status',
      }),
    ]);
  });

  it('cannot have a kind of status that the sandbox does not draw', () => {
    const badge = ', status: { type: badge, value: { label: "3" } }';
    expect(() => readApp(manifest(badge))).toThrow(/'panel' cannot be used: of the statuses .* only the lozenge/);
  });
});
