import type { ForgeContext } from '../bridge/host-bridge';
import type { AppModule, SiteInfo, SiteUser } from '../site-info';
import { moduleExtension, type ModulePlace } from './module-extension';

/** What the app is told about where it runs, in the shape of `view.getContext()` (FORGE.md 1.4). */
export function forgeContext(
  site: SiteInfo,
  { module, user, place }: { module: AppModule; user: SiteUser; place: ModulePlace },
): ForgeContext {
  return {
    accountId: user.accountId,
    cloudId: site.cloudId,
    extension: moduleExtension(module, place),
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
