import {
  type AnchorHTMLAttributes,
  createContext,
  type MouseEvent,
  useCallback,
  useContext,
  useEffect,
  useState,
} from 'react';

import { type Address, addressOf } from './address';

export interface Navigation {
  address: Address;
  /** Goes to a path of the site, as a link does; `replace` leaves no entry to go back to. */
  go(path: string, options?: { replace?: boolean }): void;
}

export const NavigationContext = createContext<Navigation>({
  address: { page: { kind: 'unknown' }, open: undefined },
  go: (path) => {
    window.location.assign(path);
  },
});

export const useNavigation = () => useContext(NavigationContext);

/** The address bar as state: changes with links of the site and with Back and Forward. */
export function useAddressBar(): Navigation {
  const [address, setAddress] = useState(() => addressOf(window.location));
  useEffect(() => {
    const read = () => {
      setAddress(addressOf(window.location));
    };
    window.addEventListener('popstate', read);
    return () => {
      window.removeEventListener('popstate', read);
    };
  }, []);
  const go = useCallback((path: string, options?: { replace?: boolean }) => {
    if (options?.replace === true) window.history.replaceState(null, '', path);
    else window.history.pushState(null, '', path);
    setAddress(addressOf(window.location));
  }, []);
  return { address, go };
}

type SiteLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/** A link within the site. Opening it in a new tab stays the browser's business. */
export function SiteLink({ href, children, ...rest }: SiteLinkProps) {
  const { go } = useNavigation();
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href);
  };
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  );
}
