import './table-behind.css';

import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { type ReactElement, type ReactNode, useId, useState } from 'react';

import { texts } from '../texts';

/** The numbers behind a chart, for who cannot or will not read it as a picture. */
export function TableBehind({ testId, children }: { testId: string; children: ReactNode }): ReactElement {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="table-behind">
      <button
        type="button"
        className="table-behind-toggle"
        aria-expanded={open}
        aria-controls={id}
        data-testid={testId}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {open ? <ChevronDownIcon label="" size="small" /> : <ChevronRightIcon label="" size="small" />}
        {open ? texts.hideTable : texts.showTable}
      </button>
      <div id={id} hidden={!open}>
        {open ? children : null}
      </div>
    </div>
  );
}
