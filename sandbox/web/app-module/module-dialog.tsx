import CrossIcon from '@atlaskit/icon/core/cross';
import { useCallback, useEffect, useRef } from 'react';

import { connectHostBridge, type HostBridge } from '../bridge/host-bridge';
import { FlagCorner } from '../flags/flag-corner';
import { useFlags } from '../flags/flags';
import { useNavigation } from '../navigation';
import { type AppModule, type SiteUser, useSite } from '../site-info';
import { allowedFeatures, sandboxTokens } from './frame-permissions';
import { moduleExtension, type ModulePlace } from './module-extension';
import { moduleHost, tabTitle } from './module-host';

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
    const title = tabTitle();
    dialog.current?.showModal();
    if (frame.current === null) return undefined;
    const host = moduleHost(
      () => now.current,
      () => ({
        extension: moduleExtension(now.current.module, now.current.place),
        projectKey: now.current.place.board.location?.projectKey,
      }),
    );
    const connected = connectHostBridge(frame.current, now.current.site.resourceOrigin, {
      ...host,
      close: () => void close(),
      escape: () => void close(),
      changeTitle: title.change,
    });
    bridge.current = connected;
    return () => {
      connected.disconnect();
      title.restore();
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
