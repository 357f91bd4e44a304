import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { type ReactNode, useId, useState } from 'react';

import './backlog-section.css';

interface BacklogSectionProps {
  name: string;
  /** Quiet words after the name: dates, how many. */
  details: readonly string[];
  /** At the other end of the heading's line. */
  aside?: ReactNode;
  startsOpen?: boolean;
  children: ReactNode;
}

/** A card of the backlog page: a heading that opens and closes it, and what is in it. */
export function BacklogSection({ name, details, aside, startsOpen = true, children }: BacklogSectionProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  const id = useId();
  return (
    <section className="backlog-section" aria-labelledby={`${id}name`}>
      <header className="backlog-section-header">
        <h2>
          <button
            type="button"
            className="backlog-section-toggle"
            aria-expanded={isOpen}
            aria-controls={`${id}content`}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {isOpen ? <ChevronDownIcon label="" size="small" /> : <ChevronRightIcon label="" size="small" />}
            <span id={`${id}name`}>{name}</span>
          </button>
        </h2>
        {details
          .filter((detail) => detail !== '')
          .map((detail) => (
            <span key={detail} className="backlog-section-detail">
              {detail}
            </span>
          ))}
        <span className="backlog-section-aside">{aside}</span>
      </header>
      <div id={`${id}content`} hidden={!isOpen}>
        {children}
      </div>
    </section>
  );
}
