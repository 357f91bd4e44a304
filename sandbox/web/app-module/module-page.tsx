import { getThemeHtmlAttrs } from '@atlaskit/tokens/get-theme-html-attrs';
import { useEffect, useRef } from 'react';

import { type AppPage, pathOf } from '../address';
import { type FrameHistory, openFrameHistory } from '../bridge/frame-history';
import { connectHostBridge, type HostBridge } from '../bridge/host-bridge';
import { useFlags } from '../flags/flags';
import { useNavigation } from '../navigation';
import { type AppModule, type SiteUser, useSite } from '../site-info';
import { forgeContext } from './forge-context';
import { allowedFeatures, sandboxTokens } from './frame-permissions';
import { invokeResolver } from './invoke-resolver';
import { modulePath } from './module-path';
import { publishOnChannel, subscribeToChannel } from './realtime-channels';

import './module-page.css';

interface ModulePageProps {
  module: AppModule;
  user: SiteUser;
  page: AppPage;
  /** What Jira tells the module about where it is, beside its type and its address. */
  extension: Record<string, unknown>;
}

/** The app's own page as a part of Jira's, with the addresses below it. */
export function ModulePage(props: ModulePageProps) {
  const { module, page } = props;
  const site = useSite();
  const { go } = useNavigation();
  const flags = useFlags();
  const frame = useRef<HTMLIFrameElement>(null);
  const bridge = useRef<HostBridge>();
  const history = useRef<FrameHistory>();

  // The bridge lives as long as the frame; it reads what holds at the moment of each call from here.
  const now = useRef({ ...props, site, go, flags });
  useEffect(() => {
    now.current = { ...props, site, go, flags };
  });

  useEffect(() => {
    if (frame.current === null) return undefined;
    let titleBefore: string | undefined;
    // The page of this moment, also before it is drawn again: an app may push twice in a row.
    let { path } = now.current.page;
    const frameHistory = openFrameHistory({
      read: () => path,
      go: (to, options) => {
        path = to;
        now.current.go(pathOf({ ...now.current.page, path: to }), options);
      },
    });
    history.current = {
      ...frameHistory,
      moved: () => {
        ({ path } = now.current.page);
        frameHistory.moved();
      },
    };
    const whoAndWhere = () => ({
      accountId: now.current.user.accountId,
      moduleKey: now.current.module.key,
      extension: { type: now.current.module.type, ...now.current.extension, location: window.location.href },
    });
    const connected = connectHostBridge(frame.current, now.current.site.resourceOrigin, {
      context: () => forgeContext(now.current.site, { ...now.current, ...whoAndWhere() }),
      themeAttributes: () => getThemeHtmlAttrs({ colorMode: now.current.site.theme }),
      invoke: (name, payload) => invokeResolver({ name, payload, ...whoAndWhere() }),
      escape: () => undefined,
      history: frameHistory,
      pathOfModule: (target) => modulePath(now.current.site, target, now.current.page.projectKey),
      navigate: (url, where) => {
        if (where === 'new-tab') window.open(url, '_blank', 'noopener');
        else if (url.origin === window.location.origin) now.current.go(url.pathname + url.search);
        else window.location.assign(url);
      },
      reload: () => {
        window.location.reload();
      },
      showFlag: (flag) => {
        now.current.flags.show(flag);
      },
      closeFlag: (id) => {
        now.current.flags.close(id);
      },
      changeTitle: (title) => {
        titleBefore ??= document.title;
        document.title = title;
      },
      subscribe: (channel, onEvent) => subscribeToChannel({ ...channel, ...whoAndWhere() }, onEvent),
      publish: (channel, payload) => publishOnChannel({ ...channel, ...whoAndWhere() }, payload),
    });
    bridge.current = connected;
    return () => {
      connected.disconnect();
      if (titleBefore !== undefined) document.title = titleBefore;
    };
  }, []);

  useEffect(() => {
    history.current?.moved();
  }, [page.path]);
  useEffect(() => {
    bridge.current?.showTheme();
  }, [site.theme]);

  return (
    <iframe
      ref={frame}
      className="module-page"
      title={module.title}
      src={`${site.resourceOrigin}/resource/${encodeURIComponent(module.resourceKey)}/index.html`}
      sandbox={sandboxTokens}
      allow={allowedFeatures}
    />
  );
}
