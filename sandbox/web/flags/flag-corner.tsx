import CrossIcon from '@atlaskit/icon/core/cross';
import InformationIcon from '@atlaskit/icon/core/status-information';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { useEffect } from 'react';

import type { BridgeFlag } from '../bridge/host-bridge';
import { useFlags } from './flags';

import './flag-corner.css';

const icons = { info: InformationIcon, success: SuccessIcon, warning: WarningIcon, error: ErrorIcon };
const names = { info: 'Information', success: 'Success', warning: 'Warning', error: 'Error' };
const colours = {
  info: 'var(--ds-icon-information)',
  success: 'var(--ds-icon-success)',
  warning: 'var(--ds-icon-warning)',
  error: 'var(--ds-icon-danger)',
} as const;

/** Milliseconds: Atlassian's auto-dismiss flags stay for eight seconds. */
const autoDismissAfter = 8000;

/** The corner at the bottom left where Jira's flags pile up. */
export function FlagCorner() {
  const { shown, close } = useFlags();
  return (
    <div className="flag-corner" role="region" aria-label="Flags" aria-live="polite">
      {shown.map((flag) => (
        <FlagCard key={flag.id} flag={flag} onClose={close} />
      ))}
    </div>
  );
}

function FlagCard({ flag, onClose }: { flag: BridgeFlag; onClose: (id: string) => void }) {
  const { id, title, description, type, isAutoDismiss, actions } = flag;
  useEffect(() => {
    if (!isAutoDismiss) return undefined;
    const timer = setTimeout(onClose, autoDismissAfter, id);
    return () => {
      clearTimeout(timer);
    };
  }, [id, isAutoDismiss, onClose]);
  const Icon = icons[type];
  return (
    <div className="flag">
      <Icon label={names[type]} color={colours[type]} />
      <div className="flag-text">
        <strong>{title}</strong>
        {description === '' ? null : <p>{description}</p>}
        {actions.map(({ text, onClick }) => (
          <button key={text} type="button" className="flag-action" onClick={onClick}>
            {text}
          </button>
        ))}
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label={`Dismiss: ${title}`}
        onClick={() => {
          onClose(id);
        }}
      >
        <CrossIcon label="" size="small" />
      </button>
    </div>
  );
}
