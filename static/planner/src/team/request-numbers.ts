/** Tells of an answer that comes late whether something newer has been asked for meanwhile. */
export interface RequestNumbers {
  /** @returns asks whether this request is still the newest */
  begin(): () => boolean;
  /** Nothing is asked for now. @returns asks whether that is still so */
  watch(): () => boolean;
}

export function requestNumbers(): RequestNumbers {
  let last = 0;
  const watch = (): (() => boolean) => {
    const own = last;
    return () => own === last;
  };
  return {
    begin: () => {
      last += 1;
      return watch();
    },
    watch,
  };
}
