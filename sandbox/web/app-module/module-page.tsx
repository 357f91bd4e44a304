import { useEffect, useRef } from 'react';

import { type AppPage, pathOf } from '../address';
import { type FrameHistory, openFrameHistory } from '../bridge/frame-history';
import { connectHostBridge, type HostBridge } from '../bridge/host-bridge';
import { useFlags } from '../flags/flags';
import { useNavigation } from '../navigation';
import { type AppModule, type SiteUser, useSite } from '../site-info';
import { allowedFeatures, sandboxTokens } from './frame-permissions';
import { moduleHost, tabTitle } from './module-host';

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
    const title = tabTitle();
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
    const host = moduleHost(
      () => now.current,
      () => ({
        extension: { type: now.current.module.type, ...now.current.extension, location: window.location.href },
        projectKey: now.current.page.projectKey,
      }),
    );
    const connected = connectHostBridge(frame.current, now.current.site.resourceOrigin, {
      ...host,
      escape: () => undefined,
      history: frameHistory,
      changeTitle: title.change,
    });
    bridge.current = connected;
    return () => {
      connected.disconnect();
      title.restore();
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
