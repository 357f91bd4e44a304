import { getThemeHtmlAttrs } from '@atlaskit/tokens/get-theme-html-attrs';
import { useEffect, useRef, useState } from 'react';

import { forgeContext } from '../app-module/forge-context';
import { allowedFeatures, sandboxTokens } from '../app-module/frame-permissions';
import { invokeResolver } from '../app-module/invoke-resolver';
import { modulePath } from '../app-module/module-path';
import { publishOnChannel, subscribeToChannel } from '../app-module/realtime-channels';
import { connectHostBridge } from '../bridge/host-bridge';
import { useFlags } from '../flags/flags';
import { useNavigation } from '../navigation';
import { Waiting } from '../page/waiting';
import { type AppModule, type SiteUser, useSite } from '../site-info';
import { type ForgeNode, readForgeDoc } from './forge-doc';
import { UiKitDocument } from './ui-kit-document';

interface UiKitModuleProps {
  module: AppModule;
  user: SiteUser;
  extension: Record<string, unknown>;
  /** The project that the page around the module belongs to. */
  projectKey: string | undefined;
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
    const whoAndWhere = () => ({
      accountId: now.current.user.accountId,
      moduleKey: now.current.module.key,
      extension: now.current.extension,
    });
    const connected = connectHostBridge(frame.current, now.current.site.resourceOrigin, {
      context: () => forgeContext(now.current.site, now.current),
      themeAttributes: () => getThemeHtmlAttrs({ colorMode: now.current.site.theme }),
      invoke: (name, payload) => invokeResolver({ name, payload, ...whoAndWhere() }),
      reconcile: (forgeDoc) => {
        setDoc(readForgeDoc(forgeDoc));
      },
      escape: () => undefined,
      pathOfModule: (target) => modulePath(now.current.site, target, now.current.projectKey),
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
      changeTitle: () => undefined,
      subscribe: (channel, onEvent) => subscribeToChannel({ ...channel, ...whoAndWhere() }, onEvent),
      publish: (channel, payload) => publishOnChannel({ ...channel, ...whoAndWhere() }, payload),
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
