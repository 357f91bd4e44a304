import { type ReactNode, useId } from 'react';

/** A label above its field. */
export function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="inspector-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
