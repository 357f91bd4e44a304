import CrossIcon from '@atlaskit/icon/core/cross';
import { getThemeHtmlAttrs } from '@atlaskit/tokens/get-theme-html-attrs';
import { useCallback, useEffect, useRef } from 'react';

import { connectHostBridge, type HostBridge } from '../bridge/host-bridge';
import { FlagCorner } from '../flags/flag-corner';
import { useFlags } from '../flags/flags';
import { useNavigation } from '../navigation';
import { type AppModule, type SiteUser, useSite } from '../site-info';
import { forgeContext } from './forge-context';
import { allowedFeatures, sandboxTokens } from './frame-permissions';
import { invokeResolver } from './invoke-resolver';
import { moduleExtension, type ModulePlace } from './module-extension';
import { modulePath } from './module-path';
import { publishOnChannel, subscribeToChannel } from './realtime-channels';

import './module-dialog.css';

interface ModuleDialogProps {
  module: AppModule;
  user: SiteUser;
  place: ModulePlace;
  onClosed(): void;
}

/** Jira's modal with the app's own page in it. */
export function ModuleDialog(props: ModuleDialogProps) {
  const { module } = props;
  const site = useSite();
  const { go } = useNavigation();
  const flags = useFlags();
  const dialog = useRef<HTMLDialogElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const bridge = useRef<HostBridge>();
  const closing = useRef(false);

  // The bridge lives as long as the frame; it reads what holds at the moment of each call from here.
  const now = useRef({ ...props, site, go, flags });
  useEffect(() => {
    now.current = { ...props, site, go, flags };
  });

  const close = useCallback(async () => {
    if (closing.current) return;
    closing.current = true;
    await bridge.current?.sayGoodbye();
    // The rest of the page takes no focus until the dialog is closed.
    dialog.current?.close();
    now.current.onClosed();
  }, []);

  useEffect(() => {
    let titleBefore: string | undefined;
    dialog.current?.showModal();
    if (frame.current === null) return undefined;
    const whoAndWhere = () => ({
      accountId: now.current.user.accountId,
      moduleKey: now.current.module.key,
      extension: moduleExtension(now.current.module, now.current.place),
    });
    const connected = connectHostBridge(frame.current, now.current.site.resourceOrigin, {
      context: () => forgeContext(now.current.site, { ...now.current, ...whoAndWhere() }),
      themeAttributes: () => getThemeHtmlAttrs({ colorMode: now.current.site.theme }),
      invoke: (name, payload) => invokeResolver({ name, payload, ...whoAndWhere() }),
      close: () => void close(),
      escape: () => void close(),
      pathOfModule: (target) => modulePath(now.current.site, target, now.current.place.board.location?.projectKey),
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
  }, [close]);

  useEffect(() => {
    bridge.current?.showTheme();
  }, [site.theme]);

  return (
    <dialog
      ref={dialog}
      className="module-dialog"
      aria-label={module.title}
      onCancel={(event) => {
        event.preventDefault();
        void close();
      }}
      onClose={() => void close()}
      onClick={(event) => {
        if (event.target === event.currentTarget) void close();
      }}
    >
      <button
        type="button"
        className="module-dialog-close"
        aria-label={`Close ${module.title}`}
        onClick={() => void close()}
      >
        <CrossIcon label="" />
      </button>
      <iframe
        ref={frame}
        className="module-frame"
        data-size={module.viewportSize ?? 'medium'}
        title={module.title}
        src={`${site.resourceOrigin}/resource/${encodeURIComponent(module.resourceKey)}/index.html`}
        sandbox={sandboxTokens}
        allow={allowedFeatures}
        onLoad={() => frame.current?.focus()}
      />
      <FlagCorner />
    </dialog>
  );
}
