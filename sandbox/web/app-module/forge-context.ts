import type { ForgeContext } from '../bridge/host-bridge';
import type { AppModule, SiteInfo, SiteUser } from '../site-info';

/** What the app is told about where it runs, in the shape of `view.getContext()` (FORGE.md 1.4). */
export function forgeContext(
  site: SiteInfo,
  { module, user, extension }: { module: AppModule; user: SiteUser; extension: Record<string, unknown> },
): ForgeContext {
  return {
    accountId: user.accountId,
    cloudId: site.cloudId,
    extension,
    environmentId: site.environmentId,
    environmentType: 'DEVELOPMENT',
    localId: `ari:cloud:ecosystem::extension/sandbox/${module.key}`,
    locale: site.locale,
    moduleKey: module.key,
    siteUrl: window.location.origin,
    timezone: user.timeZone,
    theme: { colorMode: site.theme },
  };
}
