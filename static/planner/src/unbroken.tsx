import { Component, type ReactElement, type ReactNode } from 'react';

interface UnbrokenProps {
  children: ReactNode;
  /** What stands in the place of what broke. */
  instead: () => ReactElement;
}

/**
 * Keeps what breaks while it is drawn from taking the whole page away: a part of the code that could not be fetched, because
 * the connection is gone or a newer version has taken its place.
 */
export class Unbroken extends Component<UnbrokenProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.instead() : this.props.children;
  }
}
