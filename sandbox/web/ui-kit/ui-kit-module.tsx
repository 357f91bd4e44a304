import { useEffect, useRef, useState } from 'react';

import { allowedFeatures, sandboxTokens } from '../app-module/frame-permissions';
import { connectHostBridge } from '../bridge/host-bridge';
import { useFlags } from '../flags/flags';
import { useNavigation } from '../navigation';
import { Waiting } from '../page/waiting';
import { type AppModule, type SiteUser, useSite } from '../site-info';
import { type ForgeNode, readForgeDoc } from './forge-doc';
import { UiKitDocument } from './ui-kit-document';
import { moduleHost } from '../app-module/module-host';

interface UiKitModuleProps {
  module: AppModule;
  user: SiteUser;
  extension: Record<string, unknown>;
  /** The project that the page around the module belongs to. */
  projectKey: string | undefined;
  /** The app asks the page around it to read anew (`view.refresh`). */
  onRefresh(): void;
}

/** Runs a UI Kit module in a frame that shows nothing, and draws what it sends on this page. */
export function UiKitModule(props: UiKitModuleProps) {
  const { module } = props;
  const site = useSite();
  const { go } = useNavigation();
  const flags = useFlags();
  const frame = useRef<HTMLIFrameElement>(null);
  const [doc, setDoc] = useState<ForgeNode>();

  // The bridge lives as long as the frame; it reads what holds at the moment of each call from here.
  const now = useRef({ ...props, site, go, flags });
  useEffect(() => {
    now.current = { ...props, site, go, flags };
  });

  useEffect(() => {
    if (frame.current === null) return undefined;
    const host = moduleHost(
      () => now.current,
      () => now.current,
    );
    const connected = connectHostBridge(frame.current, now.current.site.resourceOrigin, {
      ...host,
      reconcile: (forgeDoc) => {
        setDoc(readForgeDoc(forgeDoc));
      },
      refresh: () => {
        now.current.onRefresh();
      },
      escape: () => undefined,
      changeTitle: () => undefined,
    });
    return () => {
      connected.disconnect();
    };
  }, []);

  return (
    <>
      {doc === undefined ? <Waiting /> : <UiKitDocument doc={doc} />}
      <iframe
        ref={frame}
        hidden
        title={module.title}
        src={`${site.resourceOrigin}/resource/${encodeURIComponent(module.resourceKey)}/index.html`}
        sandbox={sandboxTokens}
        allow={allowedFeatures}
      />
    </>
  );
}
