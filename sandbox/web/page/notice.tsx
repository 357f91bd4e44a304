import type { ReactNode } from 'react';

import './notice.css';

/** A page or a section that has nothing to show, and why. */
export function Notice({ title, level = 1, children }: { title: string; level?: 1 | 2; children?: ReactNode }) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="notice">
      <Heading>{title}</Heading>
      {children === undefined ? null : <p>{children}</p>}
    </div>
  );
}
