import { getThemeHtmlAttrs } from '@atlaskit/tokens/get-theme-html-attrs';

import type { HostPage } from '../bridge/host-bridge';
import type { Flags } from '../flags/flags';
import type { Navigation } from '../navigation';
import type { AppModule, SiteInfo, SiteUser } from '../site-info';
import { forgeContext } from './forge-context';
import { invokeResolver } from './invoke-resolver';
import { modulePath } from './module-path';
import { publishOnChannel, subscribeToChannel } from './realtime-channels';

/** What holds for a module's frame at the moment of a call. */
export interface ModuleNow {
  site: SiteInfo;
  user: SiteUser;
  module: AppModule;
  go: Navigation['go'];
  flags: Flags;
}

/** Where the module is, as the app is told. */
export interface ModuleWhere {
  extension: Record<string, unknown>;
  projectKey: string | undefined;
}

/**
 * What the site does for every frame of an app, wherever it stands. A bridge lives as long as its frame, so both arguments
 * are asked at each call.
 */
export function moduleHost(now: () => ModuleNow, where: () => ModuleWhere): Omit<HostPage, 'escape' | 'changeTitle'> {
  const whoAndWhere = () => ({
    accountId: now().user.accountId,
    moduleKey: now().module.key,
    extension: where().extension,
  });
  return {
    context: () => forgeContext(now().site, { ...now(), extension: where().extension }),
    themeAttributes: () => getThemeHtmlAttrs({ colorMode: now().site.theme }),
    invoke: (name, payload) => invokeResolver({ name, payload, ...whoAndWhere() }),
    pathOfModule: (target) => modulePath(now().site, target, where().projectKey),
    navigate: (url, target) => {
      if (target === 'new-tab') window.open(url, '_blank', 'noopener');
      else if (url.origin === window.location.origin) now().go(url.pathname + url.search);
      else window.location.assign(url);
    },
    reload: () => {
      window.location.reload();
    },
    showFlag: (flag) => {
      now().flags.show(flag);
    },
    closeFlag: (id) => {
      now().flags.close(id);
    },
    subscribe: (channel, onEvent) => subscribeToChannel({ ...channel, ...whoAndWhere() }, onEvent),
    publish: (channel, payload) => publishOnChannel({ ...channel, ...whoAndWhere() }, payload),
  };
}

/** The title of the browser's tab, for as long as an app has changed it. */
export function tabTitle(): { change(title: string): void; restore(): void } {
  let before: string | undefined;
  return {
    change: (title) => {
      before ??= document.title;
      document.title = title;
    },
    restore: () => {
      if (before !== undefined) document.title = before;
    },
  };
}
