import type { ForgeApp } from '../sandbox-types';

/** The one installation of the sandbox. The ids are made up; apps must not read meaning into them. */
export const installation = {
  cloudId: '00000000-0000-4000-8000-00000000c10d',
  installationId: '00000000-0000-4000-8000-0000000001d5',
  environmentId: '00000000-0000-4000-8000-00000000e0f1',
  environmentType: 'DEVELOPMENT',
} as const;

const noMeasure = { stop: () => undefined };
const metrics = {
  counter: () => ({ incr: () => undefined, incrBy: () => undefined, decr: () => undefined, decrBy: () => undefined }),
  timing: () => ({ measure: () => noMeasure, set: () => undefined }),
  gauge: () => ({ set: () => undefined, incr: () => undefined, decr: () => undefined }),
};

/**
 * What `@forge/api` 8.3.0 reads from `__forge_runtime__` during an invocation. It must have no `kvs`: `@forge/kvs` reads
 * that once, when it is loaded, and would keep the first invocation's.
 */
export function runtimeOf(
  app: ForgeApp,
  invocation: {
    id: string;
    accountId: string;
    moduleKey: string;
    functionKey: string;
    remainingMilliseconds: () => number;
  },
): object {
  return {
    appContext: {
      appId: app.id,
      appVersion: '1.0.0',
      environmentId: installation.environmentId,
      environmentType: installation.environmentType,
      invocationId: invocation.id,
      installationId: installation.installationId,
      moduleKey: invocation.moduleKey,
      functionKey: invocation.functionKey,
      permissions: { scopes: app.scopes, external: {} },
    },
    contextAri: `ari:cloud:jira::site/${installation.cloudId}`,
    proxy: { token: 'sandbox', url: 'https://proxy.invalid', host: 'proxy.invalid' },
    tracing: { traceId: invocation.id, spanId: invocation.id },
    lambdaContext: { awsRequestId: invocation.id, getRemainingTimeInMillis: invocation.remainingMilliseconds },
    aaid: invocation.accountId,
    externalAuth: [],
    realtime: {},
    featureFlags: {},
    metrics,
  };
}
