import './waiting.css';

/** Appears only when the wait is long enough to be noticed. */
export function Waiting() {
  return (
    <p className="waiting" role="status">
      Loading…
    </p>
  );
}
