import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

import type { BridgeFlag } from '../bridge/host-bridge';

export interface Flags {
  /** Newest first. */
  shown: readonly BridgeFlag[];
  show(flag: BridgeFlag): void;
  close(id: string): void;
}

const FlagsContext = createContext<Flags>({ shown: [], show: () => undefined, close: () => undefined });

export const useFlags = () => useContext(FlagsContext);

/** Flags outlive the module that raised them, so they are kept by the site. */
export function FlagsOfSite({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly BridgeFlag[]>([]);
  const show = useCallback((flag: BridgeFlag) => {
    setShown((flags) => [flag, ...flags.filter(({ id }) => id !== flag.id)]);
  }, []);
  const close = useCallback((id: string) => {
    setShown((flags) => flags.filter((flag) => flag.id !== id));
  }, []);
  const flags = useMemo(() => ({ shown, show, close }), [shown, show, close]);
  return <FlagsContext.Provider value={flags}>{children}</FlagsContext.Provider>;
}
